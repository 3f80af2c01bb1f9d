"""Dates told by the one before or after them: «دوشنبه (۱۲ دی)», «در شهریور ۱۴۰۲ … نسبت به ماه قبل»."""

import re
from itertools import pairwise

from extractor.dates import calendar
from extractor.dates.calendar import Period
from extractor.dates.intervals import Resolved

# As far as «ماه قبل» looks back for the month that it is told from.
_REACH = 160
_CLOSE = 12
_STOP = re.compile(r"[.!?؟\n](?!\d)")
_ASIDE = re.compile(r"[ ،]*[(/\-–]? ?(?:مورخه? |یعنی )?")
_LIST = frozenset((" و ", "، ", " یا "))
# How many months after the other it is, and how many years.
_STEPS = {"ماه قبل": (-1, 0), "ماه بعد": (1, 0), "سال قبل": (0, -1), "سال بعد": (0, 1), "سال گذشته": (0, -1)}
# «سال گذشته» is told from publication, but for «مدت مشابه سال گذشته».
_ALIKE = re.compile(r"(?:مشابه|متناظر|همین دوره|همین مدت|همین ماه|همان دوره)(?: آن)?(?: در| از)? ?\Z")


def settle(folded: str, resolved: list[Resolved]) -> None:
    """Give weekdays the day named beside them, and «ماه قبل» the month before the one that the sentence speaks of."""
    for first, second in pairwise(resolved):
        if second.found.start - first.found.end > _CLOSE:
            continue
        if _ASIDE.fullmatch(folded, first.found.end, second.found.start):
            _same_day(first, second)
        elif folded[first.found.end : second.found.start] in _LIST:
            _same_year(first, second)
    for at, one in enumerate(resolved):
        step = _STEPS.get(folded[one.found.start : one.found.end])
        if step and (other := _told_from(folded, resolved, at)):
            one.period, one.basis = _stepped(other.period, step), other.basis


def _same_day(first: Resolved, second: Resolved) -> None:
    """The weekday of the two becomes the day of the other, where that is such a weekday."""
    for weekday, other in ((first, second), (second, first)):
        if weekday.found.kind != "weekday" or other.found.kind == "weekday" or other.period.precision != "day":
            continue
        here, there = weekday.period.days(), other.period.days()
        if here and there and here[0].weekday() == there[0].weekday():
            weekday.period = other.period


def _same_year(first: Resolved, second: Resolved) -> None:
    """«مهر و آبان» are of one year, whichever of them is ahead."""
    if not (first.found.undated and second.found.undated) or first.found.calendar != second.found.calendar:
        return
    year, other = first.period.first[0], second.period.first[0]
    again = second.found.build(year) if year and other and other < year else None
    if again and again.first[1:] > first.period.first[1:]:
        second.period = again


def _told_from(folded: str, resolved: list[Resolved], at: int) -> Resolved | None:
    """The month or year of the same sentence that «ماه قبل» follows."""
    start = resolved[at].found.start
    months = folded.startswith("ماه", start)
    if folded.startswith("سال گذشته", start) and not _ALIKE.search(folded, max(0, start - 24), start):
        return None
    for other in (resolved[earlier] for earlier in range(at - 1, -1, -1)):
        if start - other.found.end > _REACH or _STOP.search(folded, other.found.end, start):
            return None
        if other.period.days() and not other.deadline and (not months or _is_month(other)):
            return other
    return None


def _is_month(one: Resolved) -> bool:
    return one.found.calendar == "jalali" and one.found.month is not None and one.period.precision == "month"


def _stepped(period: Period, step: tuple[int, int]) -> Period:
    months, years = step
    year, month, day = period.first
    if year is None:
        return period
    if months:
        there = calendar.later((year, month, day), months)
        return calendar.month(there[0], there[1])
    return calendar.whole_year(year + years)
