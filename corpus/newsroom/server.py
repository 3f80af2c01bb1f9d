"""Serves the sample newsroom on loopback: two sites behind one port, told apart by the Host header."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, override
from urllib.parse import urlsplit

from corpus.newsroom import irib, tasnim
from corpus.newsroom.answers import Answer, answer, plain
from corpus.newsroom.articles import NewsroomArticle, load
from corpus.newsroom.edition import Edition
from corpus.newsroom.site import Site

_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Asked:
    """A request that was answered."""

    host: str
    path: str
    status: int


@dataclass(frozen=True)
class Newsroom:
    """A newsroom that is up. `address` is host:port on loopback; `asked` grows with every request, in order."""

    address: str
    sites: dict[str, Site]
    asked: list[Asked]


@contextmanager
def serve(port: int = 0, articles: Iterable[NewsroomArticle] | None = None) -> Iterator[Newsroom]:
    """The newsroom, up until the block ends: `articles`, or those that are shipped; port 0 takes a free one.

    Every site answers to its own Host alone, in plain HTTP: http://127.0.0.1:PORT/fa with `Host: www.irib-news.ir`; a
    browser gets there by http://www.irib-news.ir.localhost:PORT/fa. OSError where the port is taken.
    """
    sites = build(load() if articles is None else articles)
    with _Server(port, sites) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield Newsroom(f"{_LOOPBACK}:{server.server_port}", sites, server.asked)
        finally:
            server.shutdown()
            thread.join()


def build(articles: Iterable[NewsroomArticle]) -> dict[str, Site]:
    """The two sites, by publisher."""
    newest_first = sorted(articles, key=lambda article: (article.published_at, article.id), reverse=True)
    builders = {"irib": irib.build, "tasnim": tasnim.build}
    return {
        publisher: make(Edition(publisher, tuple(one for one in newest_first if one.publisher == publisher)))
        for publisher, make in builders.items()
    }


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, sites: dict[str, Site]) -> None:
        super().__init__((_LOOPBACK, port), _Handler)
        self.hosts = {site.host: site for site in sites.values()}
        self.sisters = {name: site.host for site in sites.values() for name in site.sisters}
        self.asked: list[Asked] = []

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Answer:
        """What the site at `host` says."""
        if site := self.hosts.get(host):
            return answer(site, path, headers)
        if main := self.sisters.get(host):
            return plain(301, main, Location=f"https://{main}{path}")
        return plain(404, f"no such host; here are {', '.join(self.hosts)}")

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        # A reader that hangs up is no news.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "newsroom"
    # An answer in one packet: in two, a reader would wait for the second.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answers, and notes what was asked."""
        # A proxy's request has the whole address in its first line.
        url = urlsplit(self.path)
        host = _name(url.netloc or self.headers.get("Host", ""))
        path = url._replace(scheme="", netloc="", fragment="").geturl() or "/"
        reply = self.server.answer(host, path, {name.lower(): value for name, value in self.headers.items()})
        self.server.asked.append(Asked(host, path, reply.status))
        self._send(reply)

    do_HEAD = do_GET  # noqa: N815 - the base class names it so

    def _send(self, reply: Answer) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """No log: `asked` keeps what there is to know."""


def _name(netloc: str) -> str:
    """The host of "www.irib-news.ir:80" or "www.irib-news.ir.localhost:8010", in lower case."""
    return netloc.partition(":")[0].lower().removesuffix(".localhost")
