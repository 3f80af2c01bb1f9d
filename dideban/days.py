"""Days that people and files write: Jalali or Gregorian, or so many days back."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from corpus.folding import fold_characters
from extractor.text.dateline import parse_jalali_datetime

TEHRAN = ZoneInfo("Asia/Tehran")
_BACK = re.compile(r"(\d+) ?([dwmy])", re.ASCII)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_NUMERIC = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,،-]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\+03:?30)?)?", re.ASCII
)
# A day with its month in words is all Persian; anything else is a sentence or a slip.
_IN_WORDS = re.compile(r"[^A-Za-z]*[\u0621-\u06cc][^A-Za-z]*")
# No Jalali year that news is of comes near it, and no Gregorian one is below.
_FIRST_GREGORIAN = 1700


def parse_day(text: str) -> tuple[date, time]:
    """A day with its time, or midnight: 1402-10-01, ۱۴۰۲/۱۰/۰۱ ۹:۳۰, ۱ دی ۱۴۰۲, 2023-12-22.

    A year below 1700 is Jalali. Raises ValueError naming the text.
    """
    folded = fold_characters(text).strip()
    numeric = _NUMERIC.fullmatch(folded)
    try:
        if numeric:
            return _day(*(int(part) for part in numeric.groups()[:3])), _time(*numeric.groups()[3:])
        named = parse_jalali_datetime(text) if _IN_WORDS.fullmatch(folded) else None
        if named:
            return named[0], named[1] or time()
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no date: write 1402-10-01 or 2023-12-22")


def moment(text: str) -> datetime:
    """A date or time, ISO or as in `parse_day`, as an aware moment; without a zone it is Tehran's.

    Raises ValueError naming the text.
    """
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError:
        stamp = None
    if stamp is None or stamp.year < _FIRST_GREGORIAN:
        return datetime.combine(*parse_day(text), tzinfo=TEHRAN)
    return stamp if stamp.tzinfo else stamp.replace(tzinfo=TEHRAN)


def parse_since(text: str) -> date:
    """`7d`, `2w`, `3m`, `1y` back from today in Tehran, or a day as in `parse_day`.

    Raises ValueError naming the text.
    """
    back = _BACK.fullmatch(fold_characters(text).strip())
    if not back:
        return parse_day(text)[0]
    try:
        return datetime.now(TEHRAN).date() - timedelta(days=int(back[1]) * _DAYS[back[2]])
    except (OverflowError, ValueError) as fault:
        raise ValueError(f"{text!r} is too far back") from fault


def _day(year: int, month: int, day: int) -> date:
    if year >= _FIRST_GREGORIAN:
        return date(year, month, day)
    first: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # typed in part
    return first


def _time(hour: str | None, minute: str | None, second: str | None) -> time:
    return time(int(hour), int(minute or 0), int(second or 0)) if hour else time()
