"""Pages of the Asam system, which ILNA, Jamaran, Pana and Moj use."""

from datetime import date
from typing import ClassVar, override

from crawler.pages import dates
from crawler.pages.page import Page, Selectors
from crawler.pages.tree import select


class AsamPage(Page):
    """The layout with `.article_body #echo_detail` and `time[datetime]`, as seen until 2024."""

    since: ClassVar[date] = date(2015, 1, 1)
    signature: ClassVar[Selectors] = (
        ".article_body #echo_detail, .article_body .echo_detail, .article_body #echo_details",
    )
    title: ClassVar[Selectors] = ("article h1.title", "h1.title", "article h1", ".news_content .title", "h1")
    kicker: ClassVar[Selectors] = (".uptitle", ".up-title", "h2.up_title", "h2.news-uptitle")
    lead: ClassVar[Selectors] = ("article .lead", ".lead", "p.news-lead", "p.news_lead")
    body: ClassVar[Selectors] = (
        ".article_body #echo_detail",
        ".article_body .echo_detail",
        ".article_body #echo_details",
        "#echo_detail",
        "#main_ck_editor",
    )
    visible_date: ClassVar[Selectors] = ("article time", ".news_time", ".news-time", ".news_nav_title", "time")
    news_code: ClassVar[Selectors] = (".news_code", ".news-code", ".news_id")
    section: ClassVar[Selectors] = (".breadcrumb_list li a", ".breadcrumb li a")
    tags: ClassVar[Selectors] = (
        ".article_tags li",
        ".article_tag a",
        ".article-tag a",
        ".news_tags a",
        ".tags li a",
        ".tag_items a",
    )
    drop: ClassVar[Selectors] = (
        ".article_tags",
        ".article_tag",
        ".article-tag",
        ".news_tags",
        ".sec_info",
        ".share_news",
        ".short_link_cnt",
        ".tinyurl_form",
        ".related_news",
        ".comments-list",
        ".comments",
        ".noprint",
    )
    # Each site has its own names for it: .album_content, .gallery_containar, .new_gallery_list.
    gallery: ClassVar[Selectors] = ('[class*="album"]', '[class*="gallery"]')
    player: ClassVar[Selectors] = ("video", ".video-js-container", ".video-js")
    machine_time: ClassVar[Selectors] = ("article time[datetime]", "time[datetime]")

    @override
    def _published_by_machine(self) -> dates.Dated | None:
        return super()._published_by_machine() or self._timed()

    def _timed(self) -> dates.Dated | None:
        """The article's time element; some write the Jalali date into its attribute."""
        for selector in self.machine_time:
            for element in select(self.root, selector):
                stamp = element.get("datetime", "")
                if when := dates.machine_date(stamp):
                    return dates.Dated(when, f"css:{selector}")
                if jalali := dates.visible_date(stamp.replace("T", " "), f"css:{selector}"):
                    return jalali
        return None
