"""Parts of a period: «پایان», «ابتدای», «نیمه اول», «دهه دوم», «هفته آخر»."""

from corpus.schema import Precision
from extractor.dates import calendar
from extractor.dates.calendar import Period
from extractor.dates.found import Build

MIDDLE = 15
# Tens of days and weeks of a month: first and last day, None being the month's end.
_DAYS: dict[str, tuple[int, int | None]] = {
    "half1": (1, 15),
    "half2": (16, None),
    "ten1": (1, 10),
    "ten2": (11, 20),
    "ten3": (21, None),
    "week1": (1, 7),
    "week2": (8, 14),
    "week3": (15, 21),
    "week4": (22, None),
}


def cut(build: Build, piece: str | None, part: str | None) -> Build:
    """`build` with `piece` («نیمه اول») and then `part` («پایان») taken of what it makes."""
    if piece is None and part in (None, "vague"):
        return build

    def built(year: int | None) -> Period | None:
        period = build(year)
        if period is not None and piece is not None:
            period = _piece(period, piece)
        return period and _part(period, part)

    return built


def _part(period: Period, part: str | None) -> Period:
    if part == "end":
        return period.end()
    if part == "begin":
        return period.begin()
    if part == "middle" and period.precision == "month":
        middle = (*period.first[:2], MIDDLE)
        return Period(middle, middle, "day")
    return period


def _piece(period: Period, piece: str) -> Period:
    """A half, ten days or a week of a month; a half of a year; of anything else the whole."""
    if period.precision == "year" and piece in ("half1", "half2"):
        first = 1 if piece == "half1" else 7
        return calendar.months(period.first[0], first, first + 5, "half")
    if period.precision != "month":
        return period
    year, month, length = period.last
    first, last, precision = days_of_month(length, piece)
    return Period((year, month, first), (year, month, last), precision)


def days_of_month(length: int, piece: str) -> tuple[int, int, Precision]:
    """First and last day of a piece of a month of `length` days, and its precision."""
    first, last = (length - 6, None) if piece == "week5" else _DAYS[piece]
    return first, last or length, "week" if piece.startswith("week") else "period"
