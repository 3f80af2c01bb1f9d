"""Articles made anew from archived pages, without the network: what a crawl kept, it can read again."""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from crawler.archive_index import ArchiveIndex
from crawler.archived import ArchivedPage, UnreadableArchive, read_back, responses
from crawler.pagework import read_page
from crawler.publishers import by_url, canonical
from crawler.publishers.publisher import bare_host
from crawler.reading import is_list
from crawler.report import CrawlEvent, CrawlReport, PublisherCounts
from crawler.work import Progress, Save

_OK = 200
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wanted:
    """What of the archives is asked for; nothing given means all of it."""

    publishers: Sequence[str] = ()  # codes
    urls: Sequence[str] = ()
    since: date = date.min  # day of publication, in the article's own zone
    limit: int | None = None  # new articles of each publisher
    until: date = date.max  # likewise, this day included


def rebuild(
    paths: Sequence[Path], *, home: Path, save: Save, wanted: Wanted | None = None, progress: Progress | None = None
) -> CrawlReport:
    """Read archived pages and hand every article to `save`, oldest file first, as the crawl did: equal to the byte.

    `paths`: WARC files or folders of them; none means the archive of `home`, the state folder. With `wanted.urls` and
    no paths the index finds their last answers. Raises UnreadableArchive for a file that is none (in a folder it is
    passed over with a line in the log: a kill leaves such), and what `save` raised.
    """
    asked = wanted or Wanted()
    report = CrawlReport(f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}-archive", datetime.now(UTC))
    started = time.monotonic()
    for page in _pages(paths, home, asked.urls):
        if page.status == _OK and not is_list(page):
            _deal_with(page, asked, report, save, progress)
    report.seconds = round(time.monotonic() - started, 3)
    return report


def archives(path: Path) -> list[Path]:
    """The WARC files that a path stands for, in the order of their names, which begin with their time."""
    return sorted(one for one in path.glob("**/*.warc*") if one.is_file()) if path.is_dir() else [path]


def _pages(paths: Sequence[Path], home: Path, urls: Sequence[str]) -> Iterator[ArchivedPage]:
    if urls and not paths:
        with ArchiveIndex(home) as index:
            found = [index.find(url) for url in urls]
        yield from (read_back(home, reference) for reference in found if reference)
        return
    pages = set(map(canonical, urls))
    for path in paths or [home / "warc"]:
        for archive in archives(path):
            for page in _answers(archive, home, named=archive == path):
                if not pages or canonical(page.url) in pages:
                    yield page


def _answers(archive: Path, home: Path, *, named: bool) -> Iterator[ArchivedPage]:
    try:
        yield from responses(archive, home=home)
    except UnreadableArchive as fault:
        if named:
            raise
        _logger.warning("%s", fault)


def _deal_with(page: ArchivedPage, asked: Wanted, report: CrawlReport, save: Save, progress: Progress | None) -> None:
    publisher = by_url(page.url)
    code = publisher.code if publisher else bare_host(page.url)
    if asked.publishers and code not in asked.publishers:
        return
    counts = report.publishers.setdefault(code, PublisherCounts())
    if asked.limit is not None and counts.new >= asked.limit:
        return
    read = read_page(page.body, page.url, page.headers, fetched=page.fetched, warc=page.reference)
    article, outcome = read.article, read.name
    if article and article.published and not asked.since <= article.published.date() <= asked.until:
        return
    if article:
        new = save(article)
        counts.new += new
        outcome = read.name if new else "known"
    counts.pages += 1
    counts.outcomes[outcome] = counts.outcomes.get(outcome, 0) + 1
    if progress:
        progress(CrawlEvent(code, page.url, "page", outcome, article.title if article else None))
