"""Families: what the sites of one content system have in common beyond their pages. None is a publisher by itself."""

import re
from typing import ClassVar, override

from crawler.pages.page import Selectors
from crawler.publishers.publisher import Publisher


class IranSamanehSite(Publisher):
    """Addresses of an IranSamaneh site. The archive is here for those that allow it; see `robots_notes`."""

    article: ClassVar[re.Pattern[str]] = re.compile(r"^/fa/news/(?P<id>\d+)(?:/|$)")
    canonical_path: ClassVar[str] = "/fa/news/{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/fa/rss/allnews",)
    sitemaps: ClassVar[tuple[str, ...]] = ("/fa-sitemap-news", "/fa-sitemap-newsarchive")
    archive: ClassVar[str | None] = (
        "/fa/archive?service_id=-1&sec_id=-1&cat_id=-1&rpp=100"
        "&from_date={jy}/{jm:02}/{jd:02}&to_date={jy}/{jm:02}/{jd:02}&p={page}"
    )
    robots_notes: ClassVar[str] = "not seen; as IRIB's, it may forbid /fa/archive, /fa/print and the like"
    archive_links: ClassVar[Selectors] = ("div.archive_content a", "div.linear_news a", "a.title5")


class NewsStudioSite(Publisher):
    """Addresses of a NewsStudio (Nastooh) site.

    One number is one item, whatever its kind: «/news/{id}/slug», «/photo/{id}», before 1396 «/fa/news/{id}/slug».
    """

    # What short links are written in: the digits and letters that cannot be taken for one another or make a word.
    _SHORT: ClassVar[str] = "23456789bcdfghjkmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ"

    article: ClassVar[re.Pattern[str]] = re.compile(r"^(?:/fa)?/(?:news|photo|video|media|live)/(?P<id>\d+)(?:/|$)")
    canonical_path: ClassVar[str] = "/news/{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/rss",)
    sitemaps: ClassVar[tuple[str, ...]] = ("/sitemap/news/sitemap.xml", "/sitemap/all/sitemap.xml")
    yearly_sitemap: ClassVar[str | None] = "/sitemap/{jy}/sitemap.xml"
    archive: ClassVar[str | None] = "/page/archive.xhtml?mn={jm}&wide=0&dy={jd}&ms=0&pi={page}&yr={jy}"
    archive_links: ClassVar[Selectors] = (
        "div.items > ul > li h3 a",
        "li.news h3 a",
        "div.desc h3 a",
        "section.list li figure > a",
    )
    tag_pages: ClassVar[tuple[str, ...]] = ("/tag/{word}",)
    robots_notes: ClassVar[str] = "typically only /search, /print and /link are forbidden"
    # Whether a short link «/x349jN» is the article's number in another notation; on some sites it is a number apart.
    short_links: ClassVar[bool] = False

    @override
    @classmethod
    def locator(cls, url: str) -> str:
        """The path; that of the article for a short link."""
        path = super().locator(url)
        code = path.removeprefix("/x")
        if not cls.short_links or code == path or not code or not set(code) <= set(cls._SHORT):
            return path
        number = 0
        for letter in code:
            number = number * len(cls._SHORT) + cls._SHORT.index(letter)
        return f"/news/{number}"


class AsamSite(Publisher):
    """Addresses of an Asam site: «/بخش-{service}-{n}/{id}-{slug}», which links write percent-encoded."""

    article: ClassVar[re.Pattern[str]] = re.compile(r"^/(?:fa/tiny/news-|fa/news/|[^/]+-\d+/)(?P<id>\d{4,})(?:[-/]|$)")
    # The address the sites themselves give for sharing, which needs neither section nor slug.
    canonical_path: ClassVar[str] = "/fa/tiny/news-{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/feeds",)
    sitemaps: ClassVar[tuple[str, ...]] = ("/sitemap.xml",)  # where the protocol has it; none was seen
    archive_links: ClassVar[Selectors] = ("article h3 a", ".news_list h3 a", "h2 a", "h3 a")
    robots_notes: ClassVar[str] = "not seen"
