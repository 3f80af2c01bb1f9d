"""A crawl into the store, with bars while it goes on and a table when it ends."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click
from rich.progress import TaskID

import crawler
from corpus.schema import Article
from crawler.archived import UnreadableArchive
from crawler.health.limits import UnreadableLimits
from crawler.publishers.publisher import bare_host
from dideban import config
from dideban.cli.faults import Fault, warn
from dideban.cli.progress import bars, table
from dideban.cli.sample import is_sample
from dideban.opening import open_store

_LIST = "list "
_LISTS_ANSWERED = ("list read", "list unchanged")
_LIST_DAMAGED = "list damaged"
_PASSED_OVER = "off_topic"
_STORED = ("stored", "known")
_NO_ARTICLE = "not_an_article:"
_FAILED = "failed:"


@dataclass
class Crawled:
    """What a crawl did: the crawler's own report, and by publisher what the store said of each article.

    The store's words are `new`, `changed` and `unchanged`, or `refused` where it could not hold the text.
    """

    report: crawler.CrawlReport
    saved: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, saved: str) -> int:
        """How many articles of all publishers the store called `saved`."""
        return sum(counter[saved] for counter in self.saved.values())

    def silent(self) -> list[str]:
        """Publishers of whom neither a list nor a page could be read."""
        return [
            code
            for code, counts in self.report.publishers.items()
            if counts.outcomes and not any(_was_read(outcome) for outcome in counts.outcomes)
        ]


def crawl(  # noqa: PLR0913 - the options of the command, each by its name
    publishers: Sequence[str] = (),
    *,
    since: date | None = None,
    until: date | None = None,
    topics: Sequence[str] = (),
    limit: int | None = None,
    urls: Sequence[str] = (),
    gateway: str | None = None,
    archives: Sequence[Path] | None = None,
    anyway: bool = False,
    private: bool = False,
    log_json: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Crawled:
    """Crawl into the store, which this opens, until done or Ctrl-C. `gateway` (host:port) stands for all hosts.

    `topics`: programmes' codes and words; see `crawler.Topic`. `archives` takes the place of the network: WARC files or
    folders, an empty list the state folder's own. `anyway`, `private`, `log_json` and `stop` are as in
    `crawler.crawl`.

    Raises Fault where no setting says whom sites can write to, where the database, the frontier or the disk fails, and
    where the folder holds the sample newsroom: nobody could tell its articles from real news later.
    """
    settings = config.load()
    if not gateway and is_sample(settings.home):
        raise Fault(
            f"{settings.home} holds the sample newsroom, no place for news: name another folder by DIDEBAN_HOME"
        )
    if not (gateway or archives is not None or settings.crawl_contact):
        raise Fault(
            "whom can a site's owner write to? Set crawl_contact in dideban.toml or"
            " DIDEBAN_CRAWL_CONTACT=you@example.org; a crawl says it with every request"
        )
    open_store()
    from django.db import DatabaseError  # noqa: PLC0415 - Django is loaded by the commands that need it alone

    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    saved: dict[str, Counter[str]] = defaultdict(Counter)

    def save(article: Article) -> bool:
        try:
            outcome: str = store.save_article(article)
        except store.UnstorableError as fault:
            warn(str(fault))
            outcome = "refused"
        saved[article.publisher or bare_host(article.document)][outcome] += 1
        return outcome == "new"

    home = config.make_home(settings)
    with _bars() as progress:
        try:
            if archives is not None:
                wanted = crawler.Wanted(publishers, urls, since or date.min, limit, until or date.max)
                report = crawler.rebuild(archives, home=home, save=save, wanted=wanted, progress=progress)
            else:
                report = crawler.crawl(
                    publishers,
                    home=home,
                    save=save,
                    since=since,
                    until=until,
                    topic=crawler.Topic(topics) if topics else None,
                    limit=limit,
                    urls=urls,
                    gateway=gateway,
                    delay=0 if gateway else settings.crawl_delay,
                    contact=settings.crawl_contact,
                    private=private,
                    anyway=anyway,
                    log_json=log_json or settings.log_format == "json",
                    stop=stop,
                    progress=progress,
                )
        except (UnreadableArchive, UnreadableLimits) as fault:
            raise Fault(str(fault)) from fault
        except (DatabaseError, sqlite3.Error, OSError) as fault:
            raise Fault(f"the crawl stopped: {fault}; what was stored stays, and the next crawl goes on") from fault
    return Crawled(report, saved)


def show(crawled: Crawled) -> None:
    """Print the table of a crawl, what was no article and what failed, and where the log is."""
    rows = [_row(crawled, code) for code in crawled.report.publishers]
    if len(rows) > 1:
        rows.append(["all", *(sum(column) for column in zip(*(row[1:] for row in rows), strict=True))])
    table(("publisher", "pages", "new", "changed", "known", "no article", "failed", "lists"), rows)
    reasons = _reasons(crawled.report)
    for label, of_label in reasons.items():
        click.echo(f"{label}: {', '.join(f'{reason} {count}' for reason, count in of_label.most_common())}", err=True)
    for code, counts in crawled.report.publishers.items():
        if counts.paused:
            warn(f"{code} kept refusing and is left alone until {counts.paused_until}; --anyway asks it all the same")
        if counts.busy is not None:
            warn(f"{code} is being crawled by process {counts.busy or 'of unknown number'} and was left to it")
    for code, check in crawled.report.failures:
        warn(f"{code}: monitor {check.monitor}: {check.reason}")
    log = f"; log: {crawled.report.log} in the state folder" if crawled.report.log else ""
    click.echo(f"{crawled.report.seconds:.1f} seconds{log}", err=True)


def measure(crawled: Crawled, file: Path | None) -> None:
    """Write a crawl's figures for Prometheus where a file is named. Raises Fault where it cannot be written."""
    if file is not None:
        into_file(file)(crawled.report)


