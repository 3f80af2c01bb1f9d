"""IRIB News (خبرگزاری صداوسیما). robots.txt forbids /fa/archive, /fa/print and the like, so feeds and sitemaps only."""

from datetime import date
from typing import ClassVar

from crawler.pages.iransamaneh import IranSamanehPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import IranSamanehSite


class Page2026(IranSamanehPage):
    """The layout of irib-news.ir."""

    since: ClassVar[date] = date(2026, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()
    body: ClassVar[Selectors] = ("section.body", "div.body")


class Page2013(IranSamanehPage):
    """The layout of iribnews.ir: the article in one box, with its own names for summary, path and video title."""

    since: ClassVar[date] = date(2013, 1, 1)
    signature: ClassVar[Selectors] = (".news_general_dl, .photo_body",)
    title: ClassVar[Selectors] = (
        ".news_general_dl h1.title",
        ".news_general_dl .title",
        ".video_title",
        *IranSamanehPage.title,
    )
    lead: ClassVar[Selectors] = ("p.subtitle", "div.subtitle")
    body: ClassVar[Selectors] = (".news_general_dl .body", ".photo_body .body")
    section: ClassVar[Selectors] = (".news_path2 a", ".news_path a")


class IRIB(IranSamanehSite):
    """IRIB News, on irib-news.ir since 2026 and on iribnews.ir before."""

    code: ClassVar[str] = "irib"
    name: ClassVar[str] = "خبرگزاری صداوسیما"
    hosts: ClassVar[tuple[str, ...]] = ("irib-news.ir", "iribnews.ir")
    archive: ClassVar[str | None] = None  # robots.txt forbids it
    robots_notes: ClassVar[str] = "forbids /fa/archive, /fa/print, /fa/save, /fa/send, /fa/report, /fa/ajax"
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2026, Page2013)
