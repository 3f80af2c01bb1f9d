"""So long before or after publication: «۲۰ روز آینده», «سه ماه پیش», «یک سال اخیر», «ظرف سه ماه»."""

import re
from datetime import date, timedelta

from extractor.dates import calendar, context, forms, words
from extractor.dates.calendar import Period
from extractor.dates.found import Found, Kind, fixed, refused

_LONGEST = 400
_REACH = 14
# «دو سال و نیم پیش» is 30 months ago, «دو ماه و نیم» 75 days.
_HALVES = {"year": (12, "month"), "month": (30, "day")}


def duration(folded: str, at: int, published: date | None, own: int | None) -> Found | None:
    """The day so long after publication or before it, or the period up to it; `own` is the article's year."""
    match = forms.DURATION.match(folded, at)
    count = words.number(match["count"]) if match else 0
    if match is None or not 1 <= count <= _LONGEST:
        return None
    end, unit = match.end(), words.WORDS["units_of_time"][match["unit"]]
    if match["half"]:
        if unit not in _HALVES:
            return refused(at, end)
        times, unit = _HALVES[unit]
        count = count * times + times // 2
    if match["ago"] and unit == "year":
        return Found(at, end, calendar.whole_year, shift=-count, kind="ago") if own else None
    if published is None:
        return None
    if match["ago"] or match["back"]:
        there = _moved(published, -count, unit)
        period = Period(there, there, "day") if match["ago"] else Period(there, calendar.jalali(published), "period")
        return fixed(at, end, period, kind="ago")
    return _ahead(folded, match, published, (count, unit))


def _ahead(folded: str, match: re.Match[str], published: date, told: tuple[int, str]) -> Found | None:
    """«۲۰ روز آینده»; without «آینده» only after «ظرف»."""
    at, end = match.span()
    count, unit = told
    if match["ahead"] == "دیگر" and not folded.endswith("تا ", 0, at) and context.MORE.match(folded, end):
        return refused(at, end)
    kind: Kind = "ahead" if match["ahead"] else "within"
    if kind == "within" and not context.WITHIN.search(folded, max(0, at - _REACH), at):
        return None
    there = _moved(published, count, unit)
    return fixed(at, end, Period(there, there, "day"), kind=kind)


def _moved(published: date, count: int, unit: str) -> tuple[int, int, int]:
    """The day so many days, weeks, months or years later: the same day of the month."""
    if unit in ("day", "week"):
        return calendar.jalali(published + timedelta(days=count * (7 if unit == "week" else 1)))
    return calendar.later(calendar.jalali(published), count * (12 if unit == "year" else 1))
