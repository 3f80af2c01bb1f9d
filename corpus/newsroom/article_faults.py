"""Faults of an article's page: other versions of it, and what stands in its place."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from corpus.newsroom.answers import Answer, page_answer
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.markup import Markup, fill
from corpus.newsroom.odd import photo_page, video_page
from corpus.newsroom.outlets import Outlet
from corpus.newsroom.page import Page
from corpus.newsroom.printing import Dates, article_page, machine
from corpus.newsroom.request import Request

_LATE = timedelta(days=400)
_CHANGED_AFTER = timedelta(hours=2)
_CLASS = re.compile(r'\bclass="([^"]*)"')
_NAMED = re.compile(r' (?:id|itemprop)="[^"]*"')


def edited(article: NewsroomArticle) -> NewsroomArticle:
    """The later version of an article: longer title, one more paragraph."""
    more = "این خبر پس از انتشار کامل شد و توضیح روابط عمومی به آن افزوده شد."
    return article.model_copy(update={"title": f"{article.title} + توضیح", "body": (*article.body, more)})


def missing(status: int, asked: Request) -> Answer:
    """The site's page for what it has not."""
    return asked.page(asked.site.edition.page("صفحه پیدا نشد", fill("missing.html")), status)


def photo(asked: Request) -> Answer:
    """Pictures under the title."""
    return asked.well if asked.position is None else asked.page(photo_page(asked.site.edition, _title(asked)))


def video(asked: Request) -> Answer:
    """A film under the title."""
    return asked.well if asked.position is None else asked.page(video_page(asked.site.edition, _title(asked)))


def _title(asked: Request) -> str:
    return asked.site.edition.entries[asked.position or 0].title


def drift(asked: Request) -> Answer:
    """The page after a redesign."""
    if asked.position is None:
        return asked.well
    page = article_page(asked.site.edition, asked.position)
    renamed = _CLASS.sub(lambda found: f'class="{" ".join(f"v2-{name}" for name in found[1].split())}"', page)
    return asked.page(Markup(_NAMED.sub("", renamed)))


def empty(asked: Request) -> Answer:
    """The page without a text."""
    return (
        asked.well
        if asked.position is None
        else asked.page(article_page(asked.site.edition, asked.position, empty=True))
    )


def edited_later(asked: Request) -> Answer:
    """Its later version."""
    return _versioned(asked, edited, lambda outlet, at: Dates.of(outlet, at, at + _CHANGED_AFTER))


def future(asked: Request) -> Answer:
    """The page with a date to come."""
    return _versioned(
        asked, None, lambda outlet, at: replace(Dates.of(outlet, at), machine=machine(outlet, at + _LATE))
    )


def clock_only(asked: Request) -> Answer:
    """The page without a date."""
    return _versioned(asked, None, lambda outlet, at: Dates("", "", ""))


def _versioned(
    asked: Request,
    change: Callable[[NewsroomArticle], NewsroomArticle] | None,
    dates: Callable[[Outlet, datetime], Dates],
) -> Answer:
    """Another version of the article that was asked for."""
    if asked.position is None:
        return asked.well
    edition = asked.site.edition
    article = edition.articles[asked.position]
    told = dates(edition.outlet, article.published_at)
    page = partial(article_page, edition, asked.position, change(article) if change else article, told)
    return page_answer(Page(page, article.published_at + _CHANGED_AFTER), asked.headers)
