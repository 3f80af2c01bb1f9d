"""Entekhab (انتخاب): the IranSamaneh system under two themes."""

from datetime import date
from typing import ClassVar

from crawler.pages.iransamaneh import IranSamanehPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import IranSamanehSite


class Page2018(IranSamanehPage):
    """The layout with the text in `.khabar-matn`, between scripts; the time is printed before the day."""

    since: ClassVar[date] = date(2018, 1, 1)
    # Other sites of the family have `.khabar-matn` too, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()
    body: ClassVar[Selectors] = ("div.khabar-matn",)


class Page2010(IranSamanehPage):
    """The family's own layout, before: the title is a link, the text hangs in one `div` with line breaks."""

    since: ClassVar[date] = date(2010, 1, 1)
    signature: ClassVar[Selectors] = ()
    body: ClassVar[Selectors] = ("div.body",)


class Entekhab(IranSamanehSite):
    """Entekhab, a news site."""

    code: ClassVar[str] = "entekhab"
    name: ClassVar[str] = "انتخاب"
    hosts: ClassVar[tuple[str, ...]] = ("entekhab.ir",)
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2018, Page2010)
