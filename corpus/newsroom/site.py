"""A site of the sample newsroom: pages by path."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qsl

from corpus.newsroom.addresses import Entry, filled
from corpus.newsroom.edition import Edition
from corpus.newsroom.feeds import feed_pages
from corpus.newsroom.lists import Lookup, fixed, lookups
from corpus.newsroom.odd import odd_pages
from corpus.newsroom.page import Page
from corpus.newsroom.printing import article_page
from corpus.newsroom.sitemaps import roots, sitemaps


@dataclass(frozen=True)
class Site:
    """A host, the sister names that redirect to it, and its pages by path, without percent signs.

    `stem` is the part of an article's path that counts: what follows it, the slug, may be missing or differ.
    `positions` leads from such a part to the article's place in `edition`. `lookups` are pages that depend on the
    query. `odd` names the pages that are no articles although sitemaps link them: kind to address.
    """

    edition: Edition
    stem: re.Pattern[str]
    pages: Mapping[str, Page]
    lookups: Mapping[str, Lookup]
    positions: Mapping[str, int]
    odd: Mapping[str, str]

    @property
    def host(self) -> str:
        """The host that answers."""
        return self.edition.outlet.host

    @property
    def sisters(self) -> tuple[str, ...]:
        """Hosts that lead there."""
        return self.edition.outlet.hosts[1:]

    def find(self, path: str, query: str = "") -> Page | None:
        """The page at `path`, None where the site has none."""
        if query and (page := self.pages.get(f"{path}?{query}")):
            return page
        if look_up := self.lookups.get(path):
            return look_up(dict(parse_qsl(query)))
        if page := self.pages.get(path):
            return page
        stem = self.stem_of(path)
        return self.pages.get(stem) if stem else None

    def stem_of(self, path: str) -> str | None:
        """The part of `path` that would name an article; None where it has none."""
        found = self.stem.match(path)
        return found[1] if found else None


def build(edition: Edition) -> Site:
    """The site of `edition`."""
    odd = odd_pages(edition)
    listed = (*(one.entry for one in odd), *edition.entries)
    pages = fixed(edition) | {one.entry.stem: one.page for one in odd} | feed_pages(edition)
    pages |= sitemaps(edition, listed) | {"/robots.txt": _robots(edition, listed)}
    positions: dict[str, int] = {}
    for position, entry in enumerate(edition.entries):
        pages |= _redirects(edition, position)
        page = Page(partial(article_page, edition, position), entry.moment)
        for stem in (entry.stem, *_other_stems(edition, position)):
            pages[stem] = page
            positions[stem] = position
    addresses = {one.kind: one.entry.address for one in odd}
    return Site(edition, edition.outlet.stem, pages, lookups(edition), positions, addresses)


def _other_stems(edition: Edition, position: int) -> list[str]:
    outlet = edition.outlet
    return [filled(form, outlet, edition.articles[position]) for form in outlet.also]


def _redirects(edition: Edition, position: int) -> dict[str, Page]:
    """Short addresses, which lead to the article's own."""
    outlet, entry = edition.outlet, edition.entries[position]
    return {
        filled(form, outlet, edition.articles[position]): Page(str, entry.moment, status=301, location=entry.address)
        for form in outlet.redirects
    }


def _robots(edition: Edition, listed: tuple[Entry, ...]) -> Page:
    lines = ["User-agent: *", *edition.outlet.robots, ""]
    lines += [f"Sitemap: https://{edition.outlet.host}{path}" for path in roots(edition, listed)]
    return Page(partial(str, "\n".join(lines) + "\n"), edition.newest, "text/plain")
