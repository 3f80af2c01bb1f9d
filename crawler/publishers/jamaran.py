"""Jamaran (پایگاه خبری جماران). robots.txt was not to be had; feeds are listed at /links/categorized."""

from datetime import date
from typing import ClassVar

from crawler.pages.asam import AsamPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import AsamSite


class Page2016(AsamPage):
    """The family's layout."""

    since: ClassVar[date] = date(2016, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()


class Jamaran(AsamSite):
    """Jamaran, on jamaran.news; before on jamaran.ir."""

    code: ClassVar[str] = "jamaran"
    name: ClassVar[str] = "پایگاه خبری جماران"
    hosts: ClassVar[tuple[str, ...]] = ("jamaran.news", "jamaran.ir")
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2016,)
