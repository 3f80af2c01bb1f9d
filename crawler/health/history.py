"""Earlier runs of each publisher, digested out of the reports that they left."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from crawler.health.seen import Seen
from crawler.report import CrawlReport, PublisherCounts

_SCHEMA = Path(__file__).with_name("history.sql")
_FILE = "runs.sqlite"
# A crawler that stood still for weeks finds what feeds still name, which is no measure of a week's news.
_LONGEST_GAP = timedelta(hours=72)
_TEHRAN = ZoneInfo("Asia/Tehran")
_FRIDAY = 4
_PART = 6  # hours
_EARLIER = """
SELECT started, whole, new, articles, p95, outcomes, seen, failed FROM shares
WHERE publisher = ? AND started >= ? AND started < ? ORDER BY started
"""


@dataclass(frozen=True)
class Run:
    """One publisher's share of an earlier run.

    `hours` since the run before, None where there was none to count from; `new` articles since then, those of
    interrupted and limited runs between them too. `p95` in seconds, `failed` the monitors.
    """

    started: datetime
    hours: float | None
    new: int
    articles: int
    p95: float | None
    failed: frozenset[str]
    outcomes_told: str
    seen_told: str

    @cached_property
    def slot(self) -> tuple[bool, int]:
        """As `slot_of`."""
        return slot_of(self.started)

    @cached_property
    def outcomes(self) -> dict[str, int]:
        """Numbers of pages and lists by outcome."""
        told: dict[str, int] = json.loads(self.outcomes_told)
        return told

    @cached_property
    def seen(self) -> Seen:
        """What was seen of its articles."""
        return Seen(**json.loads(self.seen_told))


@dataclass(frozen=True)
class Past:
    """A publisher's whole runs, newest first, and new articles of unfinished or limited runs since the last of them."""

    runs: tuple[Run, ...] = ()
    loose: int = 0

    def since_the_last(self, started: datetime) -> float | None:
        """Hours from the last whole run to `started`."""
        return _gap(self.runs[0].started, started) if self.runs else None


class History:
    """The digest of a state folder, brought up to date as it is opened; the file may be removed."""

    def __init__(self, home: Path, since: datetime) -> None:
        (home / "runs").mkdir(parents=True, exist_ok=True)
        self._since = since
        self._database = sqlite3.connect(home / _FILE, timeout=30)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.executescript(_SCHEMA.read_text(encoding="utf-8"))
        self._take_in(home / "runs")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def before(self, publisher: str, started: datetime) -> Past:
        """A publisher's runs from `since` on that began before `started`."""
        span = (_stamp(self._since), _stamp(started))
        with closing(self._database.execute(_EARLIER, (publisher, *span))) as rows:
            return _past(rows)

    def _take_in(self, folder: Path) -> None:
        known = {run for (run,) in self._database.execute("SELECT run FROM reports")}
        with self._database:
            for file in folder.glob("*.json"):
                # Names begin with the day, so that reports of years need not be opened.
                if file.stem not in known and file.name[:8] >= f"{self._since:%Y%m%d}":
                    self._database.execute("INSERT OR IGNORE INTO reports VALUES (?)", (file.stem,))
                    self._database.executemany(
                        "INSERT OR IGNORE INTO shares VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _digest(file)
                    )


def slot_of(when: datetime) -> tuple[bool, int]:
    """Time of the day and week: whether it is Friday in Iran, and which quarter of the day."""
    local = when.astimezone(_TEHRAN)
    return local.weekday() == _FRIDAY, local.hour // _PART


def _digest(file: Path) -> Iterator[tuple[object, ...]]:
    """Rows of a report; none of a file that is no report."""
    try:
        report = CrawlReport.of(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
    for code, counts in report.publishers.items():
        if counts.busy is None:
            yield code, _stamp(report.started), report.run, *_row(counts, finished=report.ended == "finished")


def _row(counts: PublisherCounts, *, finished: bool) -> tuple[object, ...]:
    failed = " ".join(check.monitor for check in counts.checks if check.status == "failed")
    seen = counts.seen
    told = (json.dumps(counts.outcomes), json.dumps(asdict(seen) if seen.articles else {}))
    return finished and counts.whole, counts.new, seen.articles, seen.latency.get("p95"), *told, failed


def _past(rows: sqlite3.Cursor) -> Past:
    runs: list[Run] = []
    loose = 0
    for begun, whole, new, articles, p95, outcomes, seen, failed in rows:
        loose += new
        if whole:
            started = datetime.fromisoformat(begun)
            hours = _gap(runs[-1].started, started) if runs else None
            runs.append(Run(started, hours, loose, articles, p95, frozenset(failed.split()), outcomes, seen))
            loose = 0
    return Past(tuple(reversed(runs)), loose)


def _gap(before: datetime, started: datetime) -> float:
    return min(started - before, _LONGEST_GAP).total_seconds() / 3600


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds")
