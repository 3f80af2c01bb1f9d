"""IRNA (خبرگزاری جمهوری اسلامی). Articles stand behind ArvanCloud's guard, feeds and sitemaps do not."""

from datetime import date
from typing import ClassVar

from crawler.pages.newsstudio import NewsStudioPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import NewsStudioSite


class Page2018(NewsStudioPage):
    """The layout with `h1.title a` and the lead as `h3` or paragraph of `.item-summary`."""

    since: ClassVar[date] = date(2018, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()
    title: ClassVar[Selectors] = ("h1.title a", "h1.title", 'h1[itemprop="headline"]')
    lead: ClassVar[Selectors] = (".item-summary p", ".item-summary h3", "p.introtext")
    body: ClassVar[Selectors] = ("div.item-body div.item-text", '[itemprop="articleBody"]')


class IRNA(NewsStudioSite):
    """Islamic Republic News Agency; numbers of eight digits."""

    code: ClassVar[str] = "irna"
    name: ClassVar[str] = "خبرگزاری جمهوری اسلامی (ایرنا)"
    hosts: ClassVar[tuple[str, ...]] = ("irna.ir",)
    feeds: ClassVar[tuple[str, ...]] = ("/rss", "/rss-homepage")
    short_links: ClassVar[bool] = True
    robots_notes: ClassVar[str] = "articles behind ArvanCloud's guard; feeds and sitemaps open"
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2018,)
