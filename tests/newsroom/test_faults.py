"""Every fault does what it says, where it should and as often as it should."""

import gzip
import http.client
import time
from urllib.parse import quote, urlsplit

import pytest
from lxml import etree, html

from corpus.newsroom.addresses import address
from corpus.newsroom.answers import answer
from corpus.newsroom.article_faults import edited
from corpus.newsroom.faults import Fault, Kind, Plan
from corpus.newsroom.server import build, serve
from corpus.newsroom.spoiling import spoilt
from corpus.newsroom.wire import everything
from tests.newsroom.conftest import Reply
from tests.newsroom.reading import SITEMAP

IRIB, TASNIM = "https://www.irib-news.ir", "https://www.tasnimnews.ir"
TITLE = "نیمی از خدمات سازمان آزمون برخط شد"


@pytest.fixture(scope="module")
def up(articles):
    with serve(articles=articles) as newsroom:
        yield newsroom


@pytest.fixture
def get(up):
    """Asks on a connection of its own, as some faults leave none behind."""

    def ask(url, **headers):
        connection = http.client.HTTPConnection(up.address, timeout=20)
        parts = urlsplit(url)
        where = f"{parts.path}?{parts.query}" if parts.query else parts.path
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", quote(where, safe="/%?=&"), headers={"Host": parts.netloc, **named})
        reply = connection.getresponse()
        return Reply(reply.status, dict(reply.getheaders()), reply.read())

    return ask


@pytest.fixture
def faulty(up):
    """Adds faults that end with the test."""
    yield lambda kind, **where: up.faults.add(Fault(kind, **where))
    up.faults.clear()


@pytest.fixture
def url(by_id):
    return address(by_id["4100001"])


@pytest.fixture
def well(get, url, up):
    up.faults.clear()
    return get(url)


def test_none_unless_asked_for(get, url, well):
    assert get(url).body == well.body
    assert TITLE in well.text


@pytest.mark.parametrize(
    ("kind", "status", "headers"),
    [
        (Kind.TOO_MANY, 429, {"Retry-After": "7"}),
        (Kind.UNAVAILABLE, 503, {}),
        (Kind.ARVANCLOUD, 200, {}),
        (Kind.CLOUDFLARE, 403, {"cf-mitigated": "challenge"}),
        (Kind.CAPTCHA, 200, {}),
        (Kind.LOGIN, 200, {}),
        (Kind.SOFT_404, 200, {}),
        (Kind.DELETED, 404, {}),
        (Kind.GONE, 410, {}),
        (Kind.EMPTY_BODY, 200, {}),
        (Kind.PHOTO, 200, {}),
        (Kind.VIDEO, 200, {}),
    ],
)
def test_none_of_them_has_the_article(get, url, faulty, *, kind, status, headers):
    faulty(kind, seconds=7)
    reply = get(url)
    assert reply.status == status
    assert headers.items() <= reply.headers.items()
    assert "تا پایان آبان" not in reply.text


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        (Kind.ARVANCLOUD, "Transferring to the website"),
        (Kind.CLOUDFLARE, "Just a moment..."),
        (Kind.CAPTCHA, "g-recaptcha"),
        (Kind.LOGIN, 'type="password"'),
        (Kind.SOFT_404, "پیدا نشد"),
        (Kind.DELETED, "پیدا نشد"),
        (Kind.EMPTY_BODY, "نیمی از خدمات"),
        (Kind.PHOTO, "news_album_main_part"),
        (Kind.VIDEO, "<video"),
    ],
)
def test_what_a_page_has_in_its_place(get, url, faulty, kind, sign):
    faulty(kind)
    assert sign in get(url).text.replace("&zwnj;", "")


def test_a_slow_page_comes_whole_in_its_time(get, url, well, faulty):
    faulty(Kind.SLOW, seconds=0.4)
    began = time.monotonic()
    assert get(url).body == well.body
    assert time.monotonic() - began >= 0.4


