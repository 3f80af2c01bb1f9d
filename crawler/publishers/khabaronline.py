"""Khabar Online (خبرآنلاین). robots.txt forbids /search, /print, /link; day sitemaps of the 1390s are JSON."""

import re
from datetime import date
from typing import ClassVar, override

from crawler.pages.newsstudio import NewsStudioPage
from crawler.pages.page import Found, Page, Selectors
from crawler.publishers.families import NewsStudioSite


class Page2024(NewsStudioPage):
    """The layout whose headline is marked on the link inside `h1.title`; the path is `li.breadcrumb-item`."""

    since: ClassVar[date] = date(2024, 1, 1)
    signature: ClassVar[Selectors] = (
        'h1.title > [itemprop="headline"]',
        "li.breadcrumb-item",
        '[src*="khabaronline.ir/"], [href*="khabaronline.ir/"]',
    )
    title: ClassVar[Selectors] = ('h1.title [itemprop="headline"]',)
    section: ClassVar[Selectors] = ("li.breadcrumb-item a",)

    @override
    def find_title(self) -> Found | None:
        """The headline as this layout marks it; a page without the mark is of the layout before."""
        return self.find(self.title)


class Page2012(NewsStudioPage):
    """The family's own layout, before."""

    since: ClassVar[date] = date(2012, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()


class KhabarOnline(NewsStudioSite):
    """Khabar Online; numbers of six and seven digits."""

    code: ClassVar[str] = "khabaronline"
    name: ClassVar[str] = "خبرآنلاین"
    hosts: ClassVar[tuple[str, ...]] = ("khabaronline.ir",)
    # «/detail/{id}/section» is what it was called before.
    article: ClassVar[re.Pattern[str]] = re.compile(r"^/(?:news|photo|video|media|live|detail)/(?P<id>\d+)(?:/|$)")
    short_links: ClassVar[bool] = True
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2024, Page2012)
