"""ISNA (خبرگزاری دانشجویان ایران). From abroad ArvanCloud's guard answers, even for robots.txt."""

from datetime import date
from typing import ClassVar

from crawler.pages.newsstudio import NewsStudioPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import NewsStudioSite


class Page2017(NewsStudioPage):
    """The layout since 1396: `h1.first-title`, a lead that begins with agency and office, details with icons."""

    since: ClassVar[date] = date(2017, 3, 21)
    signature: ClassVar[Selectors] = ("h1.first-title", ".item-text")
    title: ClassVar[Selectors] = ("h1.first-title", 'h1[itemprop="headline"]')
    kicker: ClassVar[Selectors] = ("article .kicker", *NewsStudioPage.kicker)
    lead: ClassVar[Selectors] = ('p.summary[itemprop="description"]', "p.summary")
    visible_date: ClassVar[Selectors] = (
        "li:has(i.fa-calendar-o) span.text-meta",
        "li:has(i.fa-calendar) span.text-meta",
    )
    news_code: ClassVar[Selectors] = ("li:has(i.fa-barcode) span.text-meta", "li:has(i.fa-qrcode) span.text-meta")
    section: ClassVar[Selectors] = ("li:has(i.fa-folder-o) span.text-meta", "li:has(i.fa-folder-o) a")
    tags: ClassVar[Selectors] = ("footer.tags li a",)
    drop: ClassVar[Selectors] = ("footer.tags", ".comment", *NewsStudioPage.drop)


class Page2010(Page):
    """The layout before, at /fa/news/{id}."""

    since: ClassVar[date] = date(2010, 1, 1)
    signature: ClassVar[Selectors] = ("div.titr", "div.newsPubDate")
    title: ClassVar[Selectors] = ("div.titr h1", "div.titr")
    kicker: ClassVar[Selectors] = ("div.rutitr", "div.roTitr")
    lead: ClassVar[Selectors] = ("div.lead", "div.summary")
    body: ClassVar[Selectors] = ("div.body",)
    visible_date: ClassVar[Selectors] = ("div.newsPubDate",)
    news_code: ClassVar[Selectors] = ("div.newsCode", "div.newsId")
    section: ClassVar[Selectors] = ("div.newsService a", "div.newsService")
    tags: ClassVar[Selectors] = (".newsTags li a", ".newsTags a")
    drop: ClassVar[Selectors] = (".comments", "#comments", ".newsTags", ".related", ".relatedNews", ".newsTools")
    gallery: ClassVar[Selectors] = (".photoGall", ".gallery")
    player: ClassVar[Selectors] = ("video", "object", "embed")


class ISNA(NewsStudioSite):
    """Iranian Students' News Agency.

    Numbers are Jalali yymmdd and a sequence, of ten digits or more: 1404042616251. They are taken as they are, and
    name no day: the century and the width of the sequence have changed. Short links are of another count.
    """

    code: ClassVar[str] = "isna"
    name: ClassVar[str] = "خبرگزاری دانشجویان ایران (ایسنا)"
    hosts: ClassVar[tuple[str, ...]] = ("isna.ir",)
    robots_notes: ClassVar[str] = "guarded by ArvanCloud from abroad, robots.txt too: left alone then"
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2017, Page2010)
