"""ILNA (خبرگزاری کار ایران). robots.txt was not to be had; the feed is as other readers have it."""

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
    drop: ClassVar[Selectors] = (".adv_title", *AsamPage.drop)


class ILNA(AsamSite):
    """Iranian Labour News Agency."""

    code: ClassVar[str] = "ilna"
    name: ClassVar[str] = "خبرگزاری کار ایران (ایلنا)"
    hosts: ClassVar[tuple[str, ...]] = ("ilna.ir", "ilna.news")
    feeds: ClassVar[tuple[str, ...]] = ("/feeds", "/fa/rss/allnews")
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2016,)
