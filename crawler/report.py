"""What a crawl did: counts by outcome and publisher, for people (progress) and for machines (JSON)."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal


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
    paused: bool = False  # given up for this run because the site kept refusing


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

    @property
    def new(self) -> int:
        """Articles kept that the store did not have."""
        return sum(counts.new for counts in self.publishers.values())

    @property
    def pages(self) -> int:
        """Pages of articles that were dealt with."""
        return sum(counts.pages for counts in self.publishers.values())

    def write(self, home: Path) -> Path:
        """Write the report as JSON under `home`/runs and return the file."""
        path = home / "runs" / f"{self.run}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        told = asdict(self) | {"started": self.started.isoformat(), "new": self.new, "pages": self.pages}
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return path
