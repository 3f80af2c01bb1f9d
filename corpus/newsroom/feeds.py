"""RSS, Atom and the leaves of sitemaps."""

import json
from collections.abc import Iterable, Sequence
from email.utils import format_datetime
from functools import partial

from corpus.newsroom.addresses import Entry
from corpus.newsroom.edition import Edition
from corpus.newsroom.jalali import gmt
from corpus.newsroom.markup import Markup, element, fill, joined
from corpus.newsroom.outlets import FeedForm, Outlet
from corpus.newsroom.page import Page

_IN_FEED = 30
_TYPES = {"rss": "application/rss+xml", "sepehr": "application/rss+xml", "atom": "application/atom+xml"}


def feed_pages(edition: Edition) -> dict[str, Page]:
    """The feeds of a site by path: of all articles and of each section, the newest of them."""
    outlet = edition.outlet
    feeds = {path: (form, edition.entries) for path, form in outlet.feeds.items()}
    section_form = next(iter(outlet.feeds.values()))
    for section, path in _section_feeds(edition).items():
        feeds[path] = (section_form, tuple(edition.sections[section]))
    return {
        path: Page(
            partial(_feed, outlet, form, entries[:_IN_FEED]),
            entries[0].moment if entries else edition.newest,
            _TYPES[form],
        )
        for path, (form, entries) in feeds.items()
    }


def _section_feeds(edition: Edition) -> dict[str, str]:
    form, names = edition.outlet.section_feed, edition.outlet.section_names
    if not form:
        return {}
    numbers = {section: edition.section_number(section) for section in edition.sections}
    return {section: form.format(n=number, name=names.get(section, number)) for section, number in numbers.items()}


def _feed(outlet: Outlet, form: FeedForm, entries: Sequence[Entry]) -> Markup:
    built = f"{entries[0].moment:%a, %d %b %Y %H:%M:%S %z}" if entries else ""
    values = {"name": outlet.name, "host": outlet.host, "built": built}
    if form == "atom":
        updated = entries[0].moment.isoformat() if entries else "1970-01-01T00:00:00Z"
        return fill("atom.xml", **values, updated=updated, items=joined(map(_atom_entry, entries), "\n"))
    if form == "rss":
        return fill("rss.xml", **values, items=joined((_item(outlet, entry) for entry in entries), "\n"))
    # The real feed leaves out descriptions here and there.
    items = (_sepehr_item(outlet, entry, described=number % 3 != 2) for number, entry in enumerate(entries))
    return fill("sepehr.xml", **values, items=joined(items, "\n"))


def _sepehr_item(outlet: Outlet, entry: Entry, *, described: bool) -> Markup:
    """An item as SepehrFeed of IranSamaneh writes it: no weekday, raw Persian on a line of its own in the link."""
    return element(
        "item",
        element("title", entry.title),
        element("link", f"\n{entry.raw_address}\n"),
        element("description", entry.lead) if described and entry.lead else "",
        element("author", f"info@{outlet.host.removeprefix('www.')}"),
        element("pubDate", f"{entry.moment:%d %b %Y %H:%M:%S %z}"),
    )


def _item(outlet: Outlet, entry: Entry) -> Markup:
    """An item of an ordinary RSS 2.0 feed, in Tehran's time or Greenwich's."""
    told = f"{entry.moment:%a, %d %b %Y %H:%M:%S %z}"
    return element(
        "item",
        element("title", entry.title),
        element("link", entry.address),
        element("description", entry.lead or entry.title),
        element("category", entry.section),
        element("guid", entry.address, isPermaLink="true"),
        element("pubDate", format_datetime(gmt(entry.moment), usegmt=True) if outlet.machine == "utc" else told),
    )


def _atom_entry(entry: Entry) -> Markup:
    """RFC 4287."""
    return element(
        "entry",
        element("title", entry.title),
        element("link", rel="alternate", type="text/html", href=entry.address),
        element("id", entry.address),
        element("published", entry.moment.isoformat()),
        element("updated", entry.moment.isoformat()),
        element("summary", entry.lead or entry.title),
        element("category", term=entry.section),
    )


def urlset(entries: Iterable[Entry]) -> Markup:
    """A sitemap that names pages."""
    urls = (
        element("url", element("loc", entry.address), element("lastmod", entry.moment.isoformat())) for entry in entries
    )
    return fill("urlset.xml", urls=joined(urls, "\n"))


def json_leaf(entries: Iterable[Entry]) -> str:
    """A sitemap's leaf as the oldest days of NewsStudio have it, «lastmode» and all."""
    urls = [
        {
            "news": None,
            "image": None,
            "loc": entry.raw_address,
            "video": None,
            "lastmode": f"{gmt(entry.moment):%Y-%m-%dT%H:%M:%SZ}",
        }
        for entry in entries
    ]
    return json.dumps({"urls": urls}, ensure_ascii=False)


def news_urlset(entries: Iterable[Entry], publication: str) -> Markup:
    """A sitemap of recent news, with the title and time of each page."""
    urls = (element("url", element("loc", entry.address), _news(entry, publication)) for entry in entries)
    return fill("urlset.xml", urls=joined(urls, "\n"))


def index(addresses: Iterable[str]) -> Markup:
    """A sitemap that names sitemaps."""
    return fill(
        "sitemapindex.xml", sitemaps=joined((element("sitemap", element("loc", one)) for one in addresses), "\n")
    )


def _news(entry: Entry, publication: str) -> Markup:
    return element(
        "news:news",
        element("news:publication", element("news:name", publication), element("news:language", "fa")),
        element("news:publication_date", entry.moment.isoformat()),
        element("news:title", entry.title),
    )
