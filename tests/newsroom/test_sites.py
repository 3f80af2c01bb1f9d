"""All sites with all that ships: every page is in form, every list is whole, and whatever it names answers."""

import http.client
import json
from collections import Counter
from datetime import UTC, datetime
from urllib.parse import quote, unquote, urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from lxml import html

from corpus.newsroom.addresses import address, short_address
from corpus.newsroom.lists import PER_PAGE
from corpus.newsroom.outlets import outlets
from corpus.newsroom.server import serve
from corpus.newsroom.wire import everything
from tests.newsroom.conftest import Reply
from tests.newsroom.reading import (
    contained,
    faults_of,
    feed_pages,
    lines_of,
    list_pages,
    sitemap_pages,
)

SHIPPED = everything()
EACH = pytest.mark.parametrize("code", outlets())
# Where each family's archive shows its articles, and how it is asked for a day.
LINKS = {
    "iransamaneh": "//div[@class='archive_content']//a/@href",
    "newsstudio": "//div[@class='items']/ul/li//h3/a/@href",
    "tasnim": "//section[@class='news-container']/article/a/@href",
    "fars": "//ul[@class='last-news']/li/a/@href",
    "drupal": "//div[@class='item-list']/ul/li/a/@href",
    "asam": "//div[@class='news_list']//h3/a/@href",
    "aggregator": "//ul[@class='news-list']/li/a/@href",
}
ARCHIVES = {
    "iransamaneh": "/fa/archive?service_id=-1&rpp=100&from_date={0}/{1:02}/{2:02}&to_date={0}/{1:02}/{2:02}&p=1",
    "newsstudio": "/page/archive.xhtml?mn={1}&wide=0&dy={2}&ms=0&pi=1&yr={0}",
    "tasnim": "/fa/archive?date={0}%2F{1}%2F{2}&sub=-1&service=-1&page=1",
    "fars": "/archive?cat=-1&subcat=-1&date={0}/{1}/{2}&p=1",
}
BODY = {
    "irib": "//div[@class='body']",
    "yjc": "//div[contains(@class, 'body')]",
    "tabnak": "//div[@class='gutter_news']/div[@class='body']",
    "entekhab": "//div[contains(@class, 'khabar-matn')]",
    "mizan": "//div[@class='body']",
    "borna": "//div[@class='body']",
    "tasnim": "//div[@class='story']",
    "fars": "//div[@class='nt-body']",
    "citna": "//div[contains(@class, 'field--name-body') or contains(@class, 'field-name-body')]",
    "titronline": "//div[@class='news-body']",
    **dict.fromkeys(("ilna", "pana", "jamaran"), "//div[@class='article_body']/div[@id='echo_detail']"),
    **dict.fromkeys(
        ("isna", "irna", "mehr", "khabaronline", "hamshahrionline"), "//div[@itemprop='articleBody' or @class='body']"
    ),
}
WITHOUT_MACHINE_DATE = {"citna", "fars", "titronline"}


@pytest.fixture(scope="module")
def shipped():
    with serve(articles=SHIPPED) as newsroom:
        yield newsroom


@pytest.fixture
def get(shipped):
    connection = http.client.HTTPConnection(shipped.address, timeout=20)

    def ask(url):
        parts = urlsplit(url)
        where = f"{quote(parts.path, safe='/%:+')}?{parts.query}" if parts.query else quote(parts.path, safe="/%:+")
        connection.request("GET", where, headers={"Host": parts.netloc})
        reply = connection.getresponse()
        return Reply(reply.status, dict(reply.getheaders()), reply.read())

    yield ask
    connection.close()


def of(code):
    return [one for one in SHIPPED if one.publisher == code]


def addresses(code):
    return {unquote(address(one)) for one in of(code)}


def plainly(links):
    return [unquote(link) for link in links]


def test_the_sample_is_large_enough():
    assert len(SHIPPED) >= 125
    assert len(outlets()) == 18
    assert min(Counter(one.publisher for one in SHIPPED).values()) >= 4


@EACH
def test_every_page_is_in_form(shipped, code):
    site = shipped.sites[code]
    pages = dict(site.pages) | {path: find({}) for path, find in site.lookups.items()}
    assert len(pages) > 10
    for path, page in pages.items():
        text = page.render()
        assert "$" not in text, path
        assert faults_of(text, page.type) == [], path


