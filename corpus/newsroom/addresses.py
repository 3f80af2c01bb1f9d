"""The addresses that the two sites give their pages."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import quote

from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.jalali import jalali

HOSTS = {"irib": "www.irib-news.ir", "tasnim": "www.tasnimnews.ir"}
# Names under which the sites also answer, by sending the reader to the first.
SISTERS = {
    "irib": ("irib-news.ir", "iribnews.ir", "www.iribnews.ir"),
    "tasnim": ("tasnimnews.ir", "tasnimnews.com", "www.tasnimnews.com"),
}
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True)
class Entry:
    """A page as feeds, sitemaps and lists of links name it."""

    publisher: str
    path: str
    title: str
    moment: datetime
    section: str = ""
    lead: str | None = None

    @classmethod
    def of(cls, article: NewsroomArticle) -> Self:
        """The entry of an article, in the article's spelling."""
        printed = article.printed
        stem = stem_of(article.publisher, article.published_at, article.id)
        path = f"{stem}/{_slug(printed.title)}"
        return cls(article.publisher, path, printed.title, article.published_at, printed.section, printed.lead)

    @property
    def stem(self) -> str:
        """Its path without the slug, which leads to the same page."""
        return self.path.rpartition("/")[0]

    @property
    def raw_address(self) -> str:
        """Its address with Persian letters as they are, as feeds of IranSamaneh have it."""
        return f"https://{HOSTS[self.publisher]}{self.path}"

    @property
    def address(self) -> str:
        """Its address, percent-encoded."""
        return quote(self.raw_address, safe="/:")


def address(article: NewsroomArticle) -> str:
    """The address of an article on its site, as the site lists it: with slug, percent-encoded."""
    return Entry.of(article).address


def short_address(article: NewsroomArticle) -> str:
    """The same without slug: one article, one such address, whatever becomes of its title."""
    return f"https://{HOSTS[article.publisher]}{stem_of(article.publisher, article.published_at, article.id)}"


def stem_of(publisher: str, moment: datetime, number: str, kind: str = "news") -> str:
    """The part of a path that names a page; any slug may follow it. Tasnim's holds the Jalali date."""
    if publisher == "irib":
        return f"/fa/{kind}/{number}"
    return f"/fa/{kind}/{jalali(moment, '%Y/%m/%d', 'en')}/{number}"


def _slug(title: str) -> str:
    return _NO_WORD.sub("-", title).strip("-")
