"""Answers over HTTP for the pages of the sample newsroom."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from urllib.parse import unquote

from corpus.newsroom.page import Page
from corpus.newsroom.site import Site

_KEPT = 512


@dataclass(frozen=True)
class Delivery:
    """How a body is sent: in so many `drops` with a `pause` in seconds before each; half of it, then a `reset`."""

    drops: int = 1
    pause: float = 0.0
    reset: bool = False


@dataclass(frozen=True)
class Answer:
    """Status, headers and body of a response."""

    status: int
    headers: dict[str, str]
    body: bytes
    delivery: Delivery = Delivery()


def answer(site: Site, path: str, asked: Mapping[str, str]) -> Answer:
    """What `site` says to a request for `path` (percent-encoded, perhaps with a query) with the headers `asked`.

    `asked` has its names in lower case.
    """
    where, _, query = path.partition("?")
    page = site.find(unquote(where), query)
    if page is None:
        return plain(404, "no such page")
    if page.location:
        return plain(page.status, page.location, Location=page.location)
    return page_answer(page, asked)


def page_answer(page: Page, asked: Mapping[str, str]) -> Answer:
    """The answer that `page` is: 304 where the reader has it already, compressed where that is accepted."""
    body = _encoded(page)
    headers = {
        "ETag": f'W/"{hashlib.sha256(body).hexdigest()[:20]}"',
        "Last-Modified": format_datetime(page.modified.astimezone(UTC), usegmt=True),
        "Cache-Control": "max-age=0",
        "Vary": "Accept-Encoding",
    }
    if page.status == 200 and _is_known(headers, asked):
        return Answer(304, headers, b"")
    headers["Content-Type"] = page.type if page.packed else f"{page.type}; charset=utf-8"
    if not page.packed and "gzip" in asked.get("accept-encoding", ""):
        return Answer(page.status, {**headers, "Content-Encoding": "gzip"}, gzip.compress(body, 5, mtime=0))
    return Answer(page.status, headers, body)


def plain(status: int, text: str, **headers: str) -> Answer:
    """A short text."""
    return Answer(status, {"Content-Type": "text/plain; charset=utf-8", **headers}, f"{text}\n".encode())


@lru_cache(maxsize=_KEPT)
def _encoded(page: Page) -> bytes:
    text = page.render().encode()
    return gzip.compress(text, 5, mtime=0) if page.packed else text


def _is_known(headers: Mapping[str, str], asked: Mapping[str, str]) -> bool:
    """Whether the reader already has the page (RFC 9110, 13.1: If-None-Match wins over If-Modified-Since)."""
    if tags := asked.get("if-none-match"):
        wanted = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return headers["ETag"].removeprefix("W/") in wanted or "*" in wanted
    try:
        since = parsedate_to_datetime(asked.get("if-modified-since", ""))
    except ValueError:
        return False
    return parsedate_to_datetime(headers["Last-Modified"]) <= since.astimezone(UTC)
