"""Pages of the NewsStudio system (also seen as Nastooh and Saba), which ISNA, IRNA, Mehr and a dozen others use."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar, override

from lxml import etree

from corpus.folding import fold_characters
from crawler.pages.blocks import squeeze, text_lines
from crawler.pages.page import Found, Page, Selectors
from crawler.pages.tree import select

# Lists beside the article name their kickers and summaries like the article's own.
_ASIDE = frozenset({"aside", "footer", "li", "nav"})
_LISTS = frozenset({"list", "related-items"})
# A lead of so many letters is news by itself; a shorter one is a caption.
_BRIEF_NEWS = 80


class NewsStudioPage(Page):
    """The layout with `.item-title`, `p.introtext` and `[itemprop=articleBody].item-text`, as seen until 2026.

    Its machine dates are UTC with Z.
    """

    since: ClassVar[date] = date(2014, 1, 1)
    signature: ClassVar[Selectors] = (
        '.item-text[itemprop="articleBody"]',
        "article#item, .item-title, .item-date, p.introtext",
    )
    title: ClassVar[Selectors] = (".item-title h1", "h1.title", 'h1[itemprop="headline"]', "h1")
    kicker: ClassVar[Selectors] = (".item-title .kicker", "h4.subtitle.kicker", ".rutitr", ".uptitle")
    lead: ClassVar[Selectors] = (
        "p.introtext",
        'p.summary[itemprop="description"]',
        ".item-summary p",
        ".item-summary h3",
    )
    body: ClassVar[Selectors] = ('[itemprop="articleBody"]', ".item-body .item-text", ".item-text")
    visible_date: ClassVar[Selectors] = (".item-date span", ".item-date", ".item-time", ".print-header li.date")
    news_code: ClassVar[Selectors] = (".print-header li.id span", ".item-code")
    section: ClassVar[Selectors] = (".item-nav .breadcrumb li a", ".breadcrumb li a", 'a[itemprop="articleSection"]')
    tags: ClassVar[Selectors] = ("section.tags li a", ".tags li a", 'a[rel~="tag"]')
    drop: ClassVar[Selectors] = (
        ".related-items",
        "section.box",
        ".item-boxes",
        ".short-link-container",
        ".tags",
        ".comments",
        "#comments",
        ".share",
    )
    gallery: ClassVar[Selectors] = (".photoGall", "#photos", "#photo", ".item-text .gallery", "section.gallery")
    player: ClassVar[Selectors] = ("video", ".video-js", ".item-video", "figure.item-vid")
    agency: ClassVar[Selectors] = ("span.src",)  # inside the lead: agency and office, «ایسنا/کرمان»

    @override
    def find_lead(self) -> Found | None:
        """The summary without the agency's own name before it, which is a dateline and no part of the sentence."""
        return self._of_article(self.lead)

    @override
    def find_kicker(self) -> Found | None:
        """The line above the title."""
        return self._of_article(self.kicker)

    def _of_article(self, selectors: Selectors) -> Found | None:
        for selector in selectors:
            for element in select(self.root, selector):
                names = [one for css in self.agency for one in select(element, css)]
                text = squeeze(" ".join(text_lines(element, names)))
                if text and not _is_of_a_list(element):
                    return text, f"css:{selector}"
        return None

    @cached_property
    @override
    def body_lines(self) -> tuple[Sequence[str], str]:
        """The body without the numbers of reporter and editor at its end; brief news have their text in the lead."""
        found, source = super().body_lines
        lines = list(found)
        while lines and _is_code(lines[-1]):
            lines.pop()
        if lines or not any(select(self.root, one) for one in self.body):
            return lines, source if lines else ""
        lead = None if self.shows((*self.gallery, *self.player)) else self.find_lead()
        return ([lead[0]], lead[1]) if lead and len(lead[0]) >= _BRIEF_NEWS else ((), "")

    @override
    def find_news_code(self) -> Found | None:
        """The number as printed, else that of the comment form."""
        if found := super().find_news_code():
            return found
        values = [one.get("value", "").strip() for one in select(self.root, "input#newsId")]
        return next(((fold_characters(value), "css:input#newsId") for value in values if value), None)


def _is_of_a_list(element: etree._Element) -> bool:
    return any(one.tag in _ASIDE or _LISTS & set(one.get("class", "").split()) for one in element.iterancestors())


def _is_code(line: str) -> bool:
    """Whether the line is nothing but numbers, as «265 33»."""
    return line.replace("/", " ").replace("*", " ").replace(" ", "").isdigit()
