"""`python -m benchmarks.crawling [N]`: the whole pipeline of a crawl against a bare Scrapy spider, and its memory.

A newsroom of N made-up articles is served by a process of its own. First Dideban crawls it (feeds, sitemaps, robots,
WARC, page to Article, store on SQLite), then a Scrapy spider only downloads the same addresses, with as many requests
at once and no pause either. Resident memory is read after each tenth of the pages.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from benchmarks.console import CONSOLE
from crawler.settings import scrapy_settings

PUBLISHERS = ("irib", "tasnim", "isna", "ilna")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident() -> float:
    """Megabytes of this process in memory now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE / 1e6


@contextmanager
def newsroom(size: int) -> Iterator[str]:
    """A newsroom of so many articles in a process of its own; gives host:port."""
    command = [sys.executable, "-m", "corpus.newsroom", "--generate", str(size), "--publishers", *PUBLISHERS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        port = (process.stdout.readline() if process.stdout else "").rpartition(":")[2].partition("/")[0]
        try:
            yield f"127.0.0.1:{port.strip()}"
        finally:
            process.terminate()


def ours(gateway: str, size: int) -> None:
    """Crawl into a store and print pages, seconds and memory as JSON."""
    from crawler import CrawlEvent, crawl  # noqa: PLC0415 - for this process alone
    from dideban import config  # noqa: PLC0415 - likewise
    from dideban.opening import open_store  # noqa: PLC0415 - likewise

    open_store()
    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    memory: list[float] = []
    pages = 0

    def progress(event: CrawlEvent) -> None:
        nonlocal pages
        pages += event.kind == "page"
        if event.kind == "page" and pages % max(size // 10, 1) == 0:
            memory.append(round(resident(), 1))

    def save(article: Any) -> bool:  # noqa: ANN401 - an Article, which is not imported here
        return bool(store.save_article(article) == "new")

    started = time.perf_counter()
    home = config.make_home(config.load())
    report = crawl(PUBLISHERS, home=home, save=save, gateway=gateway, delay=0, progress=progress)
    told = {"pages": report.pages, "new": report.new, "seconds": time.perf_counter() - started, "memory": memory}
    sys.stdout.write(json.dumps(told))


class Bare(Spider):
    """Downloads addresses and does nothing with them."""

    name = "bare"

    def __init__(self, addresses: list[tuple[str, str]]) -> None:
        super().__init__()
        self.addresses = addresses

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every address."""
        for publisher, address in self.addresses:
            yield Request(address, meta={"download_slot": publisher}, dont_filter=True)

    def parse(self, response: Response) -> None:
        """Nothing."""


def bare(gateway: str, frontier: Path) -> None:
    """Download what the frontier names and print pages and seconds as JSON."""
    with sqlite3.connect(frontier) as database:
        addresses = database.execute("SELECT publisher, address FROM pages WHERE outcome = 'stored'").fetchall()
    settings = scrapy_settings(gateway=gateway, delay=0, contact=None)
    settings |= {
        "DOWNLOADER_MIDDLEWARES": {},
        "ROBOTSTXT_OBEY": False,
        "LOG_ENABLED": False,
        "AUTOTHROTTLE_ENABLED": False,
    }
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Bare)
    started = time.perf_counter()
    process.crawl(crawler, addresses=addresses)
    process.start()
    had = crawler.stats.get_value("response_received_count", 0) if crawler.stats else 0
    sys.stdout.write(json.dumps({"pages": had, "seconds": time.perf_counter() - started}))


def _told(part: str, gateway: str, last: str, home: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.crawling", "--part", part, gateway, last]
    environ = os.environ | {"DIDEBAN_HOME": str(home)}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environ)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def measure(size: int) -> None:
    """Both after one another; print the ratio and the memory."""
    with tempfile.TemporaryDirectory(prefix="dideban-bench-") as folder, newsroom(size) as gateway:
        home = Path(folder)
        whole = _told("ours", gateway, str(size), home)
        plain = _told("bare", gateway, str(home / "frontier.sqlite"), home)
    for name, told in (("Dideban, all of it", whole), ("bare Scrapy, download only", plain)):
        pages, seconds = told["pages"], told["seconds"]
        CONSOLE.print(f"{name}: {pages} pages in {seconds:.1f} s, {60 * pages / seconds:,.0f} a minute")
    ratio = whole["pages"] / whole["seconds"] * plain["seconds"] / plain["pages"]
    CONSOLE.print(f"ratio: {ratio:.2f}; memory after each tenth, MB: {', '.join(map(str, whole['memory']))}")


def main() -> None:
    """Measure, or do one part in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("ours", "bare"), help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs="*", metavar="N", help="how many articles (default: 2000)")
    given = parser.parse_args()
    if given.part == "ours":
        ours(given.rest[0], int(given.rest[1]))
    elif given.part == "bare":
        bare(given.rest[0], Path(given.rest[1]))
    else:
        measure(int(given.rest[0]) if given.rest else 2000)


if __name__ == "__main__":
    main()
