"""Faults of the answer as such: status, connection, encoding, size, robots, sitemaps."""

import gzip
from dataclasses import replace
from urllib.parse import parse_qsl

from corpus.newsroom import feeds
from corpus.newsroom.answers import Answer, Delivery, answer, plain
from corpus.newsroom.faults import Kind
from corpus.newsroom.request import Request

_DROPS = 20
_FILLER = b"<!-- " + b"newsroom " * 100 + b"-->\n"
# Letters that windows-1256 lacks, by those it has.
_TO_WINDOWS = str.maketrans("ی۰۱۲۳۴۵۶۷۸۹", "ي0123456789")


def too_many(asked: Request) -> Answer:
    """429 with Retry-After."""
    return plain(429, "too many requests", **{"Retry-After": str(round(asked.fault.seconds))})


def unavailable(asked: Request) -> Answer:
    """503."""
    return plain(503, "service unavailable")


def slow(asked: Request) -> Answer:
    """The answer in drops."""
    return replace(asked.well, delivery=Delivery(drops=_DROPS, pause=asked.fault.seconds / _DROPS))


def reset(asked: Request) -> Answer:
    """The answer broken off."""
    return replace(asked.well, delivery=Delivery(reset=True))


def truncated(asked: Request) -> Answer:
    """Half of a gzip file."""
    well = answer(asked.site, asked.path, {})
    packed = gzip.compress(well.body, mtime=0)
    return Answer(well.status, {**well.headers, "Content-Encoding": "gzip"}, packed[: len(packed) // 2])


def redirect_loop(asked: Request) -> Answer:
    """To and fro between two addresses."""
    where, _, query = asked.path.partition("?")
    turn = "b" if dict(parse_qsl(query)).get("turn") == "a" else "a"
    return plain(302, "elsewhere", Location=f"https://{asked.site.host}{where}?turn={turn}")


def wrong_charset(asked: Request) -> Answer:
    """UTF-8 that says it is windows-1256."""
    well = asked.well
    return replace(well, headers={**well.headers, "Content-Type": "text/html; charset=windows-1256"})


def windows_1256(asked: Request) -> Answer:
    """windows-1256 that the page alone tells."""
    well = answer(asked.site, asked.path, {})
    text = well.body.decode().replace('charset="utf-8"', 'charset="windows-1256"').translate(_TO_WINDOWS)
    body = text.encode("cp1256", errors="xmlcharrefreplace")
    return Answer(well.status, {**well.headers, "Content-Type": "text/html"}, body)


def huge(asked: Request) -> Answer:
    """The page, and comments up to a size."""
    well = answer(asked.site, asked.path, {})
    body = well.body + _FILLER * (asked.fault.size // len(_FILLER) + 1)
    return Answer(well.status, well.headers, body[: asked.fault.size])


def endless(asked: Request) -> Answer:
    """An index of one more index, and of a list without pages."""
    where, _, query = asked.path.partition("?")
    fields = dict(parse_qsl(query))
    base, depth = f"https://{asked.site.host}{where}", int(fields.get("n", "0")) + 1
    if "leaf" in fields:
        return asked.page(feeds.urlset(()), type_="application/xml")
    return asked.page(feeds.index([f"{base}?n={depth}", f"{base}?n={depth}&leaf=1"]), type_="application/xml")


def robots(asked: Request) -> Answer:
    """robots.txt that forbids all, is missing or cannot be had."""
    text = {
        Kind.ROBOTS_FORBID: (200, "User-agent: *\nDisallow: /"),
        Kind.ROBOTS_MISSING: (404, "no such page"),
        Kind.ROBOTS_DOWN: (503, "service unavailable"),
    }
    return plain(*text[asked.fault.kind])
