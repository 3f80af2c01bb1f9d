"""RSS and sitemaps of the sample newsroom."""

from collections.abc import Iterable
from datetime import datetime

from corpus.newsroom.addresses import Entry
from corpus.newsroom.markup import Markup, element, fill, joined


def rss(template: str, items: Iterable[Markup], built: datetime) -> Markup:
    """A feed. `built` is when its newest item appeared."""
    return fill(template, items=joined(items, "\n"), built=f"{built:%a, %d %b %Y %H:%M:%S %z}")


def sepehr_item(entry: Entry, *, described: bool) -> Markup:
    """An item as SepehrFeed of IranSamaneh writes it: no weekday, raw Persian on a line of its own in the link."""
    return element(
        "item",
        element("title", entry.title),
        element("link", f"\n{entry.raw_address}\n"),
        element("description", entry.lead) if described and entry.lead else "",
        element("author", "info@irib-news.ir"),
        element("pubDate", f"{entry.moment:%d %b %Y %H:%M:%S %z}"),
    )


def plain_item(entry: Entry) -> Markup:
    """An item of an ordinary RSS 2.0 feed."""
    return element(
        "item",
        element("title", entry.title),
        element("link", entry.address),
        element("description", entry.lead or entry.title),
        element("category", entry.section),
        element("guid", entry.address, isPermaLink="true"),
        element("pubDate", f"{entry.moment:%a, %d %b %Y %H:%M:%S %z}"),
    )


def urlset(entries: Iterable[Entry]) -> Markup:
    """A sitemap that names pages."""
    urls = (
        element("url", element("loc", entry.address), element("lastmod", entry.moment.isoformat())) for entry in entries
    )
    return fill("urlset.xml", urls=joined(urls, "\n"))


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
