"""What reads a page for `benchmarks.pages`: a page to the lines of its article."""

from collections.abc import Callable, Iterable

import trafilatura
from bs4 import BeautifulSoup, Tag

from benchmarks.page_cases import PageCase
from crawler.pages.decode import decode
from crawler.pages.generic import GenericPage
from crawler.pages.outcomes import NotAnArticle
from crawler.pages.tree import grow
from crawler.parsing import parse

type PageReader = Callable[[PageCase], Iterable[str]]

OURS = "dideban, site known"
YARDSTICK = "trafilatura"
AIM = 8
_UNKNOWN = "https://news.example/1"
_NO_TEXT = ["script", "style", "nav", "header", "footer", "aside", "form", "noscript"]


def known(case: PageCase) -> list[str]:
    """Ours: the whole Article with its fields."""
    try:
        return parse(case.page, case.url, name="page", now=case.fetched).text.split("\n")
    except NotAnArticle:
        return []


def family(case: PageCase) -> list[str]:
    """Ours, where nobody has described the site."""
    try:
        return parse(case.page, _UNKNOWN, now=case.fetched).text.split("\n")
    except NotAnArticle:
        return []


def generic(case: PageCase) -> list[str]:
    """Ours, where the markup is of no known family either: the body alone."""
    return list(GenericPage(grow(decode(case.page)), case.fetched).body_lines[0])


def trafilatura_plain(case: PageCase) -> list[str]:
    """trafilatura's text as it comes, without title, date and author."""
    return (trafilatura.extract(case.page, include_comments=False) or "").split("\n")


def trafilatura_article(case: PageCase) -> list[str]:
    """The same with the fields that an article has: title, date, author, tags."""
    found = trafilatura.extract(
        case.page, include_comments=False, with_metadata=True, output_format="txt", favor_precision=True
    )
    return (found or "").split("---\n")[-1].split("\n")


def soup(case: PageCase) -> list[str]:
    """BeautifulSoup over lxml, as scrapers use it: the element whose own paragraphs hold most letters."""
    page = BeautifulSoup(case.page, "lxml")
    for one in page(_NO_TEXT):
        one.decompose()
    richest = max(page.find_all(["article", "div", "section", "td"]), key=_letters, default=None)
    return richest.get_text("\n").split("\n") if richest else []


def _letters(element: Tag) -> int:
    return sum(len(one.get_text()) for one in element.find_all("p", recursive=False))


READERS: dict[str, PageReader] = {
    OURS: known,
    "dideban, family known": family,
    "dideban, generic": generic,
    YARDSTICK: trafilatura_plain,
    "trafilatura, with fields": trafilatura_article,
    "BeautifulSoup": soup,
}
