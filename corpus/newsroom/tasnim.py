"""The sample site of Tasnim, in its markup and at its addresses."""

import json
import re
from collections import defaultdict
from functools import partial
from itertools import pairwise

from corpus.newsroom import feeds
from corpus.newsroom.addresses import HOSTS, SISTERS, Entry
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.blocks import paragraphs
from corpus.newsroom.edition import Edition
from corpus.newsroom.jalali import jalali
from corpus.newsroom.markup import Markup, element, fill, joined
from corpus.newsroom.site import Page, Site

_IN_FEED = 30
_XML = "application/xml"


def build(edition: Edition) -> Site:
    """The site of `edition`."""
    pages = edition.fronts() | edition.odd_pages() | _sitemaps(edition)
    for position, entry in enumerate(edition.entries):
        pages[entry.stem] = Page(partial(_article, edition, position), entry.moment)
    pages["/fa/rss/feed/0/7/0/"] = Page(partial(_feed, edition), edition.newest, "application/rss+xml")
    pages["/robots.txt"] = Page(partial(fill, "tasnim/robots.txt"), edition.newest, "text/plain")
    stem = re.compile(r"(/fa/(?:news|media)/\d{4}/\d\d/\d\d/\d+)(?:/|$)")
    odd = {kind: entry.address for kind, entry in edition.odd.items()}
    return Site(HOSTS["tasnim"], SISTERS["tasnim"], stem, pages, odd)


def _feed(edition: Edition) -> Markup:
    return feeds.rss("tasnim/feed.xml", map(feeds.plain_item, edition.entries[:_IN_FEED]), edition.newest)


def _sitemaps(edition: Edition) -> dict[str, Page]:
    """All -> year -> month -> day; the numbers are Gregorian and unpadded."""
    days: dict[str, list[Entry]] = defaultdict(list)
    parents: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in edition.listed:
        date = (entry.moment.year, entry.moment.month, entry.moment.day)
        steps = ["/fa/fa_sitemap.xml", *(_leaf(*date[:depth]) for depth in (1, 2, 3))]
        for parent, child in pairwise(steps):
            parents[parent][child] = None
        days[steps[-1]].append(entry)
    leaves = {path: Page(partial(feeds.urlset, entries), entries[0].moment, _XML) for path, entries in days.items()}
    return leaves | {
        path: Page(
            partial(feeds.index, [f"https://{HOSTS['tasnim']}{child}" for child in children]), edition.newest, _XML
        )
        for path, children in parents.items()
    }


def _leaf(*date: int) -> str:
    numbers = [str(number) for number in date]
    return f"/fa/{'/'.join(numbers)}/fa_{'_'.join(numbers)}_sitemap.xml"


def _article(edition: Edition, position: int) -> Markup:
    article, entry = edition.articles[position], edition.entries[position]
    printed = article.printed
    tags = (
        element("li", element("a", tag, href=f"/fa/tag/{tag.replace(' ', '-')}"), class_="skeyword-item")
        for tag in printed.tags
    )
    main = fill(
        "tasnim/article.html",
        id=article.id,
        title=printed.title,
        date=jalali(article.published_at, "%d %B %Y - %H:%M"),
        section=printed.section,
        section_path=edition.sections[article.section],
        address=entry.address,
        kicker=element("h2", printed.kicker, class_="subtitle") if printed.kicker else "",
        lead=element("h3", printed.lead, class_="lead") if printed.lead else "",
        body=paragraphs(printed.body, style="text-align:justify"),
        source=element("p", f"منبع: {printed.origin}", class_="source") if printed.origin else "",
        tags=joined(tags),
        related=joined(map(_related, edition.related(position))),
    )
    return edition.page(printed.title, main, _head(printed, entry))


def _related(entry: Entry) -> Markup:
    title = element("h2", entry.title, class_="title")
    return element("article", element("a", title, href=entry.path), class_="list-item")


def _head(article: NewsroomArticle, entry: Entry) -> Markup:
    return fill(
        "tasnim/article_head.html",
        id=article.id,
        title=article.title,
        description=article.lead or article.title,
        keywords="|".join(article.tags),
        address=entry.address,
        published=article.published_at.isoformat(),
        section=article.section,
        linked_data=_linked_data(article, entry),
    )


def _linked_data(article: NewsroomArticle, entry: Entry) -> Markup:
    """The article as schema.org's NewsArticle, in JSON that cannot end its script element."""
    published = article.published_at.isoformat()
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": entry.address,
        "headline": article.title,
        "description": article.lead or article.title,
        "articleSection": article.section,
        "datePublished": published,
        "dateModified": published,
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": "خبرگزاری تسنیم"},
    }
    return Markup(json.dumps(data, ensure_ascii=False).replace("</", "<\\/"))
