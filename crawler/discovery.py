"""Feeds and sitemaps: which articles and which further lists they name, and when those were new."""

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

from lxml import etree
from persiantools.jdatetime import JalaliDate

from crawler.pages.dates import machine_date

_GZIP = b"\x1f\x8b"
# The sitemap protocol allows 50 MB; a small file that unpacks to more is a trap.
_LARGEST = 60_000_000
_FIRST_GREGORIAN = 1990
# /1402/10/01/, /2023/12/22/, fa_2023_12_sitemap.xml: the period that a list covers, if its address says so.
_PERIOD = re.compile(r"(?<!\d)(1[34]\d\d|20\d\d)(?:[/_-](\d{1,2}))?(?:[/_-](\d{1,2}))?(?!\d)")


class UnreadableList(ValueError):  # noqa: N818 - named for what it is about
    """A feed or sitemap that is neither XML nor JSON of a known form."""


@dataclass(frozen=True)
class Link:
    """An address that a list names, and the day it gives for it: of publication or of the last change."""

    url: str
    day: date | None = None


@dataclass(frozen=True)
class Listing:
    """What a list names: pages, and further lists."""

    pages: tuple[Link, ...] = ()
    lists: tuple[Link, ...] = ()


def read_list(body: bytes) -> Listing:
    """Links of an RSS or Atom feed, a sitemap, a sitemap index or their JSON form, packed or not.

    Raises UnreadableList.
    """
    plain = _unpacked(body).strip()
    if plain.startswith((b"{", b"[")):
        return _from_json(plain)
    # Entities are left alone: they could be made to read files or to grow without end.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(plain, parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableList(f"no XML: {fault}") from fault
    if root is None:
        raise UnreadableList("no XML in it")
    kind = _local(root)
    if kind == "sitemapindex":
        return Listing(lists=tuple(_entries(root, "sitemap")))
    if kind == "urlset":
        return Listing(pages=tuple(_entries(root, "url")))
    if kind in ("rss", "RDF", "feed"):
        return Listing(pages=tuple(_items(root)))
    raise UnreadableList(f"a <{kind}> is neither feed nor sitemap")


def last_day(url: str) -> date | None:
    """The last day of the period that a list's address names, in either calendar; None where it names none."""
    named = list(_PERIOD.finditer(unquote(urlsplit(url).path)))
    try:
        return _end(*(int(part or 0) for part in named[-1].groups())) if named else None
    except ValueError:
        return None


def _end(year: int, month: int, day: int) -> date:
    build = date if year >= _FIRST_GREGORIAN else _from_jalali
    if month and day:
        return build(year, month, day)
    following = build(year, month + 1, 1) if month and month < 12 else build(year + 1, 1, 1)
    return following - timedelta(days=1)


def _from_jalali(year: int, month: int, day: int) -> date:
    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # persiantools types it in part


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(_GZIP):
        return body
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(body, _LARGEST)
    except zlib.error as fault:
        raise UnreadableList(f"damaged gzip: {fault}") from fault
    if unpacker.unconsumed_tail:
        raise UnreadableList(f"more than {_LARGEST} bytes unpacked")
    if not unpacker.eof:
        raise UnreadableList("gzip cut short")
    return plain


def _from_json(plain: bytes) -> Listing:
    try:
        loaded = json.loads(plain)
    except (ValueError, RecursionError) as fault:
        raise UnreadableList(f"damaged JSON: {fault}") from fault
    entries = loaded.get("urls") if isinstance(loaded, dict) else loaded
    if not isinstance(entries, list):
        raise UnreadableList("JSON without urls")
    pages = []
    for entry in entries:
        if isinstance(entry, dict) and isinstance(loc := entry.get("loc"), str):
            # «lastmode» is how the sites that serve JSON spell it.
            changed = entry.get("lastmod") or entry.get("lastmode")
            pages.append(Link(loc.strip(), _day(changed if isinstance(changed, str) else None)))
    return Listing(pages=tuple(pages))


def _entries(root: etree._Element, name: str) -> Iterator[Link]:
    for entry in root:
        if _local(entry) == name and (loc := _text(entry, "loc")):
            yield Link(loc, _day(_text(entry, "publication_date") or _text(entry, "lastmod")))


def _items(root: etree._Element) -> Iterator[Link]:
    for entry in root.iter():
        if _local(entry) in ("item", "entry"):
            link = _text(entry, "link") or _href(entry)
            if link:
                stamp = _text(entry, "pubDate") or _text(entry, "published") or _text(entry, "updated")
                yield Link(link, _day(stamp or _text(entry, "date")))


def _href(entry: etree._Element) -> str | None:
    """An Atom entry's address: the link without a relation, or the alternate one."""
    for child in entry:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href")
    return None


def _text(entry: etree._Element, name: str) -> str | None:
    return next((text for one in entry.iter() if _local(one) == name and (text := (one.text or "").strip())), None)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _day(text: str | None) -> date | None:
    when = machine_date(text)
    return when.date() if when else None
