"""Which year a date is of that does not tell it, and what it makes of the day of publication."""

from dataclasses import dataclass
from datetime import date, timedelta

from extractor.dates import calendar, lunar
from extractor.dates.calendar import Period
from extractor.dates.found import Calendar, Found
from extractor.dates.speech import TO_COME

# How many days a date must lie behind publication for a word of the future to move it to the next year.
_BEHIND = {"will": 7, "ahead": 31, "future": 185}
_HALF_YEAR = 185
# A deadline said to be past may still lie so many days ahead, for it has been moved.
_MOVED = 45
# An occasion or a foreign date so soon after publication is that one, though the verb is past: «ستاد دهه فجر تشکیل شد».
_SOON = 10
# Without a verb what lies so far behind is to come: «۱۵ فروردین» in Esfand.
_LONG_BEHIND = 290
_A_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Frame:
    """When the article is of: its day of publication, or the Jalali year that it states."""

    published: date | None
    document_year: int | None

    def base(self, kind: Calendar) -> int | None:
        """The article's own year in a calendar."""
        day = self.published
        if day is None:
            return self.document_year if kind == "jalali" else None
        if kind == "gregorian":
            return day.year
        return lunar.year_of(day) if kind == "lunar" else calendar.jalali(day)[0]

    @property
    def basis(self) -> str:
        """What a date is resolved from that does not tell its year."""
        return "published" if self.published else "document" if self.document_year else "none"


def resolve(found: Found, frame: Frame, tense: str, *, deadline: bool = False) -> tuple[Period, str] | None:
    """The period of `found` and what it was resolved from; None where that is no period, or nothing is known of it."""
    if found.calendar == "fixed":
        fixed = found.build(None)
        if fixed and found.kind == "weekday" and tense in TO_COME:
            fixed = _next_week(fixed)
        return (fixed, "published") if fixed else None
    if found.year is not None:
        period, basis = found.build(found.year), "stated"
    else:
        base = frame.base(found.calendar)
        basis = "none" if base is None else frame.basis
        period = found.build(None if base is None else _year(found, frame, base, (tense, deadline)))
    return None if period is None or period.jalali() == "-" else (period, basis)


def _next_week(period: Period) -> Period:
    days = period.days()
    return calendar.of_days(days[0] + _A_WEEK, days[1] + _A_WEEK, period.precision) if days else period


def _year(found: Found, frame: Frame, base: int, speech: tuple[str, bool]) -> int:
    """The year told by its place, else the article's own, moved by the tense of the sentence."""
    day = frame.published
    if found.shift is not None or day is None:
        return base + (found.shift or 0)
    if found.near:
        return _near(found, base, day)
    tense, deadline = speech
    days = _days(found, base)
    if days is None:
        # «۳۰ اسفند» of a common year.
        return base - 1 if tense != "will" and _days(found, base - 1) else base
    ahead, still_ahead, behind = (days[0] - day).days, (days[1] - day).days, (day - days[1]).days
    if tense == "past" and 0 < ahead <= _SOON and (found.calendar != "jalali" or 0 < (days[1] - days[0]).days <= _SOON):
        return base
    if ahead > (_MOVED if deadline else 0) and (tense == "past" or (tense == "" and still_ahead > _HALF_YEAR)):
        return base - 1
    foreign = tense == "" and found.calendar != "jalali"
    limit = _HALF_YEAR if foreign else _BEHIND.get(tense, _LONG_BEHIND if tense == "" else None)
    return base + 1 if limit is not None and behind > limit else base


def _near(found: Found, base: int, day: date) -> int:
    """«آذر گذشته» is the last one that has ended, «آذر آینده» the next that begins."""
    for year in (base, base - 1) if found.near == "last" else (base, base + 1):
        days = _days(found, year)
        if days and (days[1] < day if found.near == "last" else days[0] > day):
            return year
    return base


def _days(found: Found, year: int) -> tuple[date, date] | None:
    period = found.build(year)
    return period.days() if period else None
