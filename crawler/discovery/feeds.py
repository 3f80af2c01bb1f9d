"""Reads RSS, Atom, sitemaps and sitemap indexes, entry by entry: of a big one never the whole tree is held."""

from collections.abc import Callable, Iterator
from io import BytesIO

from lxml import etree

from crawler.discovery.entries import feed_entry, local, sitemap_entry
from crawler.discovery.limits import MOST_LINKS
from crawler.discovery.listing import Link, Listing, UnreadableList
from crawler.discovery.sitemaps_json import read_json
from crawler.discovery.unpacking import unpacked

_CUT_SHORT = "ERR_TAG_NOT_FINISHED"
_ENTRIES: dict[str, tuple[frozenset[str], Callable[[etree._Element], Link | None]]] = {
    "sitemapindex": (frozenset({"sitemap"}), sitemap_entry),
    "urlset": (frozenset({"url"}), sitemap_entry),
    **dict.fromkeys(("rss", "RDF", "feed"), (frozenset({"item", "entry"}), feed_entry)),
}


def read_list(body: bytes) -> Listing:
    """Links of an RSS or Atom feed, a sitemap, a sitemap index or their JSON form, packed or not.

    What is damaged is read as far as it can be, and `damage` says so. Raises UnreadableList.
    """
    plain, damage = unpacked(body)
    plain = plain.strip()
    listing = read_json(plain) if plain.startswith((b"{", b"[")) else _read_xml(plain)
    return Listing(listing.pages, listing.lists, damage or listing.damage)


def _read_xml(plain: bytes) -> Listing:
    # Entities are left alone: they could be made to read files or to grow without end.
    steps = etree.iterparse(
        BytesIO(plain),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
    )
    try:
        root = next((element for _, element in steps), None)
        if root is None:
            raise UnreadableList("no XML in it")
        kind = local(root)
        if kind not in _ENTRIES:
            raise UnreadableList(f"a <{kind}> is neither feed nor sitemap")
        links, damage = _gather(steps, kind)
    except etree.XMLSyntaxError as fault:
        raise UnreadableList(f"no XML: {fault}") from fault
    if not damage and any(error.type_name == _CUT_SHORT for error in steps.error_log) and not _closed(plain, kind):
        # The last address may be cut short too, and be another article's then.
        links, damage = links[:-1], "cut short"
    return Listing(lists=links, damage=damage) if kind == "sitemapindex" else Listing(pages=links, damage=damage)


def _gather(steps: Iterator[tuple[str, etree._Element]], kind: str) -> tuple[tuple[Link, ...], str | None]:
    names, read = _ENTRIES[kind]
    found: list[Link] = []
    for event, element in steps:
        if event != "end" or local(element) not in names:
            continue
        if link := read(element):
            found.append(link)
        if len(found) >= MOST_LINKS:
            return tuple(found), f"over {MOST_LINKS} links"
        _forget(element)
    return tuple(found), None


def _forget(element: etree._Element) -> None:
    """Free an entry that was read, and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


def _closed(plain: bytes, kind: str) -> bool:
    """Whether the end is there: errors in the middle leave elements open, but nothing is missing then."""
    return plain[-200:].rpartition(b"</")[2].rstrip(b"> \r\n").rpartition(b":")[2] == kind.encode()
