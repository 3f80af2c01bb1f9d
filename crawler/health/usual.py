"""What is usual of a publisher: medians and shares over its earlier runs."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from crawler.health.history import Run
from crawler.health.limits import Limits
from crawler.health.seen import Seen

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """A publisher's share of a run, its earlier runs, newest first, and the limits it is held to."""

    code: str
    run: Run
    past: Sequence[Run]
    limits: Limits

    def articles(self, monitor: str) -> tuple[Seen, Seen | None]:
        """What is judged and what is usual.

        Judged are this run's articles; few are joined by those of the runs of the day before. What is usual comes from
        runs before these that `monitor` had nothing against, and is None where there are too few days or articles.
        """
        judged, older = self._judged()
        learned = [one for one in older if one.passed(monitor) and self._counts(one)]
        usual = Seen()
        for one in learned:
            usual.add(one.counts.seen)
        enough = _days(learned) >= self.limits.fewest_days and usual.articles >= self.limits.fewest_articles
        return judged, usual if enough else None

    def _judged(self) -> tuple[Seen, list[Run]]:
        judged, older = Seen(), list(self.past)
        judged.add(self.run.counts.seen)
        while judged.articles and older and judged.articles < self.limits.articles and self._is_recent(older[0]):
            judged.add(older.pop(0).counts.seen)
        return judged, older

    def new(self) -> tuple[int, float] | None:
        """New articles and the number that was to be expected; None where that cannot be told.

        Runs are added up, newest first, until as many were expected as the limits ask for.
        """
        asked = self.limits.items
        found, expected = 0, 0.0
        since = self.run.started - timedelta(hours=asked.hours)
        learned = [one for one in self.past if one.passed("items") and self._counts(one)]
        for one in (self.run, *self.past):
            if one.hours is None or one.started < since:
                break
            rate = asked.per_hour if asked.per_hour is not None else self._rate(one, learned)
            if rate is None:
                break
            found += one.new
            expected += rate * one.hours
            if expected >= asked.expected:
                return found, expected
        return None

    def _rate(self, run: Run, learned: Sequence[Run]) -> float | None:
        """New articles an hour: the median over days, at this time of the day and week where enough days have it."""
        known = [one for one in learned if one.started < run.started]
        for fitting in (
            [one for one in known if one.slot == run.slot],
            [one for one in known if one.slot[1] == run.slot[1]],
            known,
        ):
            rates = _rates(fitting)
            if len(rates) >= self.limits.fewest_days:
                return median(rates)
        return None

    def share(self, monitor: str, counted: Callable[[str], bool], among: Callable[[str], bool]) -> float | None:
        """The usual share of such outcomes among such others."""
        learned = [one for one in self.past if one.passed(monitor) and self._counts(one)]
        parts, all_of_them = (
            sum(n for one in learned for outcome, n in one.counts.outcomes.items() if fits(outcome))
            for fits in (counted, among)
        )
        return parts / all_of_them if all_of_them and _days(learned) >= self.limits.fewest_days else None

    def p95(self) -> float | None:
        """The usual 95th percentile of the times of answers, in seconds."""
        learned = [one for one in self.past if one.passed("latency") and self._counts(one) and one.counts.seen.latency]
        if _days(learned) < self.limits.fewest_days:
            return None
        return median(one.counts.seen.latency.get("p95", 0.0) for one in learned)

    def _is_recent(self, run: Run) -> bool:
        return self.run.started - run.started <= _A_DAY

    def _counts(self, run: Run) -> bool:
        return self.limits.since is None or run.started.date() >= self.limits.since


def _rates(runs: Sequence[Run]) -> list[float]:
    """By day, new articles an hour: a day's runs together, since most runs of a quarter of an hour find nothing."""
    new: dict[date, int] = defaultdict(int)
    hours: dict[date, float] = defaultdict(float)
    for run in runs:
        if run.hours:
            new[run.started.date()] += run.new
            hours[run.started.date()] += run.hours
    return [new[day] / hours[day] for day in hours]


def _days(runs: Sequence[Run]) -> int:
    return len({one.started.date() for one in runs})
