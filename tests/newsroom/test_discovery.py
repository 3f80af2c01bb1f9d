"""Robots, feeds and sitemaps: what a crawler finds its way by."""

from email.utils import parsedate_to_datetime
from urllib.parse import quote
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree, html

from corpus.newsroom.addresses import address
from corpus.newsroom.server import build

IRIB, TASNIM = "https://www.irib-news.ir", "https://www.tasnimnews.ir"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ROOTS = {
    "irib": [f"{IRIB}/fa-sitemap-news", f"{IRIB}/fa-sitemap-newsarchive"],
    "tasnim": [f"{TASNIM}/fa/fa_sitemap.xml"],
}
FEEDS = {"irib": f"{IRIB}/fa/rss/allnews", "tasnim": f"{TASNIM}/fa/rss/feed/0/7/0/"}
LISTED = {
    "irib": "//div[@class='archive_content']/ul/li/a[@class='title5']/@href",
    "tasnim": "//section[@class='news-container']/article[@class='list-item']/a/@href",
}
PUBLISHERS = pytest.mark.parametrize("publisher", ["irib", "tasnim"])


def robots(get, host):
    parser = RobotFileParser()
    parser.parse(get(f"{host}/robots.txt").text.splitlines())
    return parser


def pages_below(get, sitemap, depth=0):
    """(address, levels of sitemaps above it) for all that a sitemap names."""
    tree = etree.fromstring(get(sitemap).body)
    for child in tree.xpath("s:sitemap/s:loc/text()", namespaces=SITEMAP):
        yield from pages_below(get, child, depth + 1)
    for page in tree.xpath("s:url/s:loc/text()", namespaces=SITEMAP):
        yield page, depth


def addresses(articles, publisher):
    return {address(article) for article in articles if article.publisher == publisher}


@PUBLISHERS
def test_sitemaps_reach_every_article_and_the_odd_pages(get, newsroom, articles, publisher):
    site = newsroom.sites[publisher]
    assert robots(get, f"https://{site.host}").site_maps() == ROOTS[publisher]
    archive = {page for page, _ in pages_below(get, ROOTS[publisher][-1])}
    assert archive == addresses(articles, publisher) | set(site.odd.values())


def test_levels_and_names_of_sitemaps(get, newsroom):
    assert {depth for _, depth in pages_below(get, f"{TASNIM}/fa/fa_sitemap.xml")} == {3}
    assert {depth for _, depth in pages_below(get, f"{IRIB}/fa-sitemap-newsarchive")} == {1}
    assert get(f"{TASNIM}/fa/2024/3/19/fa_2024_3_19_sitemap.xml").status == 200


def test_recent_sitemap_of_irib(get, articles):
    assert addresses(articles, "irib") <= {page for page, _ in pages_below(get, f"{IRIB}/fa-sitemap-news")}


@pytest.mark.parametrize(
    "path", ["/fa/archive?p=1", "/fa/print/4100001", "/fa/save/4100001", "/fa/send/1", "/fa/ajax/x"]
)
def test_what_irib_keeps_from_robots(get, path):
    assert not robots(get, IRIB).can_fetch("dideban", IRIB + path)


@PUBLISHERS
def test_robots_may_read_articles(get, articles, publisher):
    rules = robots(get, ROOTS[publisher][0].rpartition("/fa")[0])
    assert all(rules.can_fetch("dideban", url) for url in addresses(articles, publisher))


def test_robots_of_tasnim_keep_search(get):
    assert "Disallow: /*/search*" in get(f"{TASNIM}/robots.txt").text.splitlines()


def test_feed_of_irib_is_a_sepehr_feed(get, articles):
    channel = etree.fromstring(get(FEEDS["irib"]).body).find("channel")
    items = channel.findall("item")
    assert channel.findtext("generator") == "SepehrFeed V1.2"
    assert [item.findtext("pubDate") for item in items] == ["22 Dec 2023 11:31:00 +0330", "24 Jul 2022 09:05:00 +0430"]
    assert any(item.findtext("description") is None for item in items)
    assert any(item.findtext("description") for item in items)
    links = [item.findtext("link") for item in items]
    assert all(link.startswith("\n") and not link.isascii() for link in links)
    assert {quote(link.strip(), safe=":/") for link in links} == addresses(articles, "irib")


def test_feed_of_tasnim(get, articles):
    (item,) = etree.fromstring(get(FEEDS["tasnim"]).body).iterfind("channel/item")
    (article,) = [one for one in articles if one.publisher == "tasnim"]
    assert item.findtext("link") == address(article)
    assert item.findtext("title") == article.printed.title
    assert parsedate_to_datetime(item.findtext("pubDate")) == article.published_at


@PUBLISHERS
def test_home_page_links_articles_and_sections(get, newsroom, articles, publisher):
    site = newsroom.sites[publisher]
    tree = html.fromstring(get(f"https://{site.host}/fa").text)
    links = {f"https://{site.host}{quote(link)}" for link in tree.xpath(LISTED[publisher])}
    assert links == addresses(articles, publisher)
    sections = tree.xpath("//a[contains(@href, '/service')]/@href")
    assert sections
    assert all(get(f"https://{site.host}{section}").status == 200 for section in sections)


@PUBLISHERS
def test_odd_pages(get, newsroom, publisher):
    odd = newsroom.sites[publisher].odd
    replies = {kind: get(url) for kind, url in odd.items()}
    assert {kind: reply.status for kind, reply in replies.items()} == {
        "photo": 200,
        "gone": 404,
        "soft_404": 200,
        "interstitial": 200,
        "video": 200,
    }
    assert replies["soft_404"].body == replies["gone"].body
    assert len(replies["interstitial"].body) < 1000
    assert "Transferring to the website" in replies["interstitial"].text
    for reply in replies.values():
        tree = html.fromstring(reply.text)
        assert not tree.xpath("//div[@class='body' or @class='story']")


def test_a_site_without_articles_still_answers():
    for site in build([]).values():
        assert all(page.render() for page in site.pages.values())
