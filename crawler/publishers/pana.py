"""Pana (خبرگزاری پانا), the pupils' agency. robots.txt and feed were not to be had."""

import re
from datetime import date
from typing import ClassVar

from crawler.pages.asam import AsamPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import AsamSite


class Page2024(AsamPage):
    """The family's layout."""

    since: ClassVar[date] = date(2024, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()


class Page2015(Page):
    """The layout before, of another system: every part has an id, `#Content_title` and the like."""

    since: ClassVar[date] = date(2015, 1, 1)
    signature: ClassVar[Selectors] = ("#Content_title", ".NewsText")
    title: ClassVar[Selectors] = ("#Content_title",)
    kicker: ClassVar[Selectors] = ("#Content_rutitr",)
    lead: ClassVar[Selectors] = ("#Content_lid", "#Content_UnderTitle")
    body: ClassVar[Selectors] = (".NewsText",)
    visible_date: ClassVar[Selectors] = ("#Content_publishdate",)
    news_code: ClassVar[Selectors] = ("#Content_newsid", "#Content_NewsCode")
    section: ClassVar[Selectors] = ('#breadCrumbsContainer [itemprop="title"]',)
    tags: ClassVar[Selectors] = ("#keyWordContainer strong",)
    drop: ClassVar[Selectors] = (".video-js", ".btn", "#keyWordContainer", "#comments", ".comments")
    gallery: ClassVar[Selectors] = ("#PhotoGalleryContainer", ".photoThumbnail")
    player: ClassVar[Selectors] = ("video", ".video-js")


class Pana(AsamSite):
    """Pana. Articles of the former system are at /news/{id}; whether its numbers went on is not known."""

    code: ClassVar[str] = "pana"
    name: ClassVar[str] = "خبرگزاری پانا"
    hosts: ClassVar[tuple[str, ...]] = ("pana.ir",)
    other_articles: ClassVar[tuple[tuple[re.Pattern[str], str], ...]] = (
        (re.compile(r"^/news/(?P<id>\d+)(?:/|$)"), "/news/{id}"),
    )
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2024, Page2015)
