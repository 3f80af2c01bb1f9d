"""A page to an Article: which layout reads it, and how its fields become one."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from lxml import etree

from corpus.schema import Article
from crawler.assembly import assemble
from crawler.pages.asam import AsamPage
from crawler.pages.decode import decode
from crawler.pages.drupal import Drupal7Page, DrupalPage
from crawler.pages.generic import GenericPage
from crawler.pages.iransamaneh import IranSamanehPage
from crawler.pages.metadata import Metadata
from crawler.pages.newsstudio import NewsStudioPage
from crawler.pages.outcomes import NotAnArticle
from crawler.pages.page import Page
from crawler.pages.refusals import refuse
from crawler.pages.tree import grow
from crawler.publishers import by_url, catalogue
from crawler.publishers.publisher import Publisher, bare_host

# Browsers go on reading after these; lxml throws away what follows them.
_EARLY_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_OTHER_XML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")
_FAMILIES: tuple[type[Page], ...] = (NewsStudioPage, IranSamanehPage, AsamPage, DrupalPage, Drupal7Page)
_FEW_LETTERS = 80


def parse(
    body: bytes,
    url: str | None,
    headers: Mapping[str, str] | None = None,
    *,
    name: str | None = None,
    now: datetime | None = None,
) -> Article:
    """The article on a page.

    `body` is the page as sent, without content encoding; `url` its address, None for a bare file, which then needs a
    `name` (its path) and is recognised by its canonical link or its markup; `headers` those of the response; `now` when
    it was fetched (aware; this moment if not given): no article was published later.
    Raises NotAnArticle with a reason, and UndecodablePage.
    """
    return read(body, url, headers, name=name, now=now)[0]


def read(  # noqa: PLR0913 - parse's own, and whose page it is
    body: bytes,
    url: str | None,
    headers: Mapping[str, str] | None = None,
    *,
    name: str | None = None,
    now: datetime | None = None,
    known: type[Publisher] | None = None,
) -> tuple[Article, type[Page]]:
    """As `parse`, and the layout that read the page. `known`: whose page it is where no address tells."""
    text = decode(body, headers)
    if "<" not in text or _OTHER_XML.match(text):
        raise NotAnArticle("not_html")
    moment = now or datetime.now(UTC)
    trees = _trees(text)
    root = next(trees)
    address = _address(url, Metadata(root).canonical)
    publisher = by_url(url or address or "") or known
    if url and publisher and publisher.canonical(url) is None:
        raise NotAnArticle("other_page", "not an article's address")
    layouts = _layouts(root, publisher, known_address=url is not None)
    page = _read_by(layouts, root, moment)
    if page is None and (layouts or publisher):
        page = _read_by(layouts, next(trees), moment)
    if page is None:
        page = _without_layout(root, publisher, layouts, moment)
    owner = _publisher_of(page, publisher)
    # A known publisher's own rules make the address from where the page was found.
    article = assemble(page, owner, url=url, address=(url or address) if owner else address, name=name)
    return article, type(page)


def _address(url: str | None, canonical: str | None) -> str | None:
    """The page's own address where it can be believed: whole, on the host it was fetched from, no front page."""
    try:
        told = urljoin(url or "", canonical or "")
        path = urlsplit(told).path
    except ValueError:
        return url
    believable = told.startswith(("http://", "https://")) and bare_host(told) and path.strip("/")
    return told if believable and (url is None or bare_host(told) == bare_host(url)) else url


def _trees(text: str) -> Iterator[etree._Element]:
    """The page as lxml reads it, then as BeautifulSoup repairs it, which takes ten times as long."""
    yield grow(_EARLY_END.sub("", text))
    yield grow(str(BeautifulSoup(text, "html.parser")))


def _layouts(root: etree._Element, publisher: type[Publisher] | None, *, known_address: bool) -> tuple[type[Page], ...]:
    """The layouts to try, the ones that recognise the page first."""
    if publisher:
        return tuple(sorted(publisher.layouts, key=lambda layout: not layout.fits(root)))
    described = () if known_address else tuple(one for known in catalogue().values() for one in known.layouts)
    return tuple(layout for layout in (*described, *_FAMILIES) if layout.fits(root))


def _read_by(layouts: tuple[type[Page], ...], root: etree._Element, now: datetime) -> Page | None:
    for layout in layouts:
        page = layout(root, now)
        if page.body_lines[0] and page.headline:
            _refuse_media(page)
            return page
    return None


def _refuse_media(page: Page) -> None:
    """Photos and videos come with a caption, which is no article."""
    if sum(map(len, page.body_lines[0])) >= _FEW_LETTERS:
        return
    if page.shows(page.gallery):
        raise NotAnArticle("photo", "a gallery and hardly a word")
    if page.shows(page.player):
        raise NotAnArticle("video", "a player and hardly a word")


def _without_layout(
    root: etree._Element, publisher: type[Publisher] | None, layouts: tuple[type[Page], ...], now: datetime
) -> Page:
    """The generic reading for sites nobody has described; for known ones, the name of what is wrong."""
    refuse(root)
    page: Page = (layouts[0] if publisher and layouts else GenericPage)(root, now)
    lines, _ = page.body_lines
    if page.headline and lines:
        return page
    if page.shows(page.gallery):
        raise NotAnArticle("photo", "a gallery without a text")
    if page.shows(page.player):
        raise NotAnArticle("video", "a player without a text")
    raise NotAnArticle("no_title" if lines else "no_body")


def _publisher_of(page: Page, publisher: type[Publisher] | None) -> type[Publisher] | None:
    """The publisher by address, else the one whose own layout read the page."""
    return publisher or next((one for one in catalogue().values() if type(page) in one.layouts), None)