def test_a_reset_connection_breaks_off_amid_the_page(get, url, faulty):
    faulty(Kind.RESET, times=1)
    with pytest.raises((ConnectionResetError, http.client.IncompleteRead)):
        get(url)
    assert TITLE in get(url).text


def test_a_truncated_gzip_is_half_a_file(get, url, faulty):
    faulty(Kind.TRUNCATED_GZIP)
    reply = get(url)
    assert reply.headers["Content-Encoding"] == "gzip"
    assert int(reply.headers["Content-Length"]) == len(reply.body)
    with pytest.raises(EOFError):
        gzip.decompress(reply.body)


def test_a_redirect_loop_never_ends(get, url, faulty):
    faulty(Kind.REDIRECT_LOOP)
    places = []
    for _ in range(5):
        reply = get(url)
        assert reply.status == 302
        url = reply.headers["Location"]
        places.append(url.partition("?")[2])
    assert places == ["turn=a", "turn=b", "turn=a", "turn=b", "turn=a"]


def test_a_wrong_charset_is_declared_over_utf_8(get, url, well, faulty):
    faulty(Kind.WRONG_CHARSET)
    reply = get(url)
    assert reply.headers["Content-Type"] == "text/html; charset=windows-1256"
    assert reply.body == well.body


def test_a_windows_1256_page_says_so_itself(get, url, faulty):
    faulty(Kind.WINDOWS_1256)
    reply = get(url)
    assert reply.headers["Content-Type"] == "text/html"
    text = reply.body.decode("cp1256")
    assert '<meta charset="windows-1256">' in text
    assert TITLE.replace("ی", "ي") in text
    with pytest.raises(UnicodeDecodeError):
        reply.text  # noqa: B018 - it is the reading that fails


def test_a_huge_page_begins_as_the_article(get, url, faulty):
    faulty(Kind.HUGE)
    reply = get(url)
    assert len(reply.body) == 30_000_000
    assert TITLE in reply.body[:20_000].decode(errors="ignore")


def test_a_huge_page_has_the_size_asked_for(get, url, faulty):
    faulty(Kind.HUGE, size=50_000)
    assert len(get(url).body) == 50_000


def test_an_endless_sitemap_names_a_further_one_each_time(get, faulty):
    faulty(Kind.ENDLESS_SITEMAP, path="/fa-sitemap-newsarchive")
    url, seen = f"{IRIB}/fa-sitemap-newsarchive", set()
    for _ in range(30):
        further, leaf = etree.fromstring(get(url).body).xpath("s:sitemap/s:loc/text()", namespaces=SITEMAP)
        assert further not in seen
        seen.add(further)
        assert get(leaf).status == 200
        url = further


@pytest.mark.parametrize(
    ("kind", "status"), [(Kind.ROBOTS_FORBID, 200), (Kind.ROBOTS_MISSING, 404), (Kind.ROBOTS_DOWN, 503)]
)
def test_faults_of_robots_leave_pages_alone(get, url, well, faulty, *, kind, status):
    faulty(kind)
    reply = get(f"{IRIB}/robots.txt")
    assert reply.status == status
    assert ("Disallow: /\n" in reply.text) == (kind is Kind.ROBOTS_FORBID)
    assert get(url).body == well.body


def test_drift_renames_classes_and_keeps_the_words(get, url, well, faulty):
    faulty(Kind.DRIFT)
    before, after = html.fromstring(well.text), html.fromstring(get(url).text)
    classes = {name for value in after.xpath("//@class") for name in value.split()}
    assert classes
    assert all(name.startswith("v2-") for name in classes)
    assert not after.xpath("//@itemprop | //@id")
    assert after.text_content() == before.text_content()


