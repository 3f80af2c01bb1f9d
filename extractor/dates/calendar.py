"""Arithmetic of the Iranian calendar: periods as first and last Jalali day, and their Gregorian days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from persiantools.jdatetime import JalaliDate

from corpus.schema import Precision

# persiantools is only partly typed.
_JALALI_DATE: Callable[..., Any] = JalaliDate


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of a Jalali year. `year` is None where it is not known; months and days are always known.

    `first` and `last` are (month, day).
    """

    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    precision: Precision

    def days(self) -> tuple[date, date] | None:
        """First and last day, Gregorian; None where the year is unknown."""
        if self.year is None:
            return None
        return gregorian(self.year, *self.first), gregorian(self.year, *self.last)

    def jalali(self) -> str:
        """As `corpus.schema.JalaliText`."""
        head = "-" if self.year is None else f"{self.year:04}"
        month, day = self.first
        if self.precision == "day":
            return f"{head}-{month:02}-{min(day, month_length(self.year, month)):02}"
        if self.precision == "month" or (self.precision == "period" and month == self.last[0]):
            return f"{head}-{month:02}"
        if self.precision == "week":
            return f"{head}-{month:02}-{day:02}"
        return head

    def end(self) -> "Period":
        """Its last day, as a deadline has it."""
        return Period(self.year, self.last, self.last, "day")


def month_length(year: int | None, month: int) -> int:
    """Days of a Jalali month; Esfand of an unknown year has 29, the days that every year has."""
    if month <= 6:
        return 31
    if month <= 11:
        return 30
    return 30 if year is not None and JalaliDate.is_leap(year) else 29


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day; a day past the month's end is its last (30 Esfand in a common year).

    Raises:
        ValueError: no such month.

    """
    found: date = _JALALI_DATE(year, month, min(day, month_length(year, month))).to_gregorian()
    return found


def jalali(day: date) -> tuple[int, int, int]:
    """Year, month and day of the Iranian calendar."""
    there = _JALALI_DATE(day)
    return there.year, there.month, there.day


def day(year: int | None, month: int, number: int) -> Period | None:
    """One day; None where there is no such month or that month never has it."""
    if not 1 <= month <= 12:
        return None
    longest = 30 if year is None and month == 12 else month_length(year, month)
    if not 1 <= number <= longest:
        return None
    return Period(year, (month, number), (month, number), "day")


def month(year: int | None, number: int) -> Period:
    """A whole month."""
    return Period(year, (number, 1), (number, month_length(year, number)), "month")


def quarter(year: int | None, number: int) -> Period:
    """A season, 1 being spring (بهار, سه‌ماهه نخست)."""
    last = 3 * number
    return Period(year, (last - 2, 1), (last, month_length(year, last)), "season")


def half(year: int | None, number: int) -> Period:
    """A half year."""
    last = 6 * number
    return Period(year, (last - 5, 1), (last, month_length(year, last)), "half")


def months(year: int | None, count: int) -> Period:
    """The first `count` months of a year."""
    return Period(year, (1, 1), (count, month_length(year, count)), "period")


def whole_year(year: int | None) -> Period:
    """A year."""
    return Period(year, (1, 1), (12, month_length(year, 12)), "year")
