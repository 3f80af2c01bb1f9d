import gzip
import http.client
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from corpus.newsroom.addresses import address, short_address
from corpus.newsroom.server import serve

IRIB, TASNIM = "https://www.irib-news.ir", "https://www.tasnimnews.ir"


@pytest.fixture
def url(by_id):
    return address(by_id["4100001"])


@pytest.mark.parametrize("host", ["example.ir", "127.0.0.1:80", ""])
def test_unknown_host(get, host):
    assert get(f"https://{host}/fa").status == 404


@pytest.mark.parametrize("host", ["www.irib-news.ir:443", "WWW.irib-news.ir", "www.irib-news.ir.localhost:8010"])
def test_forms_of_a_host(get, host):
    assert get(f"https://{host}/robots.txt").text == get(f"{IRIB}/robots.txt").text


def test_a_proxys_request_names_the_host_in_its_address(newsroom, get, url):
    connection = http.client.HTTPConnection(newsroom.address, timeout=5)
    connection.request("GET", url, headers={"Host": newsroom.address})
    assert connection.getresponse().read() == get(url).body


@pytest.mark.parametrize(
    ("sister", "main"),
    [
        ("iribnews.ir", IRIB),
        ("www.iribnews.ir", IRIB),
        ("tasnimnews.com", TASNIM),
        ("www.tasnimnews.com", TASNIM),
        ("tasnimnews.ir", TASNIM),
    ],
)
def test_sister_hosts_redirect(get, sister, main):
    reply = get(f"https://{sister}/fa/news/%D8%A7?page=2")
    assert (reply.status, reply.headers["Location"]) == (301, f"{main}/fa/news/%D8%A7?page=2")


@pytest.mark.parametrize("path", ["/fa/news/4100001", "/fa/news/4100001/", "/fa/news/4100001/other-slug"])
def test_any_slug_leads_to_the_article(get, url, path):
    assert get(IRIB + path).body == get(url).body


def test_the_short_address_leads_to_the_article(get, articles):
    for article in articles:
        assert get(short_address(article)).body == get(address(article)).body


@pytest.mark.parametrize("path", ["/fa/news/41000019", "/fa/news/1", "/style.css", "/fa/news/4100001x"])
def test_no_such_page(get, path):
    assert get(IRIB + path).status == 404


@pytest.mark.parametrize("end", ["/robots.txt", "/fa", "/fa?page=2"])
def test_known_pages_are_not_sent_again(get, end):
    first = get(IRIB + end)
    assert first.status == 200
    by_tag = get(IRIB + end, If_None_Match=first.headers["ETag"])
    by_time = get(IRIB + end, If_Modified_Since=first.headers["Last-Modified"])
    assert [(reply.status, reply.body) for reply in (by_tag, by_time)] == [(304, b"")] * 2


def test_changed_pages_are_sent(get, url):
    assert get(url, If_None_Match='"other"').status == 200
    assert get(url, If_Modified_Since="Fri, 22 Dec 2023 08:00:59 GMT").status == 200
    assert get(url, If_Modified_Since="yesterday").status == 200
    assert get(url, If_None_Match='"other"', If_Modified_Since="Fri, 22 Dec 2030 00:00:00 GMT").status == 200


def test_gzip_when_asked(get, url):
    plain, packed = get(url), get(url, Accept_Encoding="gzip, deflate")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert "Content-Encoding" not in plain.headers
    assert len(packed.body) < len(plain.body)


@pytest.mark.parametrize(
    ("url", "type_"),
    [
        (f"{IRIB}/fa", "text/html"),
        (f"{IRIB}/robots.txt", "text/plain"),
        (f"{IRIB}/fa/rss/allnews", "application/rss+xml"),
        (f"{TASNIM}/fa/fa_sitemap.xml", "application/xml"),
    ],
)
def test_content_types(get, url, type_):
    assert get(url).headers["Content-Type"] == f"{type_}; charset=utf-8"


def test_head_has_no_body(get, url):
    reply = get(url, method="HEAD")
    assert (reply.status, reply.body) == (200, b"")
    assert int(reply.headers["Content-Length"]) == len(get(url).body)


def test_requests_are_noted_and_nothing_is_printed(newsroom, get, capfd):
    get(f"{IRIB}/fa/none?x=1")
    last = newsroom.asked[-1]
    assert (last.host, last.path, last.status) == ("www.irib-news.ir", "/fa/none?x=1", 404)
    assert capfd.readouterr() == ("", "")


def test_many_readers_at_once(newsroom, articles):
    def read(article):
        connection = http.client.HTTPConnection(newsroom.address, timeout=5)
        parts = urlsplit(address(article))
        connection.request("GET", parts.path, headers={"Host": parts.netloc})
        return article.id.encode() in connection.getresponse().read()

    with ThreadPoolExecutor(8) as readers:
        assert all(readers.map(read, articles * 10))


def test_a_port_is_free_again_after_the_block():
    with serve(articles=[]) as newsroom:
        port = int(newsroom.address.rpartition(":")[2])
    with serve(port, articles=[]) as again:
        assert again.address == f"127.0.0.1:{port}"
