"""What a crawl did: counts by outcome and publisher, for people (progress) and for machines (JSON)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Self

from crawler.health.seen import Check, Figure, Seen


@dataclass(frozen=True)
class CrawlEvent:
    """One page or list was dealt with. `outcome` is as in `PublisherCounts.outcomes`."""

    publisher: str
    url: str
    kind: Literal["page", "list"]
    outcome: str
    title: str | None = None


@dataclass
class PublisherCounts:
    """What became of one publisher's pages and lists in one run."""

    new: int = 0  # articles kept that the store did not have
    pages: int = 0
    lists: int = 0
    # stored, known (the store had it), and with what was found after a colon: not_an_article:photo, http_error:404,
    # blocked:challenge, failed:timeout, robots; for lists the same after "list ".
    outcomes: dict[str, int] = field(default_factory=dict)
    paused: bool = False  # not asked, or no more in this run, because the site kept refusing
    paused_until: str | None = None  # ISO, UTC; no run asks before
    busy: int | None = None  # number of the process that crawls it meanwhile, 0 where unknown; then this one did not
    whole: bool = False  # all that its lists name: no limit, topic, last day or addresses of the caller's choice
    seen: Seen = field(default_factory=Seen)
    checks: list[Check] = field(default_factory=list)  # by monitor

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """Out of a report's JSON, an older one's too. Raises TypeError or KeyError where it is none."""
        known = {one.name for one in fields(cls)}
        counts = cls(**{name: value for name, value in told.items() if name in known})
        counts.seen = Seen(**told.get("seen", {}))
        counts.checks = [
            Check(**one | {"figures": tuple(Figure(**figure) for figure in one["figures"])})
            for one in told.get("checks", ())
        ]
        return counts


@dataclass
class CrawlReport:
    """One run. `ended` is "finished", "interrupted" or "fault"."""

    run: str
    started: datetime
    seconds: float = 0.0
    ended: Literal["finished", "interrupted", "fault"] = "finished"
    publishers: dict[str, PublisherCounts] = field(default_factory=dict)
    warc: tuple[str, ...] = ()  # files written, relative to the state folder
    log: str = ""  # likewise

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """Out of a report's JSON. Raises TypeError, ValueError or KeyError where it is none."""
        started = datetime.fromisoformat(told["started"])
        if started.tzinfo is None:
            raise ValueError("a report's time has its offset")
        publishers = {code: PublisherCounts.of(counts) for code, counts in told["publishers"].items()}
        return cls(told["run"], started, told["seconds"], told["ended"], publishers, tuple(told["warc"]), told["log"])

    @property
    def new(self) -> int:
        """Articles kept that the store did not have."""
        return sum(counts.new for counts in self.publishers.values())

    @property
    def pages(self) -> int:
        """Pages of articles that were dealt with."""
        return sum(counts.pages for counts in self.publishers.values())

    @property
    def failures(self) -> list[tuple[str, Check]]:
        """Publishers and the checks that they failed."""
        return [
            (code, check)
            for code, counts in self.publishers.items()
            for check in counts.checks
            if check.status == "failed"
        ]

    def write(self, home: Path) -> Path:
        """Write the report as JSON under `home`/runs and return the file."""
        path = home / "runs" / f"{self.run}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        told = asdict(self) | {"started": self.started.isoformat(), "new": self.new, "pages": self.pages}
        # Readers of the folder see a whole report or none.
        draft = path.with_suffix(".part")
        draft.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return draft.replace(path)