@EACH
def test_sitemaps_name_every_article_and_whatever_they_name_answers(shipped, get, code):
    site = shipped.sites[code]
    rules = RobotFileParser()
    rules.parse(get(f"https://{site.host}/robots.txt").text.splitlines())
    roots = rules.site_maps() or []
    if code == "fars":
        assert roots == []
        return
    named = Counter(plainly(page for root in roots for page in sitemap_pages(get, root)))
    assert set(named) == addresses(code) | set(plainly(site.odd.values()))
    for page in named:
        status = get(page).status
        assert status == (404 if page == unquote(site.odd["gone"]) else 200), page
        assert rules.can_fetch("dideban", page)


@EACH
def test_feeds_hold_the_newest_articles_and_those_of_sections_their_own(shipped, get, code):
    site, outlet = shipped.sites[code], outlets()[code]
    newest = plainly(address(one) for one in sorted(of(code), key=lambda one: (one.published_at, one.id))[::-1][:30])
    for path in outlet.feeds:
        assert plainly(feed_pages(get, f"https://{site.host}{path}")) == newest
    if not outlet.section_feed:
        return
    feeds = [path for path, page in site.pages.items() if "rss+xml" in page.type and path not in outlet.feeds]
    found = plainly(page for path in feeds for page in feed_pages(get, f"https://{site.host}{path}"))
    assert Counter(found).most_common(1)[0][1] == 1
    assert set(newest) <= set(found)


@EACH
def test_sections_hold_every_article_once_and_tags_what_they_name(shipped, get, code):
    site, outlet = shipped.sites[code], outlets()[code]
    home = html.fromstring(get(f"https://{site.host}{outlet.home}").text)
    menu = set(home.xpath("//ul//a/@href"))
    sections = {site.edition.section_path(name) for name in site.edition.sections}
    assert sections <= menu
    assert len(sections) == len({one.section for one in of(code)}), "two sections have one number"
    listed = [page for path in sections for page in list_pages(get, f"https://{site.host}{path}", LINKS[outlet.family])]
    assert Counter(plainly(listed)) == Counter(addresses(code))
    for tag, entries in site.edition.tags.items():
        url = f"https://{site.host}{site.edition.tag_path(tag)}"
        assert {entry.raw_address for entry in entries} <= set(plainly(list_pages(get, url, LINKS[outlet.family]))), tag


@EACH
def test_the_archive_of_a_day_holds_that_days_articles(get, code):
    outlet = outlets()[code]
    if not outlet.archive:
        assert outlet.family in {"drupal", "asam", "aggregator"}
        return
    asked = ARCHIVES[outlet.family]
    days = {one.published[:10] for one in of(code)}
    for day in sorted(days):
        url = f"https://{outlet.host}" + asked.format(*map(int, day.split("-")))
        expected = {unquote(address(one)) for one in of(code) if one.published.startswith(day)}
        assert set(plainly(list_pages(get, url, LINKS[outlet.family]))) == expected, day
    assert list_pages(get, f"https://{outlet.host}" + asked.format(1370, 1, 1), LINKS[outlet.family]) == []
    assert get(f"https://{outlet.host}" + asked.format(1402, 13, 1)).status == 404


def test_an_archive_comes_in_pages(get):
    total = len(of("tasnim"))
    assert total > PER_PAGE
    url = "https://www.tasnimnews.ir/fa/archive"
    first = html.fromstring(get(url).text).xpath(LINKS["tasnim"])
    assert len(first) == PER_PAGE
    assert set(plainly(list_pages(get, url, LINKS["tasnim"]))) == addresses("tasnim")
    assert html.fromstring(get(f"{url}?page=99").text).xpath(LINKS["tasnim"]) == []
    many = get("https://www.yjc.ir/fa/archive?rpp=2&p=2").text
    assert len(html.fromstring(many).xpath(LINKS["iransamaneh"])) == 2


@EACH
def test_every_article_is_whole_on_its_page(get, code):
    footers = {"انتهای پیام/", "انتهای پیام"}
    for article in of(code):
        tree = html.fromstring(get(address(article)).text)
        (body,) = tree.xpath(BODY[code])
        shown = [line for line in lines_of(body) if line not in footers]
        if code == "titronline":
            assert shown.pop().startswith(f'منبع خبر "{article.printed.origin}"')
        expected = article.text.split("\n")
        head = [line for line in (article.printed.kicker, article.printed.title, article.printed.lead) if line]
        assert shown == expected[len(head) :], article.id
        page = [" ".join(text.split()) for text in tree.itertext()]
        assert contained(head, [line for line in page if line]), article.id
        assert set(article.printed.tags) <= set(page), article.id
        assert article.printed.section in page, article.id


