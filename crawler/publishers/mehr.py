"""Mehr (خبرگزاری مهر). From abroad connections time out; robots.txt was not to be had."""

from datetime import date
from typing import ClassVar

from crawler.pages.newsstudio import NewsStudioPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import NewsStudioSite


class Page2015(NewsStudioPage):
    """The family's layout, known by the folder of the theme."""

    since: ClassVar[date] = date(2015, 1, 1)
    signature: ClassVar[Selectors] = (
        *NewsStudioPage.signature,
        '[src*="/theme/mehrnews/"], [href*="/theme/mehrnews/"]',
    )
    kicker: ClassVar[Selectors] = ("h4.subtitle.kicker", *NewsStudioPage.kicker)


class Mehr(NewsStudioSite):
    """Mehr News Agency; numbers of seven digits."""

    code: ClassVar[str] = "mehr"
    name: ClassVar[str] = "خبرگزاری مهر"
    hosts: ClassVar[tuple[str, ...]] = ("mehrnews.com",)
    short_links: ClassVar[bool] = True
    robots_notes: ClassVar[str] = "not seen (connections time out from abroad); the family's: /search, /print, /link"
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2015,)
