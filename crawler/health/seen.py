"""What a run saw of one publisher beside its counts: fields and their sources, dates, how fast it answered."""

import math
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from corpus.schema import Article
from crawler.pages.dates import visible_date

WATCHED = ("title", "lead", "text", "published", "published_jalali", "section", "tags", "origin", "authors")
_AHEAD = timedelta(days=1)
# Sources that quote the article («text:به نقل از») tell nothing of the layout beyond their kind.
_OF_THE_TEXT = "text:"
_STEP = 1.1  # between two neighbouring times that are told apart: p95 is right to a tenth


@dataclass(frozen=True)
class Figure:
    """A number that a monitor compared, shares from 0 to 1; `limit` is the least or the most that is healthy."""

    what: str
    value: float
    bound: Literal["at least", "at most"]
    limit: float

    @property
    def holds(self) -> bool:
        """Whether the number is a healthy one."""
        return self.value >= self.limit if self.bound == "at least" else self.value <= self.limit

    def __str__(self) -> str:
        return f"{self.what} {self.value:g}, {self.bound} {self.limit:g}"


@dataclass(frozen=True)
class Check:
    """A monitor's verdict on one publisher in one run. `skipped`: too little is known to judge by."""

    monitor: str
    status: Literal["passed", "failed", "skipped"]
    reason: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass
class Seen:
    """Counts over the articles that a run read of one publisher, new or known."""

    articles: int = 0
    fields: dict[str, int] = field(default_factory=dict)  # articles that have the field
    sources: dict[str, dict[str, int]] = field(default_factory=dict)  # field -> where it was read -> articles
    # missing: none was found; future: the printed one lies ahead of the day of fetching; printed: the machine-readable
    # one is missing, or the printed one overruled it; backwards: changed before it was published.
    dates: dict[str, int] = field(default_factory=dict)
    answers: int = 0
    latency: dict[str, float] = field(default_factory=dict)  # seconds: median, p95, slowest

    def read(self, article: Article) -> None:
        """Count an article as it was read."""
        self.articles += 1
        for name in WATCHED:
            if getattr(article, name):
                _add(self.fields, {name: 1})
                source = article.provenance.get(name, "")
                kind = _OF_THE_TEXT if source.startswith(_OF_THE_TEXT) else source
                _add(self.sources.setdefault(name, {}), {kind: 1})
        _add(self.dates, dict.fromkeys(_date_signs(article), 1))

    def share(self, name: str) -> float:
        """Share of articles that have a field."""
        return self.fields.get(name, 0) / self.articles if self.articles else 0.0

    def add(self, other: "Seen") -> None:
        """Count another run's articles too. Times of answers are left as they are."""
        self.articles += other.articles
        _add(self.fields, other.fields)
        _add(self.dates, other.dates)
        for name, sources in other.sources.items():
            _add(self.sources.setdefault(name, {}), sources)


@dataclass
class Times:
    """How long answers took, in as much memory for a million as for a hundred."""

    slowest: float = 0.0
    _steps: Counter[int] = field(default_factory=Counter)

    def add(self, seconds: float | None) -> None:
        """Count an answer; None where nothing was measured."""
        if seconds is not None:
            self.slowest = max(self.slowest, seconds)
            self._steps[math.ceil(math.log(max(seconds, 0.001), _STEP))] += 1

    def tell(self, seen: Seen) -> None:
        """Put number and times of answers into `seen`."""
        seen.answers = self._steps.total()
        if seen.answers:
            times = {"median": self._below(0.5), "p95": self._below(0.95), "slowest": self.slowest}
            seen.latency = {name: round(seconds, 3) for name, seconds in times.items()}

    def _below(self, share: float) -> float:
        left = math.ceil(share * self._steps.total())
        for step in sorted(self._steps):
            left -= self._steps[step]
            if left <= 0:
                return min(float(_STEP**step), self.slowest)
        return self.slowest


def _add(counts: dict[str, int], others: dict[str, int]) -> None:
    for name, times in others.items():
        counts[name] = counts.get(name, 0) + times


def _date_signs(article: Article) -> list[str]:
    signs = []
    shown = visible_date(article.published_jalali, "")
    if article.published is None:
        signs.append("missing")
    elif article.provenance.get("published") == article.provenance.get("published_jalali", ""):
        signs.append("printed")
    if shown and article.fetched and shown.when > article.fetched + _AHEAD:
        signs.append("future")
    if _is_earlier(article.modified, article.published):
        signs.append("backwards")
    return signs


def _is_earlier(modified: datetime | None, published: datetime | None) -> bool:
    return bool(modified and published and modified < published - _AHEAD)
