"""Mizan (خبرگزاری میزان): the IranSamaneh system; its sitemap of past months has 124 parts."""

from datetime import date
from typing import ClassVar

from crawler.pages.iransamaneh import IranSamanehPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import IranSamanehSite


class Page2015(IranSamanehPage):
    """The family's layout in a box of its own; other news stand around it under the same names."""

    since: ClassVar[date] = date(2015, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()
    title: ClassVar[Selectors] = (".main_news_body h1", ".row_news_body h1", *IranSamanehPage.title)
    body: ClassVar[Selectors] = (
        ".main_news_body .body",
        ".row_news_body .body",
        ".main-body .body",
        *IranSamanehPage.body,
    )


class Mizan(IranSamanehSite):
    """Mizan News Agency of the judiciary, on mizanonline.ir; some years on mizanonline.com."""

    code: ClassVar[str] = "mizan"
    name: ClassVar[str] = "خبرگزاری میزان"
    hosts: ClassVar[tuple[str, ...]] = ("mizanonline.ir", "mizanonline.com")
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2015,)
