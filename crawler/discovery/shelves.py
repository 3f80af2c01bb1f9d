"""Web pages that list articles: the archive of a day, pages of a tag, of a search, of a section."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from string import Formatter

from persiantools.jdatetime import JalaliDate

from crawler.discovery.limits import MOST_ARCHIVE_PAGES, MOST_LINKS, MOST_TAG_PAGES
from crawler.discovery.listing import Link, Listing
from crawler.pages.decode import decode
from crawler.pages.outcomes import NotAnArticle
from crawler.pages.page import line_of
from crawler.pages.refusals import refuse
from crawler.pages.tree import grow, select
from crawler.publishers.publisher import Publisher

_GUARDS = frozenset({"challenge", "captcha", "login"})


@dataclass(frozen=True)
class Shelf:
    """One page of such a list. `day` (Gregorian) is that of an archive, `word` that of a tag or search."""

    first: str  # address of the list's first page
    following: str | None  # address of the page after this one; None where there can be none
    page: int  # from 1
    day: date | None = None
    word: str | None = None

    @property
    def most(self) -> int:
        """How many pages of the list a run reads at most."""
        return MOST_ARCHIVE_PAGES if self.day else MOST_TAG_PAGES


def shelf_of(publisher: type[Publisher], url: str) -> Shelf | None:
    """What page of which list the address is, by the publisher's own patterns; None for any other address."""
    path = url.removeprefix(publisher.home())
    for template in (publisher.archive, *publisher.tag_pages):
        matched = template and _compiled(template).fullmatch(path)
        if template and matched:
            named = matched.groupdict()
            break
    else:
        return None
    values: dict[str, int | str] = {name: int(text) for name, text in named.items() if name not in ("word", "page")}
    number = int(named.get("page") or publisher.first_page)
    if word := named.get("word"):
        values["word"] = word

    def address(page: int) -> str:
        return publisher.home() + template.format(**values, page=page)

    return Shelf(
        address(publisher.first_page),
        address(number + 1) if "page" in named else None,
        number - publisher.first_page + 1,
        _gregorian(values),
        word,
    )


def read_shelf(body: bytes, headers: Mapping[str, str], publisher: type[Publisher], shelf: Shelf) -> Listing:
    """The articles of such a page, of the shelf's day, by the first of the publisher's selectors that finds any.

    Raises NotAnArticle for a guard's page, UndecodablePage. A page that lists nothing gives nothing.
    """
    root = grow(decode(body, headers))
    found = next((links for css in publisher.archive_links if (links := select(root, css))), [])
    if not found:
        _look_for_guards(root)
    # What a tag or a search names is about its word, whatever the titles say.
    pages = (
        Link(href, shelf.day, None if shelf.word else line_of(link) or link.get("title"))
        for link in found[:MOST_LINKS]
        if (href := link.get("href"))
    )
    return Listing(pages=tuple(pages))


def _look_for_guards(root: object) -> None:
    try:
        refuse(root)  # type: ignore[arg-type]  # grow's own type
    except NotAnArticle as found:
        # «Nothing found» is how an empty list reads.
        if found.reason in _GUARDS:
            raise


@cache
def _compiled(template: str) -> re.Pattern[str]:
    made, seen = "", set()
    for literal, name, _, _ in Formatter().parse(template):
        made += re.escape(literal)
        if name:
            form = "[^/?&]+" if name == "word" else r"\d+"
            made += f"(?P={name})" if name in seen else f"(?P<{name}>{form})"
            seen.add(name)
    return re.compile(made)


def _gregorian(values: dict[str, int | str]) -> date | None:
    try:
        year, month, day = (values[name] for name in ("jy", "jm", "jd"))
        found: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # typed in part
    except (KeyError, ValueError):
        return None
    return found
