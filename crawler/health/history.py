"""Earlier runs of each publisher, out of the reports that they left."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from crawler.report import PublisherCounts

# A crawler that stood still for weeks finds what feeds still name, which is no measure of a week's news.
_LONGEST_GAP = timedelta(hours=72)
_MOST_REPORTS = 5000
_TEHRAN = ZoneInfo("Asia/Tehran")
_FRIDAY = 4
_PART = 6  # hours


@dataclass(frozen=True)
class Run:
    """One publisher's share of a run. `hours` since the run before, None where there was none to count from."""

    started: datetime
    hours: float | None
    counts: PublisherCounts

    @property
    def slot(self) -> tuple[bool, int]:
        """Time of the day and week: whether it is Friday in Iran, and which quarter of the day."""
        local = self.started.astimezone(_TEHRAN)
        return local.weekday() == _FRIDAY, local.hour // _PART

    def passed(self, monitor: str) -> bool:
        """Whether a monitor had nothing against it: what is usual is learned from such runs alone."""
        return not any(check.monitor == monitor and check.status == "failed" for check in self.counts.checks)


def runs_before(home: Path, started: datetime, days: int) -> dict[str, list[Run]]:
    """Whole runs of each publisher in so many days before `started`, newest first, out of `home`/runs.

    Left out are reports that cannot be read, and runs that did not go to their end or were told to hold back.
    """
    since = started - timedelta(days=days)
    last: dict[str, datetime] = {}
    found: dict[str, list[Run]] = defaultdict(list)
    for begun, counts in sorted(_reports(home, since, started), key=lambda one: one[0]):
        for code, of_publisher in counts.items():
            found[code].append(Run(begun, gap(last.get(code), begun), of_publisher))
            last[code] = begun
    return {code: runs[::-1] for code, runs in found.items()}


def gap(before: datetime | None, started: datetime) -> float | None:
    """Hours between two runs."""
    return min(started - before, _LONGEST_GAP).total_seconds() / 3600 if before else None


def _reports(home: Path, since: datetime, until: datetime) -> Iterator[tuple[datetime, dict[str, PublisherCounts]]]:
    files = sorted((home / "runs").glob("*.json"), reverse=True)
    for file in files[:_MOST_REPORTS]:
        begun, counts = _read(file)
        if begun and begun < since:
            return
        if begun and begun < until:
            yield begun, counts


@lru_cache(maxsize=_MOST_REPORTS)
def _read(file: Path) -> tuple[datetime | None, dict[str, PublisherCounts]]:
    """A report's time and the publishers whose share was whole; a report is written once and never changed."""
    try:
        told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        begun = datetime.fromisoformat(told["started"])
        counts = {code: PublisherCounts.of(one) for code, one in told["publishers"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None, {}
    whole = {code: one for code, one in counts.items() if one.whole and told.get("ended") == "finished"}
    return (begun, whole) if begun.tzinfo else (None, {})