@EACH
def test_dates_for_machines(get, code):
    for article in of(code):
        tree = html.fromstring(get(address(article)).text)
        told = tree.xpath("//meta[@property='article:published_time']/@content")
        if code in WITHOUT_MACHINE_DATE:
            assert told == []
            continue
        (moment,) = told
        assert datetime.fromisoformat(moment) == article.published_at
        assert moment.endswith("Z") == (outlets()[code].machine == "utc")


def test_summers_before_1402_are_an_hour_off(get):
    summer = {one.id: one for one in SHIPPED}["4602913"]
    page = get(address(summer)).text
    assert "2022-05-30T08:55:00+04:30" in page
    assert summer.published_at.astimezone(UTC) == datetime(2022, 5, 30, 4, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "where", "date"),
    [
        ("6017642", "//div[contains(@class, 'item-date')]/span", "۱۹ بهمن ۱۴۰۲، ۹:۰۰"),
        ("1402111905213", "//i[contains(@class, 'fa-calendar-o')]/../span[@class='text-meta']", "۱۹ بهمن ۱۴۰۲ / ۰۹:۳۰"),
        ("94050201233", "//div[@class='newsPubDate']", "۲ مرداد ۱۳۹۴ / ۱۰:۴۰"),
        ("1420315", "//div[@class='news_nav news_pdate_c']/text()", "۱۴۰۱/۰۸/۱۲ - ۱۳:۵۴:۰۰"),
        ("322880", "//div[@class='field--name-node-post-date']", "۱۴۰۲-۱۲-۰۲ - ۰۹:۳۵"),
        ("8541902", "//span[@class='date-color-news']", "۱۱ مهر ۱۴۰۲ - ۱۳:۵۰"),
        ("1197002", "//span[@class='en_date']", "09 September 2023"),
        ("5490021", "//div[@class='news-info']", "ایرنا دوشنبه 14 اسفند 1402 - 09:01"),
        ("1452207", "//div[@class='article_head']/time", "۱۴۰۲/۱۲/۰۶ ۱۱:۴۰:۰۰"),
        ("13970502000311", "//time[@class='publish-time']", "۱۳۹۷/۰۵/۰۲ - ۱۰:۲۵"),
    ],
)
def test_dates_for_people(get, number, where, date):
    (article,) = [one for one in SHIPPED if one.id == number]
    (found, *_) = html.fromstring(get(address(article)).text).xpath(f"({where})[last()]")
    assert (found if isinstance(found, str) else found.text_content()).strip() == date


@EACH
def test_other_addresses_lead_to_the_article(get, code):
    outlet = outlets()[code]
    for article in of(code):
        page = get(address(article))
        assert get(short_address(article)).body == page.body
        for form in outlet.also:
            assert get(f"https://{outlet.host}{form.format(id=article.id)}").body == page.body
    for host in outlet.hosts[1:]:
        moved = get(f"https://{host}/robots.txt")
        assert (moved.status, moved.headers["Location"]) == (301, f"https://{outlet.host}/robots.txt")


def test_short_links_of_newsstudio_are_numbers_in_letters(get):
    (article,) = [one for one in SHIPPED if one.id == "6017642"]
    reply = get("https://www.mehrnews.com/x349k3")
    assert (reply.status, reply.headers["Location"]) == (301, address(article))


def test_oldest_sitemaps_are_json_and_some_are_packed(get):
    leaf = get("https://www.khabaronline.ir/sitemap/1390/06/20/sitemap.xml")
    assert leaf.headers["Content-Type"].startswith("application/json")
    (entry,) = json.loads(leaf.body)["urls"]
    assert (entry["loc"], entry["lastmode"]) == (unquote(address(of("khabaronline")[0])), "2011-09-11T18:18:00Z")
    packed = get("https://www.hamshahrionline.ir/sitemap/1401/05/10/sitemap.xml.gz")
    assert (packed.headers["Content-Type"], packed.body[:2]) == ("application/gzip", b"\x1f\x8b")


def test_a_sitemap_of_years_begins_with_the_current_one(get):
    newest = max(one.published for one in of("isna"))[:4]
    current = set(plainly(sitemap_pages(get, "https://www.isna.ir/sitemap/all/sitemap.xml")))
    of_the_year = {unquote(address(one)) for one in of("isna") if one.published[:4] == newest}
    assert of_the_year <= current
    assert current & addresses("isna") == of_the_year


def test_the_newer_pages_of_fars_are_empty_without_a_script(shipped, get):
    page = get(shipped.sites["fars"].odd["app"])
    assert page.status == 200
    assert html.fromstring(page.text).xpath("//div[@id='app']")[0].text_content() == ""
