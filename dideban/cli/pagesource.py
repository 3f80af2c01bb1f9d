"""Pages that `dideban publisher` is given: files and live addresses."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.live import fetch
from dideban import config
from dideban.cli.faults import Fault
from dideban.cli.publisher import is_address


@dataclass(frozen=True)
class Source:
    """A page to be read: its bytes, what it is called, its address if that is known, and when it was fetched."""

    label: str
    body: bytes
    url: str | None
    headers: dict[str, str]
    fetched: datetime


def source_of(page: str, url: str | None) -> Source:
    """The page of a FILE or URL; `url` is where a file was saved from. Raises Fault where it cannot be had."""
    if is_address(page):
        return _fetched(page)
    path = Path(page)
    try:
        body = path.read_bytes()
    except OSError as fault:
        raise Fault(f"{path}: {fault.strerror}") from fault
    return Source(page, body, url, {}, datetime.now(UTC))


def _fetched(url: str) -> Source:
    settings = config.load()
    try:
        got = next(iter(fetch([url], contact=settings.crawl_contact)), None)
    except (ValueError, OSError) as fault:
        raise Fault(f"{url}: {fault}") from fault
    if got is None or got.page is None:
        raise Fault(f"{url}: {got.outcome if got else 'not fetched'}")
    return Source(url, got.page.body, got.page.url, got.page.headers, got.page.fetched)
