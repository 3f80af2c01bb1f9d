"""Titronline (تیترآنلاین), an aggregator: its articles are others', who are named in the date line.

Known from saved texts alone, so its page is read by its words as much as by its markup, whose names are the usual ones.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar, override

from crawler.pages.blocks import text_lines
from crawler.pages.footer import without_footer
from crawler.pages.generic import GenericPage
from crawler.pages.origin import dateline_origin
from crawler.pages.page import Found, Page, Selectors
from crawler.publishers.publisher import Publisher

# Words around an aggregator's article stand above it; a date line further down is quoted.
_FIRST_LINES = 60


class Page2021(GenericPage):
    """The date line «صدا و سیما جمعه 01 دی 1402 - 11:31» under the title, the disclaimer under the text."""

    since: ClassVar[date] = date(2021, 1, 1)
    title: ClassVar[Selectors] = ("h1",)
    kicker: ClassVar[Selectors] = (".news-uptitle",)
    lead: ClassVar[Selectors] = (".news-lead", ".lead", ".summary")
    body: ClassVar[Selectors] = ('[itemprop="articleBody"]', ".news-body", ".news-text", "article .text", "div.body")
    visible_date: ClassVar[Selectors] = (".news-info", ".news-source", ".news-date", "article .date")
    section: ClassVar[Selectors] = (".news-path a", ".breadcrumb a")
    tags: ClassVar[Selectors] = (".news-tags a", 'a[rel~="tag"]')
    drop: ClassVar[Selectors] = (".news-tags", ".news-similar", ".news-comments", *GenericPage.drop)
    gallery: ClassVar[Selectors] = (".photo-list", ".gallery")
    player: ClassVar[Selectors] = ("video", ".video-player")

    @cached_property
    def printed_date(self) -> Found | None:
        """The date line that names an agency, wherever it stands; else a date in its usual place."""
        return next(self._date_lines(), None) or self._usual_date

    @property
    def _usual_date(self) -> Found | None:
        return super().printed_date

    def _date_lines(self) -> Iterator[Found]:
        for line in text_lines(self.root)[:_FIRST_LINES]:
            if dateline_origin(line):
                yield line, "text:date line"

    @cached_property
    @override
    def body_lines(self) -> tuple[Sequence[str], str]:
        """The body without the date line; the disclaimer is cut as any footer is."""
        lines, source = super().body_lines
        return [line for line in without_footer(lines) if not dateline_origin(line)], source


class Titronline(Publisher):
    """Titronline, a search engine for news that shows others' articles whole."""

    code: ClassVar[str] = "titronline"
    name: ClassVar[str] = "تیترآنلاین"
    hosts: ClassVar[tuple[str, ...]] = ("titronline.ir",)
    article: ClassVar[re.Pattern[str]] = re.compile(r"^/(?:fa/)?news/(?P<id>\d+)(?:/|$)")
    canonical_path: ClassVar[str] = "/news/{id}"
    # Not seen: where such lists usually are.
    feeds: ClassVar[tuple[str, ...]] = ("/rss",)
    sitemaps: ClassVar[tuple[str, ...]] = ("/sitemap.xml",)
    robots_notes: ClassVar[str] = "not seen, nor its lists: these are the usual places"
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2021,)
