"""Rounds of crawl and extraction, each publisher when it is due, until told to stop."""

import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from crawler.locks import held
from crawler.report import CrawlReport
from crawler.visits import utc_now
from dideban.cli import crawling, extracting
from dideban.cli.faults import Fault, warn
from dideban.schedule import Schedule, chance

# A crawler that stood still for some days catches up.
BACK = timedelta(days=7)
_SHOWN = 3
_LOCK = "watch"


class Watch:
    """One watch over publishers. `gateway` (host:port) stands for all hosts, `clock` tells the time.

    A round looks so far `back`, None to the beginning. `tell` hears of each round's crawl; `log_json` is as in
    `crawler.crawl`.
    """

    def __init__(  # noqa: PLR0913 - all but the first two are for tests and other programs
        self,
        schedules: Mapping[str, Schedule],
        home: Path,
        *,
        gateway: str | None = None,
        clock: Callable[[], datetime] = utc_now,
        zone: ZoneInfo | None = None,
        back: timedelta | None = BACK,
        tell: Callable[[CrawlReport], None] | None = None,
        log_json: bool = False,
    ) -> None:
        self._schedules = dict(schedules)
        self._home = home
        self._gateway = gateway
        self._clock = clock
        self._back = back
        self._tell = tell
        self._log_json = log_json
        self._zone = zone or ZoneInfo("Asia/Tehran")
        self._due = dict.fromkeys(self._schedules, clock())
        self._stop = threading.Event()
        self.rounds = 0

    def run(self, *, once: bool = False) -> None:
        """Go on until SIGTERM, Ctrl-C or `stop`; `once`: one round of all.

        Raises Fault where another process watches, and with `once` where the round could not be done or a monitor
        failed.
        """
        with held(self._home, [_LOCK]) as busy, self._signals():
            if busy:
                raise Fault(f"process {busy[_LOCK] or 'of unknown number'} watches already with this state folder")
            while not self._stop.is_set():
                fault = self._round([code for code, due in self._due.items() if due <= self._clock()])
                if once:
                    if fault:
                        raise fault
                    return
                self._wait()
        click.echo("stopped", err=True)

    def stop(self) -> None:
        """End after the page that is being fetched, or at once where nothing is."""
        self._stop.set()

    def _round(self, codes: list[str]) -> Fault | None:
        """Crawl what is due and read what is new; a fault is told, and the next round tries again."""
        if not codes:
            return None
        started = self._clock()
        try:
            self._crawl_and_extract(codes, started)
        except Fault as fault:
            warn(f"{fault.format_message()}; the next round tries again")
            return fault
        finally:
            self.rounds += 1
            for code in codes:
                after = self._schedules[code].after(started, self._clock(), self._zone, chance())
                self._due[code] = after
        return None

    def _crawl_and_extract(self, codes: list[str], started: datetime) -> None:
        since = started.astimezone(self._zone).date() - self._back if self._back else None
        crawled = crawling.crawl(
            codes, since=since, gateway=self._gateway, log_json=self._log_json, stop=self._stop.is_set
        )
        crawling.show(crawled)
        if self._tell:
            self._tell(crawled.report)
        if crawled.report.ended == "interrupted":
            self.stop()
            return
        extracted = extracting.extract_new(stop=self._stop.is_set)
        click.echo(f"{extracted.records} records from {extracted.articles} articles", err=True)
        crawling.end(crawled)

    def _wait(self) -> None:
        if self._stop.is_set():
            return
        coming = sorted(self._due.items(), key=lambda one: one[1])
        times = [f"{code} {due.astimezone(self._zone):%H:%M:%S}" for code, due in coming[:_SHOWN]]
        further = f" and {len(coming) - _SHOWN} more" if len(coming) > _SHOWN else ""
        click.echo(f"next: {', '.join(times)}{further}", err=True)
        self._stop.wait(max((coming[0][1] - self._clock()).total_seconds(), 0))

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """SIGTERM and Ctrl-C end the watch in good order; a crawl that goes on hears of them by itself."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        numbers = (signal.SIGTERM, signal.SIGINT)
        before = {number: signal.signal(number, lambda *_: self.stop()) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
