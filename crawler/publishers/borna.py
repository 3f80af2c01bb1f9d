"""Borna (خبرگزاری برنا): the IranSamaneh system, and for some years between, Asam."""

import re
from datetime import date
from typing import ClassVar

from crawler.pages.asam import AsamPage
from crawler.pages.iransamaneh import IranSamanehPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import AsamSite, IranSamanehSite


class Page2024(IranSamanehPage):
    """The family's layout, as before 1399 too; seen with «۱۴۰۱/۰۸/۱۲ - ۱۳:۵۴:۳۷» and with names of months."""

    since: ClassVar[date] = date(2024, 1, 1)
    signature: ClassVar[Selectors] = ()
    body: ClassVar[Selectors] = ("div.body", "section.body")


class Page2020(AsamPage):
    """The Asam layout."""

    since: ClassVar[date] = date(2020, 8, 1)
    # Asam's markup, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()
    # Dates as «۱۴۰۱/۰۸/۱۲ - ۱۳:۵۴:۳۷».
    visible_date: ClassVar[Selectors] = (".article_body time", *AsamPage.visible_date)


class Borna(IranSamanehSite):
    """Borna News Agency."""

    code: ClassVar[str] = "borna"
    name: ClassVar[str] = "خبرگزاری برنا"
    hosts: ClassVar[tuple[str, ...]] = ("borna.news",)
    # Of the Asam years, «/بخش-ورزشی-7/1393849-slug».
    other_articles: ClassVar[tuple[tuple[re.Pattern[str], str], ...]] = ((AsamSite.article, AsamSite.canonical_path),)
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2024, Page2020)
