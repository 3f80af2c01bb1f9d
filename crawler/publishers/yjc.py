"""Young Journalists Club (باشگاه خبرنگاران جوان): the IranSamaneh system under two themes."""

from datetime import date
from typing import ClassVar

from crawler.pages.iransamaneh import IranSamanehPage
from crawler.pages.page import Page, Selectors
from crawler.publishers.families import IranSamanehSite


class Page2019(IranSamanehPage):
    """The layout with `.baznashr-body`: title and lead in `.Htags`, path and related news at the body's end."""

    since: ClassVar[date] = date(2019, 1, 1)
    signature: ClassVar[Selectors] = (".baznashr-body", ".title-news, .news_strong")
    title: ClassVar[Selectors] = ("h1.Htags .title-news", ".title-news", "h1.Htags", ".baznashr-title")
    lead: ClassVar[Selectors] = (".Htags_news_subtitle .news_strong", "strong.news_strong", ".baznashr-subtitle")
    body: ClassVar[Selectors] = (".baznashr-body",)
    visible_date: ClassVar[Selectors] = (
        ".details-box-news .photo-newspage-date .date-color-news",
        ".details-box-news .date-color-news",
        ".date-color-news",
    )
    news_code: ClassVar[Selectors] = (".number-news",)
    section: ClassVar[Selectors] = ("a.cat-news-details", "a.service-news", "a.cat-news")
    tags: ClassVar[Selectors] = (".tag_items_photo a", ".tags_title a")
    drop: ClassVar[Selectors] = (".path_bottom_body", ".parent-lead-img", ".det-1", *IranSamanehPage.drop)
    gallery: ClassVar[Selectors] = (".col-grid-album-photo", *IranSamanehPage.gallery)


class Page2012(IranSamanehPage):
    """The family's own layout, before."""

    since: ClassVar[date] = date(2012, 1, 1)
    # Its markup is the family's, so it says nothing about whose page it is.
    signature: ClassVar[Selectors] = ()
    body: ClassVar[Selectors] = ("div.body", "section.body")


class YJC(IranSamanehSite):
    """Young Journalists Club, on yjc.ir; some years on yjc.news."""

    code: ClassVar[str] = "yjc"
    name: ClassVar[str] = "باشگاه خبرنگاران جوان"
    hosts: ClassVar[tuple[str, ...]] = ("yjc.ir", "yjc.news")
    layouts: ClassVar[tuple[type[Page], ...]] = (Page2019, Page2012)
