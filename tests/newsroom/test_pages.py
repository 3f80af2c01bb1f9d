"""Every page holds its article, whole and in the places where a reader of the real site would look."""

import json
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from corpus.newsroom.addresses import address
from corpus.newsroom.articles import load
from corpus.newsroom.server import build

BODY = {"irib": "//div[@class='body']", "tasnim": "//div[@class='story']"}
LEAD = {"irib": "//*[self::p or self::div][@class='subtitle']", "tasnim": "//article//h3[@class='lead']"}
KICKER = {"irib": "//div[@class='rutitr']", "tasnim": "//article[@class='single-news']/h2[@class='subtitle']"}
TITLE = {"irib": "//h1[@class='title']", "tasnim": "//article[@class='single-news']/h1[@class='title']"}
FOOTERS = {"انتهای پیام/"}


def lines_of(node):
    """What a browser shows of a node: paragraphs, list items and table rows, a line each."""
    for part in node.xpath(".//p | .//li | .//tr"):
        cells = part.xpath("./td") or [part]
        if line := " | ".join(" ".join(cell.text_content().split()) for cell in cells):
            yield line


def text_on(tree, article):
    """Kicker, title, lead and body as the page shows them."""
    publisher = article.publisher
    head = [one(tree, TITLE[publisher])]
    if article.kicker:
        head.insert(0, one(tree, KICKER[publisher]))
    if article.lead:
        head.append(one(tree, LEAD[publisher]))
    body = [line for line in lines_of(tree.xpath(BODY[publisher])[0]) if line not in FOOTERS]
    return "\n".join(head + body)


def one(tree, path):
    (node,) = tree.xpath(path)
    return " ".join(node.text_content().split())


@pytest.fixture(params=["4100000", "4100001", "3000001"])
def article(request, by_id):
    return by_id[request.param]


@pytest.fixture
def tree(article, get):
    return html.fromstring(get(address(article)).text)


def test_kicker_title_lead_and_body_make_its_text(article, tree):
    assert text_on(tree, article) == article.text


def test_every_shipped_article_is_whole_on_its_page():
    articles = load()
    sites = build(articles)
    for article in articles:
        path = unquote(urlsplit(address(article)).path)
        page = sites[article.publisher].find(path).render()
        assert text_on(html.fromstring(page), article) == article.text, article.id


def test_machine_readable_head(article, tree):
    assert tree.xpath("string(//meta[@property='article:published_time']/@content)") == article.published_at.isoformat()
    assert tree.xpath("string(//link[@rel='canonical']/@href)") == address(article)
    assert article.printed.title in tree.xpath("string(//meta[@property='og:title']/@content)")


def test_tags_and_section(article, tree):
    tags = {
        "irib": "//div[@class='tags_title']/a",
        "tasnim": "(//ul[@class='smart-keyword'])[1]/li[@class='skeyword-item']/a",
    }
    sections = {"irib": "//div[contains(@class, 'news_path')]/a[2]", "tasnim": "//li[@class='service']/a"}
    assert tuple(tag.text for tag in tree.xpath(tags[article.publisher])) == article.printed.tags
    assert one(tree, sections[article.publisher]) == article.printed.section


@pytest.mark.parametrize(
    ("number", "where", "date"),
    [
        ("4100000", "//div[@class='news_nav news_pdate_c']", "تاریخ انتشار: ۰۹:۰۵ - ۰۲ مرداد ۱۴۰۱"),
        ("4100001", "//div[@class='news_nav news_pdate_c']", "تاریخ انتشار: ۱۱:۳۱ - ۰۱ دی ۱۴۰۲"),
        ("4100001", "//div[@class='news_nav news_id_c']", "کد خبر: ۴۱۰۰۰۰۱"),
        ("3000001", "//li[@class='time']", "۲۹ اسفند ۱۴۰۲ - ۲۳:۵۰"),
    ],
)
def test_what_the_page_prints(by_id, get, number, where, date):
    assert one(html.fromstring(get(address(by_id[number])).text), where) == date


def test_linked_data_of_tasnim(by_id, get):
    tree = html.fromstring(get(address(by_id["3000001"])).text)
    data = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"] == "2024-03-19T23:50:00+03:30"
    assert data["headline"] == "آزمون: 75 درصد درخواست ها پاسخ گرفت"


def test_half_spaces_come_as_characters_and_as_entities(articles, get):
    pages = [get(address(article)).text for article in articles]
    assert any("&zwnj;" in page for page in pages)
    assert any("\u200c" in page for page in pages)


def test_a_page_has_its_site_around_it(tree):
    assert "Updated in: " in tree.text_content()
    assert tree.xpath("//form")
    assert tree.xpath("//a[contains(@href, '/fa/print/')]")
    assert "$" not in tree.text_content()


def test_markup_is_escaped_once(by_id, get):
    page = get(address(by_id["4100001"])).text
    assert "&lt;برنامه&gt;" in page
    assert "برخط شد &amp; ادامه" in page
    assert "&amp;zwnj;" not in page
    assert "&amp;amp;" not in page


def test_the_reprinted_names_its_source(by_id, get):
    assert "منبع: خبرگزاری آزمون" in get(address(by_id["4100000"])).text.replace("ي", "ی")
