"""Tasnim. robots.txt forbids /*/search* only; the sitemap leads through years and months to days named in Gregorian."""

import re
from datetime import date
from typing import ClassVar

from crawler.pages.page import Found, Page, Selectors, line_of
from crawler.pages.tree import select
from crawler.publishers.publisher import Publisher


class Page2016(Page):
    """The layout with `article.single-news` and `div.story`."""

    since: ClassVar[date] = date(2016, 1, 1)
    signature: ClassVar[Selectors] = ("div.story", "article.single-news, h3.lead, ul.smart-keyword")
    title: ClassVar[Selectors] = ("article.single-news h1.title", "h1.title")
    kicker: ClassVar[Selectors] = ("article.single-news h2.subtitle", "h2.subtitle")
    lead: ClassVar[Selectors] = ("h3.lead", "h2.lead")
    body: ClassVar[Selectors] = ("article.single-news div.story", "div.story")
    visible_date: ClassVar[Selectors] = ("ul.list-inline.details li.time", "li.time")
    section: ClassVar[Selectors] = ("li.service a",)
    drop: ClassVar[Selectors] = ("ul.smart-keyword", ".related-news", ".related", ".comments")
    gallery: ClassVar[Selectors] = (".photo-gallery", ".gallery", "article.single-news.photo")
    player: ClassVar[Selectors] = ("video", ".video-player", ".jwplayer")

    def find_section(self) -> Found | None:
        """The service as shown, else the middle part of «عنوان | بخش | تسنیم» in the page's title for others."""
        parts = [part.strip() for part in (self.metadata.meta("og:title") or "").split("|")]
        return super().find_section() or ((parts[-2], "meta:og:title") if len(parts) > 2 else None)

    def find_tags(self) -> tuple[tuple[str, ...], str]:
        """The key words of the first block (the page has them twice), else those of the metadata, which «|» parts."""
        blocks = select(self.root, "ul.smart-keyword")
        words = [line_of(link) for link in select(blocks[0], "li.skeyword-item a")] if blocks else []
        source = "css:ul.smart-keyword"
        if not any(words):
            words, source = (self.metadata.meta("keywords") or "").split("|"), "meta:keywords"
        tags = tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
        return tags, source if tags else ""


class Tasnim(Publisher):
    """Tasnim News Agency, on tasnimnews.ir since 2026 and on tasnimnews.com before."""

    code: ClassVar[str] = "tasnim"
    name: ClassVar[str] = "خبرگزاری تسنیم"
    hosts: ClassVar[tuple[str, ...]] = ("tasnimnews.ir", "tasnimnews.com")
    article: ClassVar[re.Pattern[str]] = re.compile(
        r"^/fa/news/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/(?P<id>\d+)(?:/|$)"
    )
    canonical_path: ClassVar[str] = "/fa/news/{year}/{month}/{day}/{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/fa/rss/feed/0/7/0/",)
    sitemaps: ClassVar[tuple[str, ...]] = ("/fa/fa_sitemap.xml",)
    archive: ClassVar[str | None] = "/fa/archive?date={jy}%2F{jm}%2F{jd}&sub=-1&service=-1&page={page}"
    archive_links: ClassVar[Selectors] = ("section.news-container article.list-item a", ".archive-result .content a")
    robots_notes: ClassVar[str] = "forbids /*/search*"
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2016,)
