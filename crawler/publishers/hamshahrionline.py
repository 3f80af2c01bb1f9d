"""Hamshahri Online (همشهری آنلاین). robots.txt was not to be had; its family forbids /search, /print and /link."""

import re
from datetime import date
from typing import ClassVar

from crawler.pages.newsstudio import NewsStudioPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import NewsStudioSite


class Page2018(NewsStudioPage):
    """The family's layout, with the article in `.main-content`."""

    since: ClassVar[date] = date(2018, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()


class HamshahriOnline(NewsStudioSite):
    """Hamshahri Online; numbers of six digits."""

    code: ClassVar[str] = "hamshahrionline"
    name: ClassVar[str] = "همشهری آنلاین"
    hosts: ClassVar[tuple[str, ...]] = ("hamshahrionline.ir",)
    # «/details/{id}/section» is what it was called before.
    article: ClassVar[re.Pattern[str]] = re.compile(r"^/(?:news|photo|video|media|live|details)/(?P<id>\d+)(?:/|$)")
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2018,)