def test_an_edited_article_has_its_later_version_from_the_second_request_on(get, url, well, by_id, faulty):
    faulty(Kind.EDITED, after=1, each=True)
    first, second, third = get(url), get(url), get(url)
    assert first.body == well.body
    assert second.body == third.body != first.body
    later = edited(by_id["4100001"])
    text = second.text.replace("&zwnj;", "\u200c")
    assert later.body[-1] in text
    assert html.fromstring(second.text).xpath("//h1")[0].text_content().strip() == later.printed.title
    assert '<meta property="article:published_time" content="2023-12-22T11:31:00+03:30">' in text
    assert '<meta property="article:modified_time" content="2023-12-22T13:31:00+03:30">' in text
    assert get(url, If_None_Match=first.headers["ETag"]).status == 200
    assert get(url, If_None_Match=second.headers["ETag"]).status == 304


def test_a_date_in_the_future_is_the_machines_alone(get, url, faulty):
    faulty(Kind.FUTURE)
    tree = html.fromstring(get(url).text)
    told = tree.xpath("string(//meta[@property='article:published_time']/@content)")
    assert told == "2025-01-25T11:31:00+03:30"
    assert "۱۱:۳۱ - ۰۱ دی ۱۴۰۲" in tree.text_content()


@pytest.mark.parametrize("number", ["4100001", "3000001"])
def test_nothing_but_the_clock_tells_the_time(get, by_id, faulty, number):
    faulty(Kind.CLOCK_ONLY)
    page = get(address(by_id[number])).text
    assert "Updated in: " in page
    assert by_id[number].published_at.isoformat()[:16] not in page
    assert "published_time" in page
    assert html.fromstring(page).xpath("//meta[@property='article:published_time']/@content") == [""]


@pytest.mark.parametrize("kind", [Kind.EDITED, Kind.DRIFT, Kind.PHOTO, Kind.FUTURE, Kind.EMPTY_BODY])
def test_faults_of_articles_leave_lists_alone(get, faulty, kind):
    before = get(f"{IRIB}/fa/rss/allnews").body
    faulty(kind)
    assert get(f"{IRIB}/fa/rss/allnews").body == before


def test_a_fault_strikes_its_site_and_path_only(get, faulty):
    faulty(Kind.UNAVAILABLE, publisher="irib", path="/fa/rss/*")
    assert get(f"{IRIB}/fa/rss/allnews").status == 503
    assert get(f"{IRIB}/fa").status == 200
    assert get(f"{TASNIM}/fa/rss/feed/0/7/0/").status == 200


def test_patterns_are_of_letters_not_of_percent_signs(get, by_id, faulty):
    faulty(Kind.GONE, path="*آزمون-برخط*")
    assert get(address(by_id["4100001"])).status == 410
    assert get(address(by_id["4100000"])).status == 200


def test_a_plan_can_be_given_at_the_start(articles):
    with serve(articles=articles, faults=[Fault(Kind.UNAVAILABLE, "irib", times=1)]) as newsroom:
        connection = http.client.HTTPConnection(newsroom.address, timeout=5)
        statuses = []
        for _ in range(2):
            connection.request("GET", "/fa", headers={"Host": "www.irib-news.ir"})
            reply = connection.getresponse()
            reply.read()
            statuses.append(reply.status)
    assert statuses == [503, 200]
    assert [one.status for one in newsroom.asked] == statuses


def test_how_often_a_fault_strikes():
    plan = Plan([Fault(Kind.TOO_MANY, after=1, times=2)])
    assert [plan.meet("irib", path) is not None for path in "abcde"] == [False, True, True, False, False]
    each = Plan([Fault(Kind.TOO_MANY, after=1, times=1, each=True)])
    assert [each.meet("irib", path) is not None for path in "aabaab"] == [False, True, False, False, False, True]


def test_the_first_fault_that_strikes_is_met():
    plan = Plan([Fault(Kind.TOO_MANY, after=1), Fault(Kind.SLOW)])
    assert [plan.meet("irib", "/").kind for _ in range(3)] == [Kind.SLOW, Kind.TOO_MANY, Kind.TOO_MANY]


def test_every_site_can_have_every_fault():
    for site in build(everything()).values():
        path = quote(site.edition.entries[0].path)
        well = answer(site, path, {})
        for kind in Kind:
            reply = spoilt(Fault(kind), site, path, {})
            assert reply != well, (site.host, kind)
