"""News on Drupal: the field names of its own templates, which themes seldom change."""

from datetime import date
from typing import ClassVar

from crawler.pages.page import Page, Selectors


class DrupalPage(Page):
    """Drupal 8 and later: `field--name-…`, with labels that are hidden from sight but stand in the text."""

    since: ClassVar[date] = date(2018, 1, 1)
    signature: ClassVar[Selectors] = (
        ".field--name-body",
        ".field--name-node-title, .field--name-field-lead, .field--name-node-post-date",
    )
    title: ClassVar[Selectors] = (".field--name-node-title", "h1.page-title", "h1")
    kicker: ClassVar[Selectors] = (".field--name-field-kicker", ".field--name-field-uptitle")
    lead: ClassVar[Selectors] = (".field--name-field-lead",)
    body: ClassVar[Selectors] = (".field--name-body",)
    visible_date: ClassVar[Selectors] = (".field--name-node-post-date",)
    news_code: ClassVar[Selectors] = ("span.nid",)
    section: ClassVar[Selectors] = (".breadcrumb a",)
    tags: ClassVar[Selectors] = ("ul.links.field__items li", ".field--name-field-tags a")
    drop: ClassVar[Selectors] = (
        ".field__label",
        ".visually-hidden",
        "ul.links",
        ".field--name-field-tags",
        ".field--name-comment",
        "#comments",
        ".comment",
    )
    player: ClassVar[Selectors] = (".video-js", "video")
    gallery: ClassVar[Selectors] = (".field--name-field-images", ".field--name-field-gallery", ".gallery")


class Drupal7Page(Page):
    """Drupal 7: `field-name-…`, each value in a `field-item`."""

    since: ClassVar[date] = date(2011, 1, 1)
    signature: ClassVar[Selectors] = (".field-name-body", ".field-name-post-date, .field-name-field-summary")
    title: ClassVar[Selectors] = ("#content h1", "h1")
    lead: ClassVar[Selectors] = (".field-name-field-summary .field-item", ".field-name-field-summary")
    body: ClassVar[Selectors] = (".field-name-body .field-item", ".field-name-body")
    visible_date: ClassVar[Selectors] = (".field-name-post-date .field-item", ".field-name-post-date")
    section: ClassVar[Selectors] = (".v-breadcrumbs a", ".breadcrumb a")
    tags: ClassVar[Selectors] = ('#content a[href^="/tag"]', ".field-name-field-tags a")
    drop: ClassVar[Selectors] = (".field-label", ".video-js", ".btn", ".field-name-field-tags", "#comments", ".comment")
    player: ClassVar[Selectors] = (".video-js", "video")
    gallery: ClassVar[Selectors] = (".field-name-field-images", ".gallery")
