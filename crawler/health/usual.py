"""What is usual of a publisher: medians and shares over its earlier runs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from statistics import median

from crawler.health.history import Past, Run, slot_of
from crawler.health.limits import Limits
from crawler.health.seen import Seen
from crawler.report import PublisherCounts

_A_DAY = timedelta(days=1)
_Slot = tuple[bool, int]


@dataclass(frozen=True)
class Case:
    """A publisher's share of a run, its earlier runs and the limits it is held to.

    `hours` since the run before; None where they cannot be counted, or the run is no measure of what is new.
    """

    started: datetime
    counts: PublisherCounts
    hours: float | None
    past: Past
    limits: Limits

    def articles(self, monitor: str) -> tuple[Seen, Seen | None]:
        """What is judged and what is usual.

        Judged are this run's articles; few are joined by those of the runs of the day before. What is usual comes from
        runs before these that `monitor` had nothing against, and is None where there are too few days or articles.
        """
        judged, older = Seen(), [one for one in self.past.runs if one.articles]
        judged.add(self.counts.seen)
        while judged.articles and older and judged.articles < self.limits.articles and self._is_recent(older[0]):
            judged.add(older.pop(0).seen)
        usual, days = Seen(), set()
        for one in self._learned(monitor, older):
            usual.add(one.seen)
            days.add(one.started.date())
            if len(days) >= self.limits.fewest_days and usual.articles >= self.limits.usual_articles:
                break
        enough = len(days) >= self.limits.fewest_days and usual.articles >= self.limits.fewest_articles
        return judged, usual if enough else None

    def new(self) -> tuple[int, float] | None:
        """New articles and the number that was to be expected; None where that cannot be told.

        Runs are added up, newest first, until as many were expected as the limits ask for.
        """
        asked = self.limits.items
        found, expected = 0, 0.0
        this = (self.started, self.hours, self.counts.new + self.past.loose)
        for begun, hours, new in (this, *((one.started, one.hours, one.new) for one in self.past.runs)):
            rate = self._rate(begun)
            if hours is None or rate is None or begun < self.started - timedelta(hours=asked.hours):
                break
            found += new
            expected += rate * hours
            if expected >= asked.expected:
                return found, expected
        return None

    def _rate(self, begun: datetime) -> float | None:
        """New articles an hour: the median over days, at this time of the day and week where enough days have it."""
        if self.limits.items.per_hour is not None:
            return self.limits.items.per_hour
        friday, part = slot_of(begun)
        fitting: tuple[Callable[[_Slot], bool], ...] = (
            lambda slot: slot == (friday, part),
            lambda slot: slot[1] == part,
            lambda _: True,
        )
        for fits in fitting:
            rates = self._rates(slot for slot in self._tally if fits(slot))
            if len(rates) >= self.limits.fewest_days:
                return median(rates)
        return None

    def _rates(self, slots: Iterable[_Slot]) -> list[float]:
        """By day, since most runs of a quarter of an hour find nothing."""
        new: dict[date, int] = defaultdict(int)
        hours: dict[date, float] = defaultdict(float)
        for slot in slots:
            for day, (found, took) in self._tally[slot].items():
                new[day] += found
                hours[day] += took
        return [new[day] / hours[day] for day in hours]

    @cached_property
    def _tally(self) -> dict[_Slot, dict[date, tuple[int, float]]]:
        """New articles and hours by time of the day and week, and by day."""
        tally: dict[_Slot, dict[date, tuple[int, float]]] = defaultdict(dict)
        for one in self._learned("items", self.past.runs):
            if one.hours:
                day = one.started.date()
                found, took = tally[one.slot].get(day, (0, 0.0))
                tally[one.slot][day] = (found + one.new, took + one.hours)
        return tally

    def share(self, monitor: str, counted: Callable[[str], bool], among: Callable[[str], bool]) -> float | None:
        """The usual share of such outcomes among such others."""
        part = whole = 0
        days = set()
        for one in self._learned(monitor, self.past.runs):
            part += sum(times for outcome, times in one.outcomes.items() if counted(outcome))
            whole += sum(times for outcome, times in one.outcomes.items() if among(outcome))
            days.add(one.started.date())
            if len(days) > self.limits.fewest_days:
                break
        return part / whole if whole and len(days) >= self.limits.fewest_days else None

    def p95(self) -> float | None:
        """The usual 95th percentile of the times of answers, in seconds."""
        learned = [one for one in self._learned("latency", self.past.runs) if one.p95 is not None]
        days = {one.started.date() for one in learned}
        return median(one.p95 or 0.0 for one in learned) if len(days) >= self.limits.fewest_days else None

    def _learned(self, monitor: str, runs: Iterable[Run]) -> Iterator[Run]:
        since = self.limits.since
        for one in runs:
            if monitor not in one.failed and (since is None or one.started.date() >= since):
                yield one

    def _is_recent(self, run: Run) -> bool:
        return self.started - run.started <= _A_DAY
