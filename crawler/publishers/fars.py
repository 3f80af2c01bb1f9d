"""Fars (خبرگزاری فارس): its own system. Since 2024 a single-page app, whose pages as sent hold no article."""

import re
from datetime import date
from typing import ClassVar, override
from urllib.parse import unquote, urlsplit

from crawler.pages import dates
from crawler.pages.page import Page, Selectors
from crawler.publishers.publisher import Publisher


class Page2018(Page):
    """The layout with `.nt-body`, until 2024."""

    since: ClassVar[date] = date(2018, 1, 1)
    signature: ClassVar[Selectors] = (".nt-body", ".publish-time, .lead")
    title: ClassVar[Selectors] = (".news-box h1.title", "h1.title", ".news-box .title")
    lead: ClassVar[Selectors] = (".news-box .lead", ".lead", "h1.title + p")
    body: ClassVar[Selectors] = (".nt-body", 'div[itemprop="articleBody"]')
    visible_date: ClassVar[Selectors] = (".publish-time", "div.header time")
    section: ClassVar[Selectors] = (".category-name a", ".category-name")
    tags: ClassVar[Selectors] = (".tags .radius", ".tags a")
    drop: ClassVar[Selectors] = (".tags", ".comments", "#comments", ".related-news", ".social")
    gallery: ClassVar[Selectors] = (".gallery", ".row.photos")
    player: ClassVar[Selectors] = (".top-video", "video")


class Page2008(Page):
    """The layout of newstext.php; years are printed with two digits, «۹۳/۱۱/۱۵ - ۱۲:۲۳».

    Title, text, date, number and section were seen in use; kicker and lead are named after them.
    """

    since: ClassVar[date] = date(2008, 1, 1)
    signature: ClassVar[Selectors] = (".nwstxtinfotitle",)
    title: ClassVar[Selectors] = (".nwstxtinfotitle",)
    kicker: ClassVar[Selectors] = (".nwstxtinforotitle",)
    lead: ClassVar[Selectors] = (".nwstxtinfolead", ".nwstxtlead")
    body: ClassVar[Selectors] = ('[id$="nwstxtBodyPane"]', ".nwstxtmainpane")
    visible_date: ClassVar[Selectors] = (".nwstxtdt",)
    news_code: ClassVar[Selectors] = (".nwstxtnn",)
    section: ClassVar[Selectors] = (".nwstxtctglink a",)
    drop: ClassVar[Selectors] = (".nwstxtevenrow", ".nwstxtoddrow", ".sentCommentsItem", ".nwstxtcomments")

    @override
    def find_visible(self) -> dates.Dated | None:
        """The printed date; these pages are of the fourteenth century, which they leave out."""
        if not self.printed_date:
            return None
        text, source = self.printed_date
        return dates.visible_date(text, source) or dates.visible_date(f"13{text}", source)


class Fars(Publisher):
    """Fars News Agency, on farsnews.ir; until about 1397 on farsnews.com."""

    code: ClassVar[str] = "fars"
    name: ClassVar[str] = "خبرگزاری فارس"
    hosts: ClassVar[tuple[str, ...]] = ("farsnews.ir", "farsnews.com")
    # «/news/14010204000332/slug» and «/newstext.php?nn=8707060255»: numbers begin with the Jalali day.
    article: ClassVar[re.Pattern[str]] = re.compile(
        r"^/(?:news/|newstext\.php\?nn=)(?P<id>(?P<year>(?:1[34])?\d\d)(?P<month>\d\d)(?P<day>\d\d)\d{4,6})(?!\d)"
    )
    canonical_path: ClassVar[str] = "/news/{id}"
    # The app's, «/user/1719310012148291475/slug».
    other_articles: ClassVar[tuple[tuple[re.Pattern[str], str], ...]] = (
        (re.compile(r"^/(?P<user>[\w.-]+)/(?P<id>\d{16,20})(?:/|$)"), "/{user}/{id}"),
    )
    feeds: ClassVar[tuple[str, ...]] = ("/rss",)
    robots_notes: ClassVar[str] = "not seen; a self-signed certificate from abroad in 2026"
    archive: ClassVar[str | None] = "/archive?cat=-1&subcat=-1&date={jy}/{jm}/{jd}&p={page}"
    archive_links: ClassVar[Selectors] = ("ul.last-news li > a",)
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2018, Page2008)

    @override
    @classmethod
    def locator(cls, url: str) -> str:
        """Path and query: the oldest addresses have the number in the query."""
        parts = urlsplit(url)
        return unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
