"""Days in and out of words: Jalali ones, and Gregorian ones where somebody types them."""

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from persiantools.jdatetime import JalaliDate

from corpus.folding import fold_characters
from corpus.schema import Time
from desk.numerals import persian_digits
from desk.words import words

# Years that a filter may name, Jalali and Gregorian.
FIRST_YEAR, LAST_YEAR = 1300, 1499
GREGORIAN_YEARS = range(1921, 2121)

_jalali: Any = JalaliDate  # its constructor has no types

_NUMERIC = re.compile(r"(?P<year>\d{4})(?:[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2}))?)?")
_WORDED = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<name>[^\d ]+) (?P<year>\d{4})")


def read_period(text: str) -> tuple[date, date]:
    """First and last day (Gregorian) of a day, month or year: «۱۴۰۲/۱۰/۰۱», «1402-10», «۱ دی ۱۴۰۲», «2023-12-22».

    The year tells the calendar. Raises ValueError where it is none, or none that exists.
    """
    plain = " ".join(fold_characters(text).replace("\u200c", "").split())
    found = _NUMERIC.fullmatch(plain) or _WORDED.fullmatch(plain)
    if not found:
        raise ValueError(text)
    parts = found.groupdict()
    year, day = int(parts["year"]), _number(parts["day"])
    month = _months().get(parts["name"], 0) if "name" in parts else _number(parts["month"])
    if month == 0 or day == 0:
        raise ValueError(text)
    if year in GREGORIAN_YEARS and "name" not in parts:
        return _gregorian_days(year, month, day)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    return _days(year, month, day)


def jalali_words(text: str) -> str:
    """A Jalali value in words: «۱ دی ۱۴۰۲», «دی ۱۴۰۲», «سال ۱۴۰۲», «۳۰ آبان (سال نامعلوم)»."""
    year, _, rest = ("", "", text[2:]) if text.startswith("--") else text.partition("-")
    month, _, day = rest.partition("-")
    if not month:
        return persian_digits(f"سال {year}")
    named = " ".join(filter(None, [str(int(day)) if day else "", words()["months"][int(month) - 1], year]))
    return persian_digits(named if year else f"{named} (سال نامعلوم)")


def time_words(time: Time) -> str:
    """A record's time in words; a week, season, half or other period by its first and last day."""
    if time.precision in ("day", "month", "year") or not (time.start and time.end):
        return jalali_words(time.jalali)
    return f"{day_words(time.start)} تا {day_words(time.end)}"


def day_words(day: date | datetime) -> str:
    """A day in words; a moment's day is that of the installation's time zone."""
    if isinstance(day, datetime):
        day = timezone.localdate(day)
    return jalali_words(_jalali(day).isoformat())


def moment_words(moment: datetime) -> str:
    """Day and time of day, in the installation's time zone: «۱ دی ۱۴۰۲، ساعت ۱۱:۳۱»."""
    return persian_digits(f"{day_words(moment)}، ساعت {timezone.localtime(moment):%H:%M}")


def _months() -> dict[str, int]:
    return {fold_characters(name): number for number, name in enumerate(words()["months"], 1)}


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    first: date = _jalali(year, month or 1, day or 1).to_gregorian()
    if day:
        return first, first
    last_month = month or 12
    return first, _jalali(year, last_month, JalaliDate.days_in_month(last_month, year)).to_gregorian()


def _gregorian_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])
