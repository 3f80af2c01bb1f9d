"""The page object: what a family of sites has in common, as selectors; a publisher adds its own.

A subclass names CSS selectors, most reliable first; the first one that finds something is used and noted in the
article's provenance. Words that people read (kicker, title, lead, body, tags, section) are taken from where people read
them, since metadata shortens and embellishes; moments are taken from metadata and judged against the visible date.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import ClassVar

from lxml import etree

from corpus.folding import fold_characters
from crawler.pages import dates
from crawler.pages.blocks import squeeze, text_lines
from crawler.pages.footer import without_footer
from crawler.pages.metadata import Metadata
from crawler.pages.related import further_reading
from crawler.pages.tree import select

Selectors = tuple[str, ...]
Found = tuple[str, str]  # a value and where it was read
# A path's first step, which is no section.
_FRONT_PAGE = frozenset({"صفحه نخست", "صفحه اصلی", "خانه"})


class Page:
    """One parsed page under one version of a site's layout."""

    since: ClassVar[date] = date(2000, 1, 1)  # the day from which pages of this layout are known
    signature: ClassVar[Selectors] = ()  # each must match for a page of unknown address to be read as this family's
    title: ClassVar[Selectors] = ("h1",)
    kicker: ClassVar[Selectors] = ()
    lead: ClassVar[Selectors] = ()
    body: ClassVar[Selectors] = ()
    visible_date: ClassVar[Selectors] = ()
    news_code: ClassVar[Selectors] = ()
    section: ClassVar[Selectors] = ()  # of several, the last: paths go from the front page inwards
    tags: ClassVar[Selectors] = ()
    drop: ClassVar[Selectors] = ()  # inside the body
    # A line below the text, «منبع: …»; the same on all systems, so that a site need not name its own.
    source_line: ClassVar[Selectors] = (
        ".news_source, .news-source, .item-source, .article_source, .source-name, p.source",
        ".field-name-field-source, .field--name-field-source",
    )
    gallery: ClassVar[Selectors] = ()  # a page with one of these and next to no words is photos
    player: ClassVar[Selectors] = ()  # likewise video

    def __init__(self, root: etree._Element, now: datetime) -> None:
        self.root = root
        self.metadata = Metadata(root)
        self._now = now

    @classmethod
    def fits(cls, root: etree._Element) -> bool:
        """Whether the markup is this family's."""
        return bool(cls.signature) and all(select(root, one) for one in cls.signature)

    def shows(self, selectors: Selectors) -> bool:
        """Whether one of the selectors matches."""
        return any(select(self.root, one) for one in selectors)

    def find(self, selectors: Selectors) -> Found | None:
        """Text of the first element with any, and the selector that found it."""
        return next(self._texts(selectors), None)

    @cached_property
    def headline(self) -> Found | None:
        """What `find_title` finds, looked for once."""
        return self.find_title()

    @cached_property
    def visible(self) -> dates.Dated | None:
        """What `find_visible` finds, looked for once."""
        return self.find_visible()

    @cached_property
    def modified(self) -> dates.Dated | None:
        """What `find_modified` finds, looked for once."""
        return self.find_modified()

    def find_title(self) -> Found | None:
        """The headline, without the kicker."""
        found = self.find(self.title) or self._from_metadata("headline", "og:title")
        return (self._unswallowed(found[0]), found[1]) if found else None

    def _unswallowed(self, title: str) -> str:
        """The title as far as the date or the body, which a heading that was never closed swallows."""
        lines, _ = self.body_lines
        followers = [lines[0]] if lines else []
        # A title may well hold a day, but no time beside it.
        if self.printed_date and self.visible and self.visible.has_time:
            followers.append(self.printed_date[0])
        ends = [at for follower in followers if (at := title.find(follower)) > 0]
        return title[: min(ends)].strip() if ends else title

    def find_kicker(self) -> Found | None:
        """The line above the title."""
        return self.find(self.kicker)

    def find_lead(self) -> Found | None:
        """The summary under the title; never the description of the metadata, which is often cut."""
        return self.find(self.lead)

    @cached_property
    def body_lines(self) -> tuple[Sequence[str], str]:
        """Lines of the body, without what is dropped and without the footer, and the selector that found them."""
        for selector in self.body:
            for element in select(self.root, selector):
                unwanted = [one for css in self.drop for one in select(element, css)]
                unwanted += further_reading(element)
                if lines := without_footer(text_lines(element, unwanted)):
                    return lines, f"css:{selector}"
        return (), ""

    @cached_property
    def printed_date(self) -> Found | None:
        """The date as the page prints it."""
        found = self.find(self.visible_date)
        return (dates.printed(found[0]), found[1]) if found else None

    def find_published(self) -> dates.Dated | None:
        """The moment of publication; see `dates.choose`."""
        return dates.choose(self._published_by_machine(), self.visible, self.modified, now=self._now)

    def find_visible(self) -> dates.Dated | None:
        """The moment that the printed date names."""
        return dates.visible_date(*self.printed_date) if self.printed_date else None

    def _published_by_machine(self) -> dates.Dated | None:
        return self._moment("datePublished", "article:published_time", "datePublished")

    def find_modified(self) -> dates.Dated | None:
        """The moment of the last change that the page states."""
        return self._moment("dateModified", "article:modified_time", "og:updated_time", "dateModified")

    def find_authors(self) -> tuple[tuple[str, ...], str]:
        """Names of the writers."""
        if names := self.metadata.linked("author"):
            return tuple(names), "jsonld:author"
        author = self.metadata.meta("article:author") or self.metadata.meta("author")
        return ((author,), "meta:author") if author else ((), "")

    def find_section(self) -> Found | None:
        """The section of the paper."""
        found = [one for one in self._texts(self.section, all_of=True) if fold_characters(one[0]) not in _FRONT_PAGE]
        return found[-1] if found else self._from_metadata("articleSection", "article:section")

    def find_tags(self) -> tuple[tuple[str, ...], str]:
        """Key words that the editors gave."""
        found = list(self._texts(self.tags, all_of=True))
        if found:
            return tuple(dict.fromkeys(text for text, _ in found)), found[0][1]
        return (), ""

    def find_news_code(self) -> Found | None:
        """The publisher's number of the article as printed on the page, in Latin digits."""
        found = self.find(self.news_code)
        return (fold_characters(dates.without_label(found[0])), found[1]) if found else None

    def _texts(self, selectors: Selectors, *, all_of: bool = False) -> Iterator[Found]:
        """Texts of the elements of the first selector that finds any; only its first element unless `all_of`."""
        for selector in selectors:
            found = [(text, f"css:{selector}") for one in select(self.root, selector) if (text := line_of(one))]
            if found:
                yield from found if all_of else found[:1]
                return

    def _from_metadata(self, linked: str, meta: str) -> Found | None:
        if values := self.metadata.linked(linked):
            return squeeze(values[0]), f"jsonld:{linked}"
        value = self.metadata.meta(meta)
        return (squeeze(value), f"meta:{meta}") if value else None

    def _moment(self, linked: str, *metas: str) -> dates.Dated | None:
        for text in self.metadata.linked(linked):
            if when := dates.machine_date(text):
                return dates.Dated(when, f"jsonld:{linked}")
        for meta in metas:
            if when := dates.machine_date(self.metadata.meta(meta)):
                return dates.Dated(when, f"meta:{meta}")
        return None


def line_of(element: etree._Element) -> str:
    """The element's text in one line."""
    return squeeze(" ".join(text_lines(element)))
