"""Citna (سیتنا): Drupal, under the theme of version 7 and a later one."""

import re
from datetime import date
from typing import ClassVar

from crawler.pages.drupal import Drupal7Page, DrupalPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.publisher import Publisher


class Page2021(DrupalPage):
    """The theme of today; dates as «۱۴۰۲-۱۰-۰۱ - ۰۹:۳۰»."""

    since: ClassVar[date] = date(2021, 1, 1)
    # Drupal's own names, so they say nothing about whose page it is.
    signature: ClassVar[Selectors] = ()


class Page2013(Drupal7Page):
    """The Drupal 7 theme, before."""

    since: ClassVar[date] = date(2013, 1, 1)
    signature: ClassVar[Selectors] = ()


class Citna(Publisher):
    """Citna, news of information technology."""

    code: ClassVar[str] = "citna"
    name: ClassVar[str] = "سیتنا"
    hosts: ClassVar[tuple[str, ...]] = ("citna.ir",)
    # «/news/337857/slug» and «/node/337857» are one article, and so is «/node/337857/printable/print».
    article: ClassVar[re.Pattern[str]] = re.compile(r"^/(?:node|news)/(?P<id>\d+)(?:/|$)")
    canonical_path: ClassVar[str] = "/node/{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/rss.xml", "/rss")
    robots_notes: ClassVar[str] = (
        "not seen; Drupal's own forbids /search, /user, /node/add; Cloudflare asks for a captcha"
    )
    tag_pages: ClassVar[tuple[str, ...]] = ("/taxonomy/term/58250?page={page}", "/taxonomy/term/56877?page={page}")
    first_page: ClassVar[int] = 0
    archive_links: ClassVar[Selectors] = ("div.item-list ul li a",)
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2021, Page2013)
