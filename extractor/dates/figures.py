"""Dates in figures: «۱۴۰۲/۱۰/۰۱», «۱/۱۰/۱۴۰۲», «مورخ ۹۵/۱۱/۱۰», «2023-12-22»."""

import re
from functools import partial

from extractor.dates import calendar, context, foreign, forms, told
from extractor.dates.found import Found

_REACH = 16
# A year of two digits after no word for a date.
_FIRST_SHORT = "60"
_LAST_DAY = 31


def numeric(folded: str, at: int) -> Found | None:
    """A date in figures, of the Iranian or the Gregorian calendar; the year first or last."""
    match = forms.NUMERIC.match(folded, at)
    if match is None:
        return None
    year, number = _year_and_day(match["first"], match["third"])
    month = int(match["second"])
    if len(year) == 2:
        if not _is_short_date(folded, match, year):
            return None
    elif year[:2] in ("19", "20"):
        return foreign.day(match.start(), match.end(), date_of=(int(year), month, int(number)))
    elif year[:2] not in ("13", "14"):
        return None
    build = partial(calendar.day, month=month, number=int(number))
    return Found(match.start(), match.end(), build, told.full_year(year))


def _year_and_day(first: str, third: str) -> tuple[str, str]:
    if len(first) == 4 or (len(third) != 4 and (int(first) > _LAST_DAY or first == "00")):
        return first, third
    return third, first


def _is_short_date(folded: str, match: re.Match[str], year: str) -> bool:
    """Whether figures with a year of two digits are a date: where a word says so, or where they can be nothing else."""
    if match["sign"] != "/":
        return False
    return year >= _FIRST_SHORT or _dated(folded, match.start())


def _dated(folded: str, at: int) -> bool:
    return context.DATED.search(folded, max(0, at - _REACH), at) is not None


def day_and_month(folded: str, at: int) -> Found | None:
    """«به تاریخ ۲۵/۸»."""
    match = forms.SHORT.match(folded, at)
    if match is None or not _dated(folded, at):
        return None
    build = partial(calendar.day, month=int(match["month"]), number=int(match["day"]))
    return Found(match.start(), match.end(), build)
