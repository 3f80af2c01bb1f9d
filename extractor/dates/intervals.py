"""Intervals: «از ۱۲ تا ۲۲ بهمن» is one date, from the first date's words to the last's."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from extractor.annotations import Span
from extractor.dates import calendar
from extractor.dates.calendar import Period
from extractor.dates.found import Found
from extractor.dates.speech import Speech

_TO = re.compile(r",? ?(?:تا|الی|ا?لغایت|-|و تا) ?")
_BETWEEN = re.compile(
    r"(?:\A|\W)(?:بین|مابین|میان|حدفاصل|فاصله)(?: (?:بین|ماه ?های|سال ?های|روز ?های))? (?:ماه ?های |سال ?های )?\Z"
)
_FROM = re.compile(r"(?:\A|\W)از (?:روز |تاریخ |مورخ |ساعت \d+ )?\Z")
_LIST = re.compile(r"[ ،]*(?:،|و|یا|تا|الی|ا?لغایت|-) ?(?:از |در |تا |نیز )?")
# A year that no date is compared in by itself: only which of two days comes first.
_SOME_YEAR = 1400
_GAP = 11


@dataclass(slots=True)
class Resolved:
    """A date with its period and role, before mentions are made; `replaces` is the deadline that it was moved from."""

    found: Found
    period: Period
    basis: str
    deadline: bool
    replaces: Span | None = None


def with_years(folded: str, found: list[Found]) -> list[Found]:
    """The year that one of a list or an interval tells, given to its neighbour: «مهر و آبان ۱۴۰۱»."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if second.start - first.end > _GAP:
            continue
        if first.calendar != second.calendar or not _LIST.fullmatch(folded, first.end, second.start):
            continue
        to = _TO.fullmatch(folded, first.end, second.start) is not None
        if first.undated and not second.undated:
            found[at] = _moved(first, second, -1 if to and _after(first, second) else 0)
        elif to and second.undated and not first.undated:
            found[at + 1] = _moved(second, first, 1 if _after(first, second) else 0)
    return found


def _after(first: Found, second: Found) -> bool:
    """Whether `first` comes after `second` in one year."""
    earlier, later = first.build(_SOME_YEAR), second.build(_SOME_YEAR)
    return earlier is not None and later is not None and earlier.first > later.last


def _moved(one: Found, other: Found, years: int) -> Found:
    """`one` in the year of `other`, or so many years after."""
    year = None if other.year is None else other.year + years
    shift = None if other.shift is None else other.shift + years
    return replace(one, year=year, shift=shift, near=other.near)


def _joins(folded: str, one: Resolved, other: Resolved) -> bool:
    """Whether the two are the ends of one interval, by the words between and before them."""
    first, second = one.found, other.found
    gap = folded[first.end : second.start]
    ahead = max(0, first.start - 24)
    if _TO.fullmatch(gap):
        alike = first.calendar == second.calendar and first.calendar != "fixed"
        alike = alike or one.period.precision == other.period.precision == "day"
        return alike or first.kind == "first" or _FROM.search(folded, ahead, first.start) is not None
    return gap in (" و ", " و پایان ") and _BETWEEN.search(folded, ahead, first.start) is not None


def _merged(first: Resolved, second: Resolved) -> Resolved | None:
    """The one period from the first day of `first` to the last of `second`; None where the years stay unknown."""
    first_day, last_day = first.period.days(), second.period.days()
    if first_day is None or last_day is None:
        return None
    begin, end = first_day[0], last_day[1]
    if begin > end and first.found.undated and first.period.first[0]:
        # «از مهر تا ۲۱ فروردین»: the first is of the year before.
        earlier = first.found.build(first.period.first[0] - 1)
        begin = ((earlier and earlier.days()) or first_day)[0]
    if second.found.kind == "weekday":
        end = begin + timedelta(days=(end - begin).days % 7)
    elif first.found.kind == "weekday":
        begin = end - timedelta(days=(end - begin).days % 7)
    if begin > end:
        return None
    period = calendar.of_days(begin, end, "period")
    return Resolved(replace(second.found, start=first.found.start), period, second.basis, deadline=False)


def joined(folded: str, resolved: list[Resolved]) -> list[Resolved]:
    """Intervals as one date each; the first day of one that is none, without a month of its own, left out."""
    found: list[Resolved] = []
    rest = iter(range(len(resolved)))
    for at in rest:
        first, second = resolved[at], resolved[at + 1] if at + 1 < len(resolved) else None
        one = _interval(folded, first, second) if second else None
        if one:
            next(rest)
            found.append(one)
        elif first.found.kind != "first" or first.deadline:
            found.append(first)
    return found


def _interval(folded: str, first: Resolved, second: Resolved) -> Resolved | None:
    """The interval from `first` to `second`; None where they are none, or the last day is a deadline."""
    if second.replaces or second.found.start - first.found.end > _GAP or not _joins(folded, first, second):
        return None
    if second.deadline and _is_due(Speech(folded, Span(first.found.start, second.found.end))):
        return None
    second.deadline = False
    return _merged(first, second)


def _is_due(speech: Speech) -> bool:
    """Whether the last day of an interval is a deadline."""
    return speech.has("noun") or speech.has_before("duty") or speech.has_after("bound")
