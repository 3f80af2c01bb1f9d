"""What the crawler has to know about a publisher: one small class each, in a file of its own."""

import re
from datetime import date
from typing import ClassVar
from urllib.parse import urlsplit, urlunsplit

from persiantools.jdatetime import JalaliDate

from crawler.pages.page import Page


class Publisher:
    """A news site: where it lives, what its articles are called, where it lists them, how its pages read."""

    code: ClassVar[str]
    name: ClassVar[str]
    hosts: ClassVar[tuple[str, ...]]  # the one that answers now first, then older and sister ones, all without "www."
    article: ClassVar[re.Pattern[str]]  # an article's path; group "id" is the publisher's number of it
    canonical_path: ClassVar[str]  # filled with the groups of `article`
    feeds: ClassVar[tuple[str, ...]] = ()
    sitemaps: ClassVar[tuple[str, ...]] = ()
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
    def article_id(cls, url: str) -> str | None:
        """The publisher's number of the article at this address; None if it is no article's address."""
        match = cls.article.search(urlsplit(url).path) if cls.owns(url) else None
        return match["id"] if match else None

    @classmethod
    def canonical(cls, url: str) -> str | None:
        """The one address of the article: current host, no slug, no query. None if it is no article's address."""
        match = cls.article.search(urlsplit(url).path) if cls.owns(url) else None
        return cls.home() + cls.canonical_path.format(**match.groupdict()) if match else None

    @classmethod
    def day(cls, url: str) -> date | None:
        """The day of publication that an article's address names, by its groups year, month and day (Jalali)."""
        match = cls.article.search(urlsplit(url).path)
        named = match.groupdict() if match else {}
        try:
            year, month, day = (int(named[part]) for part in ("year", "month", "day"))
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
    def lists(cls) -> tuple[str, ...]:
        """Addresses of feeds and sitemaps, where discovery begins."""
        return tuple(cls.home() + path for path in (*cls.feeds, *cls.sitemaps))


def bare_host(url: str) -> str:
    """Host of an address without "www." and port; empty for what is no address."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
