"""How the tests read what the newsroom serves: as a reader of the real site would, with none of the newsroom's code."""

import gzip
import json
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urljoin

from lxml import etree, html

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ATOM = "{http://www.w3.org/2005/Atom}"
_VOID = {"meta", "link", "img", "input", "br", "source", "hr"}


class _Balance(HTMLParser):
    """Complains of every element that is closed out of turn or not at all."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.faults = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


def faults_of(text, type_):
    """What is wrong with the form of a page; empty where nothing is."""
    if type_ == "application/json":
        json.loads(text)
        return []
    if "xml" in type_ or type_ == "application/gzip":
        etree.fromstring(text.encode())
        return []
    if type_ == "text/plain":
        return []
    balance = _Balance()
    balance.feed(text)
    balance.close()
    return balance.faults + [f"<{tag}> stays open" for tag in balance.open]


def unpacked(reply):
    return gzip.decompress(reply.body) if reply.headers["Content-Type"] == "application/gzip" else reply.body


def sitemap_pages(get, url):
    """Addresses of pages below a sitemap of any form; AssertionError where one of its sitemaps does not answer."""
    reply = get(url)
    assert reply.status == 200, url
    body = unpacked(reply)
    if reply.headers["Content-Type"].startswith("application/json"):
        return [one["loc"] for one in json.loads(body)["urls"]]
    tree = etree.fromstring(body)
    below = tree.xpath("s:sitemap/s:loc/text()", namespaces=SITEMAP)
    pages = tree.xpath("s:url/s:loc/text()", namespaces=SITEMAP)
    return pages + [page for child in below for page in sitemap_pages(get, child)]


def feed_pages(get, url):
    tree = etree.fromstring(get(url).body)
    if tree.tag == f"{ATOM}feed":
        return [link.get("href") for link in tree.iterfind(f"{ATOM}entry/{ATOM}link")]
    return [item.findtext("link").strip() for item in tree.iterfind("channel/item")]


def list_pages(get, url, where):
    """Links on a page of a list and on those that follow it, by the XPath `where`."""
    found = []
    while url:
        tree = html.fromstring(get(url).text)
        found += [urljoin(url, link) for link in tree.xpath(where)]
        url = next((urljoin(url, link) for link in tree.xpath("//a[@rel='next']/@href")), None)
    return found


def lines_of(node):
    """What a browser shows of a body: headings, paragraphs, list items and table rows, a line each."""
    for part in node.xpath(".//p | .//li | .//tr | .//h2"):
        if part.xpath("ancestor::section[contains(@class, 'related-items')]"):
            continue
        cells = part.xpath("./td") or [part]
        if line := " | ".join(" ".join(cell.text_content().split()) for cell in cells):
            yield line


def contained(small, large):
    """Whether the lines `small` stand in `large`, in order and one after the other."""
    where = [large.index(line) for line in small if line in large]
    return len(where) == len(small) and all(later > earlier for earlier, later in pairwise(where))
