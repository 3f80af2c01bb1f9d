"""Arithmetic of the Iranian calendar (Jalali): periods as first and last day, and their Gregorian days.

New year's days come from persiantools, once a year; within a year six months have 31 days, the rest 30, and Esfand 29
in a common year.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from persiantools.jdatetime import JalaliDate

from corpus.schema import Precision

# persiantools is only partly typed.
_JALALI_DATE: Callable[..., Any] = JalaliDate
# Year, month and day of the Iranian calendar; the year is None where it is not known.
type Day = tuple[int | None, int, int]
_HALF_YEAR = 186


@dataclass(frozen=True, slots=True)
class Period:
    """From one Jalali day to another. Either both years are known or neither is.

    `text` is the Jalali value where it is not told by the two days (a Gregorian month).
    """

    first: Day
    last: Day
    precision: Precision
    text: str | None = None

    def days(self) -> tuple[date, date] | None:
        """First and last day, Gregorian; None where the year is unknown."""
        year, last_year = self.first[0], self.last[0]
        if year is None or last_year is None:
            return None
        return gregorian(year, *self.first[1:]), gregorian(last_year, *self.last[1:])

    def jalali(self) -> str:
        """As `corpus.schema.JalaliText`; "-" where nothing is known."""
        if self.text:
            return self.text
        year, month, day = self.first
        head = "-" if year is None else f"{year:04}"
        if self.precision in ("day", "week") or self.first == self.last:
            return f"{head}-{month:02}-{min(day, month_length(year, month)):02}"
        if self.precision == "month" or (self.precision == "period" and self.first[:2] == self.last[:2]):
            return f"{head}-{month:02}"
        return head

    def begin(self) -> "Period":
        """Its first day."""
        return Period(self.first, self.first, "day")

    def end(self) -> "Period":
        """Its last day, as a deadline has it."""
        return Period(self.last, self.last, "day")


@cache
def _new_year(year: int) -> int:
    """1 Farvardin of `year`, as a proleptic Gregorian ordinal."""
    day: date = _JALALI_DATE(year, 1, 1).to_gregorian()
    return day.toordinal()


def month_length(year: int | None, month: int) -> int:
    """Days of a Jalali month; Esfand of an unknown year has 29, the days that every year has."""
    if month <= 6:
        return 31
    if month <= 11:
        return 30
    return 30 if year is not None and _new_year(year + 1) - _new_year(year) == 366 else 29


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day; a day past the month's end is its last (30 Esfand in a common year).

    Raises:
        ValueError: no such month.

    """
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return date.fromordinal(_new_year(year) + _before(month) + min(day, month_length(year, month)) - 1)


def jalali(day: date) -> tuple[int, int, int]:
    """Year, month and day of the Iranian calendar."""
    year = day.year - 621
    passed = day.toordinal() - _new_year(year)
    if passed < 0:
        year -= 1
        passed = day.toordinal() - _new_year(year)
    if passed < _HALF_YEAR:
        return year, passed // 31 + 1, passed % 31 + 1
    return year, (passed - _HALF_YEAR) // 30 + 7, (passed - _HALF_YEAR) % 30 + 1


def _before(month: int) -> int:
    """Days of the year before `month`."""
    return 31 * (month - 1) if month <= 7 else _HALF_YEAR + 30 * (month - 7)


def of_days(first: date, last: date, precision: Precision) -> Period:
    """The period between two Gregorian days."""
    return Period(jalali(first), jalali(last), precision)


def day(year: int | None, month: int, number: int) -> Period | None:
    """One day; None where there is no such month or that month never has it."""
    if not 1 <= month <= 12:
        return None
    longest = 30 if year is None and month == 12 else month_length(year, month)
    if not 1 <= number <= longest:
        return None
    return Period((year, month, number), (year, month, number), "day")


def month(year: int | None, number: int) -> Period:
    """A whole month."""
    return Period((year, number, 1), (year, number, month_length(year, number)), "month")


def months(year: int | None, first: int, last: int, precision: Precision) -> Period:
    """Whole months of a year, from `first` to `last`."""
    return Period((year, first, 1), (year, last, month_length(year, last)), precision)


def whole_year(year: int | None) -> Period:
    """A year."""
    return months(year, 1, 12, "year")


def later(day: tuple[int, int, int], count: int) -> tuple[int, int, int]:
    """The same day of the month, `count` months after (before, where negative), or that month's last."""
    at = day[0] * 12 + day[1] - 1 + count
    year, number = at // 12, at % 12 + 1
    return year, number, min(day[2], month_length(year, number))
