"""Dates of the Gregorian and the lunar calendar, as periods of the Iranian one."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from corpus.schema import Precision
from extractor.dates import calendar, context, forms, lunar, told, words
from extractor.dates.calendar import Period
from extractor.dates.found import Calendar, Found
from extractor.dates.parts import MIDDLE, cut, days_of_month

_GREGORIAN_MONTHS, _LUNAR_MONTHS = words.values("gregorian_months"), words.values("lunar_months")
_NEEDS_YEAR = frozenset(words.WORDS["gregorian_needs_year"])
_A_DAY = timedelta(days=1)
_LONGEST_LUNAR = 30
# Lunar months whose names are no other word and no name of a person.
_SURE_LUNAR = frozenset({3, 4, 5, 6, 11, 12})


@dataclass(frozen=True, slots=True)
class OfMonth:
    """What is told of a month: a day of it, or a piece («دهه اول») and a part («پایان»)."""

    month: int
    number: int | None
    piece: str | None = None
    part: str | None = None

    def days(self, length: int) -> tuple[int, int, Precision]:
        """First and last day, the month having `length` days."""
        if self.number:
            return self.number, self.number, "day"
        whole: tuple[int, int, Precision] = (1, length, "month")
        first, last, precision = days_of_month(length, self.piece) if self.piece else whole
        if self.part in ("end", "begin", "middle"):
            only = {"end": last, "begin": first, "middle": MIDDLE}[self.part]
            return only, only, "day"
        return first, last, precision


def of_gregorian(year: int | None, told_of: OfMonth) -> Period | None:
    """A day or month of a Gregorian year; a month has the Jalali year in which most of it lies."""
    if year is None:
        return None
    first, last, precision = told_of.days(monthrange(year, told_of.month)[1])
    try:
        begin, end = date(year, told_of.month, first), date(year, told_of.month, last)
    except ValueError:
        return None
    period = calendar.of_days(begin, end, precision)
    return _mostly(period, begin, end) if precision == "month" else period


def of_lunar(year: int | None, told_of: OfMonth) -> Period | None:
    """A day or month of a lunar year, a day wider each way, for Iran's months begin by sighting."""
    if year is None:
        return None
    first, last, _ = told_of.days(lunar.month_length(year, told_of.month))
    if last > _LONGEST_LUNAR:
        return None
    try:
        begin, end = _lunar_day(year, told_of.month, first), _lunar_day(year, told_of.month, last)
    except ValueError:
        return None
    return calendar.of_days(begin - _A_DAY, end + _A_DAY, "period")


def _lunar_day(year: int, month: int, number: int) -> date:
    """A day of the lunar calendar; any month may have 30 days by sighting."""
    length = lunar.month_length(year, month)
    return lunar.gregorian(year, month, min(number, length)) + (number - min(number, length)) * _A_DAY


def _mostly(period: Period, first: date, last: date) -> Period:
    middle = first + (last - first) / 2
    return Period(period.first, period.last, period.precision, f"{calendar.jalali(middle)[0]:04}")


def _of_years(year: int | None, last_year: int | None = None) -> Period | None:
    if year is None:
        return None
    first, last = date(year, 1, 1), date(last_year or year, 12, 31)
    if last_year:
        return calendar.of_days(first, last, "period")
    return _mostly(calendar.of_days(first, last, "year"), first, last)


def day(start: int, end: int, date_of: tuple[int, int, int]) -> Found | None:
    """A Gregorian day in figures; None where there is no such day."""
    year, month, number = date_of
    build = partial(of_gregorian, told_of=OfMonth(month, number))
    return Found(start, end, build, year, calendar="gregorian") if 1 <= month <= 12 and build(year) else None


def gregorian_year(start: int, end: int, year: told.Year, part: str | None) -> Found:
    """A Gregorian year, stated or told by its place («سال گذشته میلادی»)."""
    return Found(start, end, cut(_of_years, None, part), *year, calendar="gregorian", part=part)


def gregorian_decade(start: int, end: int, first: int, part: str | None) -> Found:
    """Ten Gregorian years."""
    build = cut(partial(_of_years, last_year=first + 9), None, part)
    return Found(start, end, build, first, calendar="gregorian", part=part)


def lunar_year(start: int, end: int, year: int) -> Found:
    """«سال ۱۴۴۵ قمری», a day wider each way."""
    first, last = lunar.gregorian(year, 1, 1), lunar.gregorian(year + 1, 1, 1)
    period = calendar.of_days(first - _A_DAY, last, "period")
    return Found(start, end, lambda _: period, year, calendar="lunar")


def gregorian(folded: str, at: int) -> Found | None:
    """A day or month with the Gregorian month's name."""
    match = forms.GREGORIAN.match(folded, at)
    if match is None:
        return None
    month = words.meaning(_GREGORIAN_MONTHS, match["month"])
    named = match["mah"] or match["before_month"]
    listed = context.MONTH_AFTER.match(folded, match.end())
    if not (match["year"] or match["year_word"] or match["near"] or named or (listed and listed[0][-1].isdigit())):
        if month in _NEEDS_YEAR or context.AFTER_GREGORIAN.match(folded, match.end()):
            return None
        if not (match["day"] or match["part"] or told.leads(folded, at)):
            return None
    return _found(match, of_gregorian, month, "gregorian")


def lunar_date(folded: str, at: int) -> Found | None:
    """A day or month of the lunar calendar."""
    match = forms.LUNAR.match(folded, at)
    if match is None:
        return None
    month = words.meaning(_LUNAR_MONTHS, match["month"])
    sure = any(match[name] for name in ("day", "year", "year_word", "mah", "before_month", "part", "piece"))
    if not sure and not (month in _SURE_LUNAR and told.leads(folded, at)):
        return None
    return _found(match, of_lunar, month, "lunar")


def _found(match: re.Match[str], of: Callable[..., Period | None], month: int, kind: Calendar) -> Found | None:
    number = told.day_number(match["day"]) if match["day"] else None
    if number == 0:
        return None
    year, part = told.year_of(match), told.part(match)
    start, group = match.start(), None
    if match["from"]:
        first = partial(of, told_of=OfMonth(month, told.day_number(match["from"])))
        group = Found(start, match.end("from"), first, *year, calendar=kind)
        start = match.start("day")
    build = partial(of, told_of=OfMonth(month, number, told.piece(match), part))
    return Found(start, match.end(), build, *year, calendar=kind, part=part, group=group)
