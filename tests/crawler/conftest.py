"""A loopback server that stands for the hosts of both publishers, with articles of our own."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

IRIB = "www.irib-news.ir"
TASNIM = "www.tasnimnews.ir"
Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """Pages by host and path (percent-decoded), a callable one called each time; `asked` is every request in order."""

    address: str = ""
    pages: dict[tuple[str, str], Reply | Callable[[], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def put(self, host: str, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        """Serve `body` there; header names with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[host, path] = (status, named, body.encode() if isinstance(body, str) else body)

    def articles_asked(self) -> list[str]:
        """Paths of articles that were asked for."""
        return [path for _, path, _ in self.asked if "/fa/news/" in path]


def irib_page(number: int, text: str) -> str:
    return (
        f'<html><head><meta charset="utf-8"><title>خبر {number}</title></head><body>'
        f'<h1 class="title">خبر شماره {number}</h1><div class="news_pdate_c">۰۲ آبان ۱۴۰۵ - ۱۰:{number % 60:02}</div>'
        f'<div class="body"><p>{text}</p></div></body></html>'
    )


def tasnim_page(number: int, text: str) -> str:
    return (
        f'<html><head><meta charset="utf-8"></head><body><article class="single-news">'
        f'<ul class="list-inline details"><li class="time">01 آبان 1405 - 09:{number % 60:02}</li></ul>'
        f'<h1 class="title">خبر شماره {number}</h1><div class="story"><p>{text}</p></div></article></body></html>'
    )


def rss(links: list[tuple[str, str]]) -> str:
    items = "".join(f"<item><link>\n{url}\n</link><pubDate>{date}</pubDate></item>" for url, date in links)
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{items}</channel></rss>'


def urlset(links: list[str], kind: str = "urlset") -> str:
    name = "url" if kind == "urlset" else "sitemap"
    entries = "".join(f"<{name}><loc>{link}</loc></{name}>" for link in links)
    return f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{kind}>'


TEXT = "سازمان اداری و استخدامی گزارش داد که {0} درصد از خدمات در پنجره ملی خدمات دولت هوشمند ارائه می‌شود."


def fill(site: Site, count: int) -> None:
    """`count` articles for each publisher: the newest two in a feed, the others in sitemaps of every form."""
    old = [f"http://www.iribnews.ir/fa/news/{number}/خبر-{number}" for number in range(1, count + 1)]
    for number in range(1, count + 1):
        site.put(IRIB, f"/fa/news/{number}/خبر-{number}", irib_page(number, TEXT.format(number)))
        site.put(TASNIM, f"/fa/news/1405/08/01/{number}/x", tasnim_page(number, TEXT.format(number)))
    for host in (IRIB, TASNIM):
        site.put(host, "/robots.txt", "User-agent: *\nDisallow: /fa/archive\n")
    site.put(IRIB, "/fa/rss/allnews", rss([(url, "24 Oct 2026 10:00:00 +0330") for url in old[-2:]]), ETag='"1"')
    site.put(IRIB, "/fa-sitemap-news", gzip.compress(urlset(old[-3:]).encode()))
    site.put(IRIB, "/fa-sitemap-newsarchive", urlset([f"https://{IRIB}/fa-sitemap-2026-10.gz"], "sitemapindex"))
    site.put(IRIB, "/fa-sitemap-2026-10.gz", gzip.compress(urlset(old).encode()))
    new = [f"https://www.tasnimnews.com/fa/news/1405/08/01/{number}/x" for number in range(1, count + 1)]
    site.put(TASNIM, "/fa/rss/feed/0/7/0/", rss([(new[-1], "23 Oct 2026 09:00:00 +0330")]))
    steps = ["/fa/fa_sitemap.xml", "/fa/2026/fa_2026_sitemap.xml", "/fa/2026/10/23/fa_2026_10_23_sitemap.xml"]
    for step, child in pairwise(steps):
        site.put(TASNIM, step, urlset([f"https://{TASNIM}{child}"], "sitemapindex"))
    leaf = json.dumps({"urls": [{"loc": url, "lastmode": "2026-10-23T05:30:00Z"} for url in new]})
    site.put(TASNIM, steps[-1], leaf, Content_Type="application/json")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        host, path = self.headers["Host"], unquote(self.path)
        site.agents.add(self.headers["User-Agent"])
        page = site.pages.get((host, path), (404, {}, b"<html><title>404</title></html>"))
        status, headers, body = page() if callable(page) else page
        if headers.get("ETag") and headers["ETag"] == self.headers["If-None-Match"]:
            status, body = 304, b""
        site.asked.append((host, path, status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    """An empty site that answers."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        answering = Site(f"127.0.0.1:{server.server_port}")
        server.site = answering  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield answering
        server.shutdown()
        thread.join()


@pytest.fixture
def newsroom(site: Site) -> Site:
    """Six articles at each of the two publishers."""
    fill(site, 6)
    return site


@pytest.fixture
def fill_site() -> Callable[[Site, int], None]:
    return fill


@pytest.fixture
def driver() -> Path:
    """A program that crawls and keeps articles in a database, to be killed."""
    return Path(__file__).with_name("drive.py")
