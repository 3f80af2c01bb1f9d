"""Earlier runs of each publisher, out of the reports that they left."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from crawler.report import CrawlReport, PublisherCounts

# A crawler that stood still for weeks finds what feeds still name, which is no measure of a week's news.
_LONGEST_GAP = timedelta(hours=72)
_MOST_REPORTS = 5000
_TEHRAN = ZoneInfo("Asia/Tehran")
_FRIDAY = 4
_PART = 6  # hours


@dataclass(frozen=True)
class Run:
    """One publisher's share of a run.

    `hours` since the run before, None where there was none to count from or the run did not go to its end; `new`
    articles since then, those of interrupted and limited runs between them too.
    """

    started: datetime
    hours: float | None
    counts: PublisherCounts
    new: int

    @property
    def slot(self) -> tuple[bool, int]:
        """Time of the day and week: whether it is Friday in Iran, and which quarter of the day."""
        local = self.started.astimezone(_TEHRAN)
        return local.weekday() == _FRIDAY, local.hour // _PART

    def passed(self, monitor: str) -> bool:
        """Whether a monitor had nothing against it: what is usual is learned from such runs alone."""
        return not any(check.monitor == monitor and check.status == "failed" for check in self.counts.checks)


@dataclass
class History:
    """One publisher's earlier runs, newest first, and new articles of unfinished or limited runs since the last one."""

    runs: list[Run] = field(default_factory=list)
    loose: int = 0

    def add(self, started: datetime, counts: PublisherCounts, *, finished: bool) -> Run:
        """Put a run on top; one that did not go to its end, or was told to hold back, is no measure of others."""
        whole = finished and counts.whole
        hours = _gap(self.runs[0].started, started) if whole and self.runs else None
        run = Run(started, hours, counts, counts.new + self.loose)
        self.loose = 0 if whole else run.new
        if whole:
            self.runs.insert(0, run)
        return run


def earlier(home: Path, started: datetime, days: int) -> dict[str, History]:
    """Each publisher's history in so many days before `started`, out of `home`/runs; unreadable files are left out."""
    found: dict[str, History] = defaultdict(History)
    since = started - timedelta(days=days)
    for report in sorted(_reports(home, since, started), key=lambda one: one.started):
        for code, counts in report.publishers.items():
            if counts.busy is None:
                found[code].add(report.started, counts, finished=report.ended == "finished")
    return found


def _gap(before: datetime, started: datetime) -> float:
    return min(started - before, _LONGEST_GAP).total_seconds() / 3600


def _reports(home: Path, since: datetime, until: datetime) -> Iterator[CrawlReport]:
    files = sorted((home / "runs").glob("*.json"), reverse=True)
    for file in files[:_MOST_REPORTS]:
        report = _read(file)
        if report and report.started < since:
            return
        if report and report.started < until:
            yield report


@lru_cache(maxsize=_MOST_REPORTS)
def _read(file: Path) -> CrawlReport | None:
    """A report is written once and never changed."""
    try:
        return CrawlReport.of(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
