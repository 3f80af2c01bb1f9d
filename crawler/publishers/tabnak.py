"""Tabnak (تابناک): the IranSamaneh system under two themes."""

from datetime import date
from typing import ClassVar

from crawler.pages.iransamaneh import IranSamanehPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import IranSamanehSite


class Page2019(IranSamanehPage):
    """The layout with `.top_news_title` over `#newsMainBody`; it prints the date in Persian and in English."""

    since: ClassVar[date] = date(2019, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()
    title: ClassVar[Selectors] = (".top_news_title h1", "h1.Htag", *IranSamanehPage.title)
    kicker: ClassVar[Selectors] = (".top_news_title .rutitr", ".rutitr")
    lead: ClassVar[Selectors] = (".top_news_title .subtitle", *IranSamanehPage.lead)
    body: ClassVar[Selectors] = ("#newsMainBody", ".gutter_news div.body")
    # `.en_date` beside it has the Gregorian day.
    visible_date: ClassVar[Selectors] = (".fa_date", ".news_pdate_c")
    news_code: ClassVar[Selectors] = (".news_id", ".news_id_c")
    section: ClassVar[Selectors] = (".news_path a", "a.newsbody_servicename")
    tags: ClassVar[Selectors] = (".tag_items a", ".tags_title a")
    drop: ClassVar[Selectors] = (".tag_items", *IranSamanehPage.drop)


class Page2008(IranSamanehPage):
    """The family's own layout, before, with the section in a link of its own."""

    since: ClassVar[date] = date(2008, 1, 1)
    signature: ClassVar[Selectors] = ()
    section: ClassVar[Selectors] = ("a.newsbody_servicename", ".news_path a")


class Tabnak(IranSamanehSite):
    """Tabnak, a news site; its provinces have sites of their own."""

    code: ClassVar[str] = "tabnak"
    name: ClassVar[str] = "تابناک"
    hosts: ClassVar[tuple[str, ...]] = ("tabnak.ir",)
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2019, Page2008)
