"""One entry of a feed or sitemap: its address, day, title and lead."""

import re
from datetime import date
from html import unescape

from lxml import etree

from crawler.discovery.listing import Link
from crawler.pages.dates import machine_date

# A name in place of a weekday's («Shanbe, 24 Oct 2026», «شنبه، ۲۴ Oct») or a wrong one: the date says it all.
_WEEKDAY = re.compile(r"^\s*[^\d\s,،]+\s*[,،]\s*(?=\d)")
_MARKUP = re.compile(r"<[^>]*>")
_LONGEST_LEAD = 2_000


def sitemap_entry(entry: etree._Element) -> Link | None:
    """Of a sitemap or an index; None where it has no address."""
    loc = _text(entry, "loc")
    if not loc:
        return None
    return Link(loc, _day(_text(entry, "publication_date") or _text(entry, "lastmod")), _plain(_text(entry, "title")))


def feed_entry(entry: etree._Element) -> Link | None:
    """Of RSS or Atom; None where it has no address."""
    link = _text(entry, "link") or _href(entry)
    if not link:
        return None
    stamps = (_text(entry, name) for name in ("pubDate", "published", "updated", "date"))
    lead = _text(entry, "description") or _text(entry, "summary")
    return Link(link, _day(next(filter(None, stamps), None)), _plain(_text(entry, "title")), _plain(lead))


def local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _href(entry: etree._Element) -> str | None:
    """An Atom entry's address: the link without a relation, or the alternate one."""
    for child in entry:
        if local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href")
    return None


def _text(entry: etree._Element, name: str) -> str | None:
    return next((text for one in entry.iter() if local(one) == name and (text := (one.text or "").strip())), None)


def _plain(text: str | None) -> str | None:
    """What people read of a description that may be written as HTML."""
    return " ".join(unescape(_MARKUP.sub(" ", text[:_LONGEST_LEAD])).split()) or None if text else None


def _day(text: str | None) -> date | None:
    when = machine_date(text) or machine_date(_WEEKDAY.sub("", text) if text else None)
    return when.date() if when else None
