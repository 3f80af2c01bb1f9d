"""Families: what the sites of one content system have in common beyond their pages. None is a publisher by itself."""

import re
from typing import ClassVar

from crawler.pages.page import Selectors
from crawler.publishers.publisher import Publisher


class IranSamanehSite(Publisher):
    """Addresses of an IranSamaneh site.

    The family's robots.txt forbids /fa/archive, /fa/print, /fa/save, /fa/send, /fa/report and /fa/ajax where it was
    seen, so feeds and sitemaps lead to its articles; the archive is here for the sites that allow it.
    """

    article: ClassVar[re.Pattern[str]] = re.compile(r"^/fa/news/(?P<id>\d+)(?:/|$)")
    canonical_path: ClassVar[str] = "/fa/news/{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/fa/rss/allnews",)
    sitemaps: ClassVar[tuple[str, ...]] = ("/fa-sitemap-news", "/fa-sitemap-newsarchive")
    archive: ClassVar[str | None] = (
        "/fa/archive?service_id=-1&sec_id=-1&cat_id=-1&rpp=100"
        "&from_date={jy}/{jm:02}/{jd:02}&to_date={jy}/{jm:02}/{jd:02}&p={page}"
    )
    archive_links: ClassVar[Selectors] = ("div.archive_content a", "div.linear_news a", "a.title5")
