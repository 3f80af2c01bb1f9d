"""Pages of the IranSamaneh system (also seen as Didgah and stnews), which some twenty Iranian news sites use."""

from datetime import date
from typing import ClassVar

from crawler.pages.page import Page, Selectors


class IranSamanehPage(Page):
    """The layout with `.news_toolbar`, `.rutitr`, `.title`, `.subtitle` and `.body`, as seen until 2026."""

    since: ClassVar[date] = date(2010, 1, 1)
    signature: ClassVar[Selectors] = (".body", ".news_pdate_c, .news_id_c, .rutitr")
    title: ClassVar[Selectors] = ("h1.title", 'h1[class*="title"]', "h1.Htags", "div.title h1", "h1")
    kicker: ClassVar[Selectors] = (".rutitr",)
    lead: ClassVar[Selectors] = (
        "div.subtitle",
        "p.subtitle",
        ".Htags_news_subtitle .news_strong",
        "strong.news_strong",
    )
    body: ClassVar[Selectors] = ("div.body", "section.body", "#newsMainBody", ".baznashr-body")
    visible_date: ClassVar[Selectors] = (".news_pdate_c", ".photo_pub_date", ".photo_pdate", ".fa_date")
    news_code: ClassVar[Selectors] = (".news_id_c", ".news_id")
    section: ClassVar[Selectors] = (".news_path a", ".news_path2 a")
    tags: ClassVar[Selectors] = (".tags_title a", ".tag_items_photo a", ".tag_items a")
    drop: ClassVar[Selectors] = (
        ".comments_item",
        ".comm_answer",
        ".comm_answer_line",
        "#comments",
        ".tags_title",
        ".news_toolbar",
        ".news_tools",
        ".inner_related",
        ".related_news",
        ".news_related",
        ".sharing",
        ".share_to_con",
    )
    gallery: ClassVar[Selectors] = (
        ".photo_body",
        ".news_album_main_part",
        ".album_content",
        ".album_listi",
        ".image_set",
    )
    player: ClassVar[Selectors] = (".video_title", ".video_body", ".video_content", "video")
