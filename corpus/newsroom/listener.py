"""HTTP for the sites of the sample newsroom, on loopback."""

import socket
import struct
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, override
from urllib.parse import unquote, urlsplit

from corpus.newsroom.answers import Answer, answer, plain
from corpus.newsroom.faults import Plan
from corpus.newsroom.site import Site
from corpus.newsroom.spoiling import spoilt

LOOPBACK = "127.0.0.1"
# SO_LINGER for no time: the connection is reset instead of being closed.
_AT_ONCE = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Asked:
    """A request that was answered."""

    host: str
    path: str
    status: int


class Listener(ThreadingHTTPServer):
    """Answers for `sites` at a port, 0 for a free one. OSError where it is taken."""

    daemon_threads = True

    def __init__(self, port: int, sites: dict[str, Site], faults: Plan) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.faults = faults
        self.resets: set[Any] = set()
        self.hosts = {site.host: site for site in sites.values()}
        self.sisters = {name: site.host for site in sites.values() for name in site.sisters}
        self.asked: list[Asked] = []

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Answer:
        """What the site at `host` says."""
        if site := self.hosts.get(host):
            fault = self.faults.meet(site.edition.publisher, unquote(path.partition("?")[0]))
            return spoilt(fault, site, path, headers) if fault else answer(site, path, headers)
        if main := self.sisters.get(host):
            return plain(301, main, Location=f"https://{main}{path}")
        return plain(404, f"no such host; here are {', '.join(self.hosts)}")

    @override
    def shutdown_request(self, request: Any) -> None:
        # A shutdown would tell the reader that all was sent.
        if request in self.resets:
            self.resets.discard(request)
            self.close_request(request)
        else:
            super().shutdown_request(request)

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        # A reader that hangs up is no news.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Listener
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
            self._deliver(reply)

    def _deliver(self, reply: Answer) -> None:
        if reply.delivery.reset:
            self._reset(reply.body[: len(reply.body) // 2])
            return
        size = max(1, -(-len(reply.body) // reply.delivery.drops))
        for start in range(0, len(reply.body), size):
            if reply.delivery.pause:
                self.wfile.flush()
                time.sleep(reply.delivery.pause)
            self.wfile.write(reply.body[start : start + size])

    def _reset(self, part: bytes) -> None:
        self.wfile.write(part)
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        self.server.resets.add(self.connection)
        self.close_connection = True

    @override
    def log_message(self, format: str, *args: object) -> None:
        """No log: `asked` keeps what there is to know."""


def _name(netloc: str) -> str:
    """The host of "www.irib-news.ir:80" or "www.irib-news.ir.localhost:8010", in lower case."""
    return netloc.partition(":")[0].lower().removesuffix(".localhost")
