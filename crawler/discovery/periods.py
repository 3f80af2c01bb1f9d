"""The period of time that a list covers, as far as its address says so, and whether that concerns a crawl."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

from persiantools.jdatetime import JalaliDate

_FIRST_GREGORIAN = 1990
_LAST_MONTH = 12
# /1402/10/01/, /2023/12/22/, fa_2023_12_sitemap.xml.
_PERIOD = re.compile(r"(?<!\d)(1[34]\d\d|20\d\d)(?:[/_-](\d{1,2}))?(?:[/_-](\d{1,2}))?(?!\d)")


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both included (Gregorian); None is open."""

    first: date | None = None
    last: date | None = None

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return _not_after(self.first, other.last) and _not_after(other.first, self.last)


def period_of(url: str) -> Period | None:
    """The day, month or year that a list's address names, in either calendar; None where it names none."""
    named = list(_PERIOD.finditer(unquote(urlsplit(url).path)))
    if not named:
        return None
    year, month, day = (int(part or 0) for part in named[-1].groups())
    build = date if year >= _FIRST_GREGORIAN else _from_jalali
    try:
        first = build(year, month or 1, day or 1)
        if month and day:
            return Period(first, first)
        following = build(year, month + 1, 1) if 0 < month < _LAST_MONTH else build(year + 1, 1, 1)
    except ValueError:
        return None
    return Period(first, following - timedelta(days=1))


def last_day(url: str) -> date | None:
    """The last day of the period that a list's address names; None where it names none."""
    period = period_of(url)
    return period.last if period else None


def _not_after(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one <= other


def _from_jalali(year: int, month: int, day: int) -> date:
    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # persiantools types it in part
