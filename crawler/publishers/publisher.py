"""What the crawler has to know about a publisher: one small class each, in a file of its own."""

import re
from datetime import date
from functools import lru_cache
from typing import ClassVar
from urllib.parse import unquote, urlsplit, urlunsplit

from persiantools.jdatetime import JalaliDate

from crawler.pages.page import Page, Selectors
from crawler.visits import FRESH_HOURS

# Addresses that leave the century out are of the fourteenth.
_TWO_DIGITS = 99
_CENTURY = 1300


class Publisher:
    """A news site: where it lives, what its articles are called, where it lists them, how its pages read."""

    code: ClassVar[str]
    name: ClassVar[str]
    hosts: ClassVar[tuple[str, ...]]  # the one that answers now first, then older and sister ones, all without "www."
    article: ClassVar[re.Pattern[str]]  # an article's path; group "id" is the publisher's number of it
    canonical_path: ClassVar[str]  # filled with the groups of `article`
    other_articles: ClassVar[tuple[tuple[re.Pattern[str], str], ...]] = ()  # further forms of both, as of other systems
    feeds: ClassVar[tuple[str, ...]] = ()
    sitemaps: ClassVar[tuple[str, ...]] = ()
    yearly_sitemap: ClassVar[str | None] = None  # path of the sitemap of one Jalali year, {jy}
    # Path of the list of one Jalali day, filled by `archive_path`: {jy} {jm} {jd} {page}, zero-padded as {jm:02}.
    archive: ClassVar[str | None] = None
    archive_links: ClassVar[Selectors] = ()  # what links to articles on an archive, tag or search page
    tag_pages: ClassVar[tuple[str, ...]] = ()  # paths of tag and search pages: {word} (quoted for a path), {page}
    first_page: ClassVar[int] = 1  # the {page} that these lists begin with
    timezone: ClassVar[str] = "Asia/Tehran"  # of dates without an offset
    robots_notes: ClassVar[str] = ""  # what robots.txt forbids and who answers from where; the crawler asks it anyway
    revisits: ClassVar[tuple[float, ...]] = FRESH_HOURS  # hours after publication at which an article is read again
    layouts: ClassVar[tuple[type[Page], ...]] = ()  # newest first

    @classmethod
    def home(cls) -> str:
        """Address of the site, without a final slash."""
        return f"https://www.{cls.hosts[0]}"

    @classmethod
    def owns(cls, url: str) -> bool:
        """Whether the address is on one of the publisher's hosts."""
        return bare_host(url) in cls.hosts

    @classmethod
    def locator(cls, url: str) -> str:
        """The part of an address that `article` is matched against: the path, with its letters unquoted."""
        return _path(url)

    @classmethod
    def article_id(cls, url: str) -> str | None:
        """The publisher's number of the article at this address; None if it is no article's address."""
        matched = cls._matched(url)
        return matched[0]["id"] if matched else None

    @classmethod
    def canonical(cls, url: str) -> str | None:
        """The one address of the article: current host, no slug, no query. None if it is no article's address."""
        matched = cls._matched(url)
        return cls.home() + matched[1].format(**matched[0].groupdict()) if matched else None

    @classmethod
    def day(cls, url: str) -> date | None:
        """The day of publication that an article's address names, by its groups year, month and day (Jalali)."""
        matched = cls._matched(url)
        named = matched[0].groupdict() if matched else {}
        try:
            year, month, day = (int(named[part]) for part in ("year", "month", "day"))
            year += 0 if year > _TWO_DIGITS else _CENTURY
            return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # typed in part
        except (KeyError, ValueError):
            return None

    @classmethod
    def address(cls, url: str) -> str:
        """Where to ask for a listed address: sites go on listing hosts that no longer answer."""
        parts = urlsplit(url)
        if parts.scheme == "https" and bare_host(url) == cls.hosts[0]:
            return url
        return urlunsplit(("https", f"www.{cls.hosts[0]}", parts.path, parts.query, ""))

    @classmethod
    def archive_path(cls, day: date, page: int = 1) -> str | None:
        """Path of the archive's list of a day (Gregorian here), pages from 1; None where it has none by day.

        robots.txt may forbid it all the same.
        """
        jalali = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]  # typed in part
        return cls.archive and cls.archive.format(jy=jalali.year, jm=jalali.month, jd=jalali.day, page=page)

    @classmethod
    def _matched(cls, url: str) -> tuple[re.Match[str], str] | None:
        """The parts of an article's address, and the canonical path that they fill."""
        if not cls.owns(url):
            return None
        located = cls.locator(url)
        forms = ((cls.article, cls.canonical_path), *cls.other_articles)
        return next(((match, path) for form, path in forms if (match := form.search(located))), None)

    @classmethod
    def lists(cls) -> tuple[str, ...]:
        """Addresses of feeds and sitemaps, where discovery begins."""
        return tuple(cls.home() + path for path in (*cls.feeds, *cls.sitemaps))


@lru_cache(maxsize=16)
def _path(url: str) -> str:
    return unquote(urlsplit(url).path)


@lru_cache(maxsize=16)
def bare_host(url: str) -> str:
    """Host of an address without "www." and port; empty for what is no address."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
