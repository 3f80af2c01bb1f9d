"""The addresses that the sites give their pages."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import quote

from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.jalali import parts
from corpus.newsroom.outlets import Outlet, outlets

HOSTS = {code: outlet.host for code, outlet in outlets().items()}
_NO_WORD = re.compile(r"\W+")
# What NewsStudio writes its short addresses in: no two alike, and no vowels to make a word.
_LETTERS = "23456789bcdfghjkmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as feeds, sitemaps and lists of links name it: `stem` is its path without the slug, which may be any."""

    publisher: str
    stem: str
    slug: str
    title: str
    moment: datetime
    section: str = ""
    lead: str | None = None

    @classmethod
    def of(cls, article: NewsroomArticle) -> Self:
        """The entry of an article, in the article's spelling."""
        printed, outlet = article.printed, outlets()[article.publisher]
        return cls(
            article.publisher,
            stem_of(outlet, article),
            outlet.slug_after + slug_of(printed.title),
            printed.title,
            article.published_at,
            printed.section,
            printed.lead,
        )

    @property
    def path(self) -> str:
        """Its path as the site lists it."""
        return self.stem + self.slug

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
    outlet = outlets()[article.publisher]
    return quote(f"https://{outlet.host}{stem_of(outlet, article)}", safe="/:")


def stem_of(outlet: Outlet, article: NewsroomArticle) -> str:
    """The part of an article's path that names it."""
    return filled(outlet.at(article.published_at).path, outlet, article)


def filled(form: str, outlet: Outlet, article: NewsroomArticle) -> str:
    """The path that `form` gives an article: its number, day, section, and its number in letters."""
    return form.format(
        id=article.id,
        short=_in_letters(int(article.id)),
        section=slug_of(article.section),
        n=section_number(outlet, article.section),
        **parts(article.published_at),
    )


def section_number(outlet: Outlet, section: str) -> int:
    """The number that a site has for a section: its own, else one made from the name."""
    return outlet.section_numbers.get(section) or 100 + sum(map(ord, section)) % 900


def slug_of(text: str) -> str:
    """Words of `text` with hyphens between them."""
    return _NO_WORD.sub("-", text).strip("-")


def _in_letters(number: int) -> str:
    letters = ""
    while number:
        number, digit = divmod(number, len(_LETTERS))
        letters = _LETTERS[digit] + letters
    return letters
