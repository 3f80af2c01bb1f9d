"""Sitemaps as JSON: {"urls": [{"loc": …, "lastmod": …}]}, as old days of NewsStudio sites have them."""

import json

from crawler.discovery.limits import MOST_LINKS
from crawler.discovery.listing import Link, Listing, UnreadableList
from crawler.pages.dates import machine_date


def read_json(plain: bytes) -> Listing:
    """Its pages. Raises UnreadableList."""
    try:
        loaded = json.loads(plain)
    except (ValueError, RecursionError) as fault:
        raise UnreadableList(f"damaged JSON: {fault}") from fault
    entries = loaded.get("urls") if isinstance(loaded, dict) else loaded
    if not isinstance(entries, list):
        raise UnreadableList("JSON without urls")
    pages = [
        _link(loc, entry)
        for entry in entries[:MOST_LINKS]
        if isinstance(entry, dict) and isinstance(loc := entry.get("loc"), str)
    ]
    return Listing(pages=tuple(pages), damage=f"over {MOST_LINKS} links" if len(entries) > MOST_LINKS else None)


def _link(loc: str, entry: dict[str, object]) -> Link:
    # «lastmode» is how the sites that serve JSON spell it.
    changed = entry.get("lastmod") or entry.get("lastmode")
    when = machine_date(changed if isinstance(changed, str) else None)
    title = entry.get("title")
    return Link(loc.strip(), when.date() if when else None, title if isinstance(title, str) else None)
