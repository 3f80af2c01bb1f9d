"""Reports of crawls as the desk shows them, out of the files that the crawler leaves in the state folder.

Only what is shown is read, and by its name in the file: the desk knows nothing of the crawler's own types.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

_NAME = re.compile(r"[0-9A-Za-z.-]+")
_FAR_BACK = 1000  # files that are looked through for one publisher's runs


@dataclass(frozen=True)
class Figure:
    """A number that a monitor compared with its limit; `bound` is "at least" or "at most"."""

    what: str
    value: float
    bound: str
    limit: float

    @property
    def holds(self) -> bool:
        """Whether it is a healthy one."""
        return self.value >= self.limit if self.bound == "at least" else self.value <= self.limit


@dataclass(frozen=True)
class Check:
    """A monitor's verdict: passed, failed or skipped."""

    monitor: str
    status: str
    reason: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Share:
    """One publisher's share of a run; `p95` in seconds."""

    code: str
    new: int
    pages: int
    articles: int
    p95: float | None
    paused: bool
    busy: bool
    outcomes: tuple[tuple[str, int], ...]
    checks: tuple[Check, ...]

    @property
    def failed(self) -> tuple[Check, ...]:
        """Checks that failed."""
        return tuple(check for check in self.checks if check.status == "failed")


@dataclass(frozen=True)
class Run:
    """One crawl; `seconds` is how long it took, `ended` "finished", "interrupted" or "fault"."""

    name: str
    started: datetime
    seconds: float
    ended: str
    shares: tuple[Share, ...]

    @property
    def new(self) -> int:
        """New articles of all publishers."""
        return sum(share.new for share in self.shares)

    @property
    def pages(self) -> int:
        """Pages of all publishers."""
        return sum(share.pages for share in self.shares)

    @property
    def unwell(self) -> tuple[Share, ...]:
        """Publishers of whom a monitor failed."""
        return tuple(share for share in self.shares if share.failed)

    def share(self, code: str) -> Share | None:
        """A publisher's share."""
        return next((share for share in self.shares if share.code == code), None)


def names() -> list[str]:
    """Names of all runs, newest first; they begin with their time."""
    return sorted((file.stem for file in Path(settings.RUNS).glob("*.json")), reverse=True)


def find(name: str) -> Run | None:
    """A run; None where there is none of this name or its report cannot be read."""
    file = Path(settings.RUNS) / f"{name}.json"
    try:
        return _read(file, file.stat().st_mtime_ns) if _NAME.fullmatch(name) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def of_publisher(code: str, most: int) -> list[tuple[Run, Share]]:
    """A publisher's share of its last runs, newest first."""
    found = []
    for name in names()[:_FAR_BACK]:
        run = find(name)
        share = run.share(code) if run else None
        if run and share and not share.busy:
            found.append((run, share))
        if len(found) == most:
            break
    return found


@lru_cache(maxsize=_FAR_BACK)
def _read(file: Path, changed: int) -> Run:
    """The report in a file, read again when its time of change is another."""
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    started = datetime.fromisoformat(told["started"])
    if started.tzinfo is None:
        raise ValueError("a report's time has its offset")
    shares = tuple(_share(code, counts) for code, counts in told["publishers"].items())
    return Run(file.stem, started, float(told["seconds"]), str(told["ended"]), shares)


def _share(code: str, told: Mapping[str, Any]) -> Share:
    seen = told.get("seen") or {}
    return Share(
        code,
        new=int(told["new"]),
        pages=int(told["pages"]),
        articles=int(seen.get("articles", 0)),
        p95=(seen.get("latency") or {}).get("p95"),
        paused=bool(told.get("paused")),
        busy=told.get("busy") is not None,
        outcomes=tuple(sorted(told["outcomes"].items(), key=lambda one: -one[1])),
        checks=tuple(_checks(told.get("checks") or ())),
    )


def _checks(told: Any) -> Iterator[Check]:  # noqa: ANN401 - JSON
    for one in told:
        figures = tuple(Figure(**figure) for figure in one["figures"])
        yield Check(one["monitor"], one["status"], one["reason"], figures)