def into_file(file: Path) -> Callable[[crawler.CrawlReport], None]:
    """What writes the figures of each report it is given, over those of the reports before; it raises Fault."""
    from crawler.health.metrics import Metrics  # noqa: PLC0415 - who asks for no metrics need not load them

    metrics = Metrics()

    def write(report: crawler.CrawlReport) -> None:
        metrics.take(report)
        try:
            metrics.write(file)
        except OSError as fault:
            raise Fault(f"--metrics {file}: {fault.strerror}; the crawl itself is done") from fault

    return write


def at_port(port: int) -> Callable[[crawler.CrawlReport], None]:
    """Serve the figures on loopback; what takes each report's. Raises Fault where the port is taken."""
    from crawler.health.metrics import Metrics  # noqa: PLC0415 - likewise

    metrics = Metrics()
    try:
        opened = metrics.serve(port)
    except OSError as fault:
        raise Fault(f"--metrics {port}: {fault.strerror}") from fault
    click.echo(f"metrics at http://127.0.0.1:{opened}/metrics", err=True)
    return metrics.take


def end(crawled: Crawled) -> None:
    """End the command with 1 where the crawl was stopped, a publisher gave nothing at all or a monitor failed."""
    if crawled.report.ended == "interrupted":
        raise Fault("stopped; all that was fetched is stored, and the next crawl goes on from here")
    if silent := crawled.silent():
        raise Fault(f"nothing could be read from {', '.join(silent)}")
    if failures := crawled.report.failures:
        named = ", ".join(f"{code} {check.monitor}" for code, check in failures)
        raise Fault(f"the crawl is done, but monitors failed: {named}")


def _row(crawled: Crawled, code: str) -> list[int | str]:
    counts, saved = crawled.report.publishers[code], crawled.saved.get(code, Counter())
    no_article = sum(count for outcome, count in counts.outcomes.items() if outcome.startswith(_NO_ARTICLE))
    failed = sum(count for outcome, count in counts.outcomes.items() if _is_failure(outcome)) + saved["refused"]
    figures = (saved["new"], saved["changed"], saved["unchanged"], no_article, failed, counts.lists)
    return [code, counts.pages, *figures]


def _reasons(report: crawler.CrawlReport) -> dict[str, Counter[str]]:
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    for counts in report.publishers.values():
        for outcome, count in counts.outcomes.items():
            if outcome.startswith(_NO_ARTICLE):
                reasons["no article"][outcome.removeprefix(_NO_ARTICLE)] += count
            elif outcome == _PASSED_OVER:
                reasons["passed over"][outcome] += count
            elif _is_failure(outcome):
                reasons["pages failed"][outcome.removeprefix(_FAILED)] += count
            elif outcome.startswith(_LIST) and outcome not in _LISTS_ANSWERED:
                reasons["lists failed"][outcome.removeprefix(_LIST).removeprefix(_FAILED)] += count
    return reasons


def _is_failure(outcome: str) -> bool:
    return not outcome.startswith((_LIST, _NO_ARTICLE)) and outcome not in (*_STORED, _PASSED_OVER)


def _was_read(outcome: str) -> bool:
    return outcome in (*_STORED, *_LISTS_ANSWERED, _LIST_DAMAGED) or outcome.startswith(_NO_ARTICLE)


@contextmanager
def _bars() -> Iterator[Callable[[crawler.CrawlEvent], None]]:
    """A bar for each publisher, as its first page or list comes in."""
    tasks: dict[str, TaskID] = {}
    with bars() as progress:

        def advance(event: crawler.CrawlEvent) -> None:
            if event.publisher not in tasks:
                tasks[event.publisher] = progress.add_task(event.publisher, total=None, note="")
            progress.update(
                tasks[event.publisher], advance=event.kind == "page", note=(event.title or event.outcome)[:60]
            )

        yield advance
