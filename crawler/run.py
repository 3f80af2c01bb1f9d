"""One crawl from beginning to report."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from crawler.archive import Archive
from crawler.discovery.topic import Topic
from crawler.frontier import Frontier, Listed
from crawler.health.judge import judge
from crawler.health.limits import limits_for
from crawler.locks import held
from crawler.logs import log_into, logged
from crawler.publishers import by_url, named
from crawler.publishers.publisher import Publisher, bare_host
from crawler.report import CrawlReport, PublisherCounts
from crawler.settings import scrapy_settings, software
from crawler.visits import utc_now
from crawler.work import Job, Progress, Save, Work


def crawl(  # noqa: PLR0913 - the one entry; all but the first two are options
    publishers: Sequence[str],
    *,
    home: Path,
    save: Save,
    since: date | None = None,
    until: date | None = None,
    topic: Topic | None = None,
    limit: int | None = None,
    urls: Sequence[str] = (),
    gateway: str | None = None,
    delay: float | None = None,
    contact: str | None = None,
    private: bool = False,
    anyway: bool = False,
    clock: Callable[[], datetime] = utc_now,
    log_json: bool = False,
    stop: Callable[[], bool] = lambda: False,
    progress: Progress | None = None,
) -> CrawlReport:
    """Crawl publishers and hand every article to `save`; returns when done, or soon after Ctrl-C, with a report.

    `publishers`: codes; none means all, or with `urls` only these addresses, which are fetched whether seen or not.
    `home`: the state folder, which gets frontier, WARC files, log and report. `save` is called in one thread of its own
    and returns whether the article was new; it must be durable when it returns, and may see an article twice.
    `since`, `until`: articles and lists dated from this day on and to that one, archives too; without `since` all that
    feeds and sitemaps name, to their beginning. `topic`: where a list gives titles, only articles whose title or lead
    is about it; the others are left to runs without it.
    `limit`: new articles per publisher. `delay`: seconds between requests to one publisher. `gateway`: host:port of a
    loopback server that stands for all hosts. `contact`: for the User-Agent.
    `private`: addresses of this machine and of private networks may be asked (a gateway always may). `anyway`: failed
    pages and paused publishers are not waited for. `clock` tells the time that waits are counted by. `progress` hears
    of every page and list. A publisher that another process crawls is left to it. `log_json`: the log has one JSON
    object a line. `stop` is asked once, before the first request: whether a signal came before Scrapy listens to it.

    Raises ValueError for an unknown publisher, an address that is none or limits of health that cannot be read, and
    whatever `save` raised.
    """
    wanted = _wanted(publishers, urls)
    for one in wanted:
        limits_for(one.code, home)  # what is wrong with them is said before the crawl, not after
    run = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}-{os.getpid()}"
    report = CrawlReport(run, datetime.now(UTC), log=f"logs/crawl-{run}.log")
    started = time.monotonic()
    with ExitStack() as stack:
        busy = stack.enter_context(held(home, [one.code for one in wanted]))
        ours = [one for one in wanted if one.code not in busy]
        frontier = stack.enter_context(Frontier(home / "frontier.sqlite", run, clock=clock, anyway=anyway))
        works = [Work(one.code, one.publisher, frontier, since, limit, one.discover, until, topic) for one in ours]
        for work, one in zip(works, ours, strict=True):
            work.ask_for(one.pages)
        archive = stack.enter_context(Archive(home, run, software()))
        job = Job(works, frontier, archive, save, logged(progress))
        stack.enter_context(log_into(home / report.log, run, as_json=log_json))
        stack.enter_context(_signals_kept())
        if not stop():
            _run_scrapy(job, scrapy_settings(gateway=gateway, delay=delay, contact=contact, private=private))
        left = {code: PublisherCounts(busy=process) for code, process in busy.items()}
        report.publishers = {work.code: work.finish() for work in works} | left
        report.warc = archive.files
    report.seconds = round(time.monotonic() - started, 3)
    report.ended = "fault" if job.fault else "finished" if job.ended_by == "finished" else "interrupted"
    try:
        judge(report, home)
    finally:
        report.write(home)
    if job.fault:
        raise job.fault
    return report


@dataclass
class _Wanted:
    """What the caller wants of one publisher: all of it, or only some pages."""

    code: str
    publisher: type[Publisher] | None
    discover: bool
    pages: list[Listed] = field(default_factory=list)


def _wanted(publishers: Sequence[str], urls: Sequence[str]) -> list[_Wanted]:
    chosen = named(publishers) if publishers or not urls else []
    wanted = {one.code: _Wanted(one.code, one, discover=True) for one in chosen}
    for url in urls:
        host = bare_host(url)
        if not host or not url.startswith(("http://", "https://")):
            raise ValueError(f"not an address: {url}")
        publisher = by_url(url)
        code = publisher.code if publisher else host
        one = wanted.setdefault(code, _Wanted(code, publisher, discover=False))
        one.pages.append(Listed((publisher.canonical(url) if publisher else None) or url, url))
    return list(wanted.values())


def _run_scrapy(job: Job, settings: dict[str, object]) -> None:
    # Scrapy takes half a second to import, which reading a report or a page need not wait for.
    from scrapy.crawler import AsyncCrawlerProcess  # noqa: PLC0415

    from crawler.spider import NewsSpider  # noqa: PLC0415

    process = AsyncCrawlerProcess(settings)
    process.crawl(NewsSpider, job=job)
    process.start(install_signal_handlers=threading.current_thread() is threading.main_thread())


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Scrapy takes over Ctrl-C and SIGTERM while it runs and leaves them taken; the caller gets its own back."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
