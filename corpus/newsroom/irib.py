"""The sample site of IRIB News, in the markup and at the addresses of IranSamaneh."""

import re
from collections import defaultdict
from functools import partial

from corpus.newsroom import feeds
from corpus.newsroom.addresses import HOSTS, SISTERS, Entry
from corpus.newsroom.articles import Block, NewsroomArticle
from corpus.newsroom.blocks import block, paragraphs
from corpus.newsroom.edition import Edition, linked
from corpus.newsroom.jalali import jalali
from corpus.newsroom.markup import Markup, element, fill, joined
from corpus.newsroom.site import Page, Site
from corpus.newsroom.spelling import ZWNJ, Spelling, respell

_PUBLICATION = "خبرگزاری صدا و سیما"
_IN_FEED = 30
_ARCHIVE = "/fa-sitemap-newsarchive"


def build(edition: Edition) -> Site:
    """The site of `edition`."""
    pages = edition.fronts() | edition.odd_pages() | _sitemaps(edition)
    for position, entry in enumerate(edition.entries):
        pages[entry.stem] = Page(partial(_article, edition, position), entry.moment)
    pages["/fa/rss/allnews"] = Page(partial(_feed, edition), edition.newest, "application/rss+xml")
    pages["/robots.txt"] = Page(partial(fill, "irib/robots.txt"), edition.newest, "text/plain")
    odd = {kind: entry.address for kind, entry in edition.odd.items()}
    return Site(HOSTS["irib"], SISTERS["irib"], re.compile(r"(/fa/news/\d+)(?:/|$)"), pages, odd)


def _feed(edition: Edition) -> Markup:
    # The real feed leaves out descriptions here and there.
    newest = enumerate(edition.entries[:_IN_FEED])
    items = (feeds.sepehr_item(entry, described=number % 3 != 2) for number, entry in newest)
    return feeds.rss("irib/feed.xml", items, edition.newest)


def _sitemaps(edition: Edition) -> dict[str, Page]:
    months: dict[str, list[Entry]] = defaultdict(list)
    for entry in edition.listed:
        months[f"{_ARCHIVE}/{entry.moment:%Y-%m}"].append(entry)
    leaves = {
        path: Page(partial(feeds.urlset, entries), entries[0].moment, "application/xml")
        for path, entries in months.items()
    }
    recent = partial(feeds.news_urlset, edition.listed[:_IN_FEED], _PUBLICATION)
    index = partial(feeds.index, [f"https://{HOSTS['irib']}{path}" for path in leaves])
    return {
        **leaves,
        "/fa-sitemap-news": Page(recent, edition.newest, "application/xml"),
        _ARCHIVE: Page(index, edition.newest, "application/xml"),
    }


def _article(edition: Edition, position: int) -> Markup:
    article, entry = edition.articles[position], edition.entries[position]
    printed = article.printed
    main = fill(
        "irib/article.html",
        id=article.id,
        printed_id=respell(article.id, Spelling(digits="fa")),
        date=jalali(article.published_at, "%H:%M - %d %B %Y"),
        title=printed.title,
        section=printed.section,
        section_path=edition.sections[article.section],
        address=entry.address,
        kicker=element("div", printed.kicker or "", class_="rutitr"),
        lead=_lead(printed),
        body=_body(printed),
        source=_source(printed),
        tags=joined((element("a", tag, href=f"/fa/tags/1/1/{tag.replace(' ', '-')}") for tag in printed.tags), "، "),
        related=linked(edition.related(position)),
    )
    page = edition.page(printed.title, main, _head(printed, entry))
    # Some editors' software writes the half-space as an entity.
    return Markup(page.replace(ZWNJ, "&zwnj;")) if int(article.id) % 2 else page


def _head(article: NewsroomArticle, entry: Entry) -> Markup:
    return fill(
        "irib/article_head.html",
        id=article.id,
        title=article.title,
        description=article.lead or article.title,
        keywords=", ".join(article.tags),
        author=article.author or "",
        address=entry.address,
        published=article.published_at.isoformat(),
        section=article.section,
    )


def _lead(article: NewsroomArticle) -> Markup:
    # iribnews.ir has a paragraph here, its sister sites a division.
    tag = "p" if int(article.id) % 2 else "div"
    return element(tag, article.lead, class_="subtitle") if article.lead else Markup()


def _body(article: NewsroomArticle) -> Markup:
    first, *rest = article.body
    image = Markup(f'<p><img src="/files/fa/news/{article.id}_2.jpg" alt=""></p>')
    return joined((_opening(first), image, paragraphs(rest, style="text-align: justify;")), "\n")


def _opening(content: Block) -> Markup:
    """The first paragraph, its first two words in bold."""
    if not isinstance(content, str):
        return block(content)
    words = content.split(" ")
    return element("p", element("strong", " ".join(words[:2])), *(f" {word}" for word in words[2:]))


def _source(article: NewsroomArticle) -> Markup:
    return element("div", f"منبع: {article.origin}", class_="news_source") if article.origin else Markup()
