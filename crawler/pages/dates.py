"""When an article was published: machine dates of a page judged against the date that readers see.

All results are aware datetimes in Tehran's offset. Iran kept summer time (+04:30) until 1401.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

from persiantools.jdatetime import JalaliDate

from extractor.text.dateline import parse_jalali_datetime

_STANDARD = timezone(timedelta(hours=3, minutes=30))
_SUMMER = timezone(timedelta(hours=4, minutes=30))
_LAST_SUMMER_TIME = 1401
_NO_SUMMER_TIME = frozenset({1385, 1386})
_FIRST_SUMMER_TIME = 1370
_FIRST_YEAR = 1900
# Clocks of servers differ, and a page can be dated with the next day's paper.
_AHEAD = timedelta(days=1)
# Beyond this, machine date and printed date are of different days whatever the offset.
_APART = timedelta(hours=36)
# Longer than an aggregator's date line with an agency's whole name.
_LONGEST_PRINTED = 80  # characters
# From the beginning to a year, and a time after it.
_STAMP_END = re.compile(r".{0,60}?[1۱١][34۳۴٣٤][\d]{2}(?!\d)(?:[\s\-/،,.]{0,5}\d{1,2}(?:[:/]\d{1,2}){1,2})*")
_LABEL = re.compile(r"^[^\d۰-۹٠-٩:]{0,40}:\s*")


@dataclass(frozen=True)
class Dated:
    """A datetime and where on the page it was read; `has_time` is false where midnight stands for a whole day."""

    when: datetime
    source: str
    has_time: bool = True


@lru_cache(maxsize=64)
def tehran(day: date) -> timezone:
    """Offset of Tehran's clocks on a Gregorian day. Summer time ran from 2 Farvardin to the end of 30 Shahrivar."""
    jalali = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]  # persiantools types it in part
    had_summer_time = _FIRST_SUMMER_TIME <= jalali.year <= _LAST_SUMMER_TIME and jalali.year not in _NO_SUMMER_TIME
    return _SUMMER if had_summer_time and (1, 2) <= (jalali.month, jalali.day) <= (6, 30) else _STANDARD


def in_tehran(when: datetime) -> datetime:
    """The same moment on Tehran's clocks; a datetime without offset is taken as Tehran's own."""
    if when.tzinfo is None:
        return when.replace(tzinfo=tehran(when.date()))
    return when.astimezone(tehran(when.astimezone(_STANDARD).date()))


def machine_date(text: str | None) -> datetime | None:
    """An ISO 8601 or RFC 822 date (also without its weekday, as IranSamaneh's feeds have it); None if it is neither."""
    if not text:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = read(text.strip())
            # Some sites write the Jalali date in this form; it is no Gregorian one.
            return in_tehran(when) if when.year >= _FIRST_YEAR else None
        except (ValueError, OverflowError):
            continue
    return None


def without_label(text: str) -> str:
    """What a page prints after a label («تاریخ انتشار: », «کد خبر: »)."""
    return _LABEL.sub("", text).strip()


def printed(text: str) -> str:
    """A printed date without its label, and without the page behind it where the date's element was never closed."""
    date_line = without_label(text)
    if len(date_line) <= _LONGEST_PRINTED:
        return date_line
    stamp = _STAMP_END.match(date_line)
    return stamp[0].strip() if stamp else date_line[:_LONGEST_PRINTED]


def visible_date(text: str | None, source: str) -> Dated | None:
    """The Jalali date that readers see."""
    read = parse_jalali_datetime(text) if text else None
    if read is None:
        return None
    day, clock = read
    return Dated(in_tehran(datetime.combine(day, clock or time())), source, has_time=clock is not None)


def choose(machine: Dated | None, visible: Dated | None, modified: Dated | None, *, now: datetime) -> Dated | None:
    """The date of publication.

    A machine date is the more precise one, but it loses to the visible date when it lies in the future, days away from
    it, or shows the visible time under a wrong offset (Tehran's time marked Z). When both lie in the future the page
    was scheduled or misdated, and the last change, if that is past, is when it was there.
    """
    past = [dated for dated in (machine, visible, modified) if dated and dated.when <= now + _AHEAD]
    if len(past) > 1 and past[:2] == [machine, visible] and _contradicts(past[0].when, past[1]):
        return visible
    return past[0] if past else None


def _contradicts(machine: datetime, visible: Dated) -> bool:
    return abs(machine - visible.when) > _APART or (visible.has_time and _shown_as_utc(machine, visible.when))


def _shown_as_utc(machine: datetime, visible: datetime) -> bool:
    """Whether the machine date is ahead of the visible one by just Tehran's offset: local time was written as UTC."""
    offset = visible.utcoffset() or timedelta()
    return abs(machine - visible - offset) < timedelta(minutes=1)
