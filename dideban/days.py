"""Days that people type: Jalali or Gregorian, or so many days back."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from extractor.text.dateline import parse_jalali_datetime

TEHRAN = ZoneInfo("Asia/Tehran")
_BACK = re.compile(r"(\d+)([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def parse_day(text: str) -> tuple[date, time]:
    """A Jalali (1402-10-01, 1402/10/01, ۱ دی ۱۴۰۲) or ISO day, with its time of day or midnight.

    Raises ValueError naming the text.
    """
    jalali = parse_jalali_datetime(text)
    if jalali:
        return jalali[0], jalali[1] or time()
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError:
        stamp = None
    if stamp is None or stamp.year < 1700:
        raise ValueError(f"{text!r} is no date: write 1402-10-01 or 2023-12-22")
    return stamp.date(), stamp.time()


def parse_since(text: str) -> date:
    """`7d`, `2w`, `3m`, `1y` back from today in Tehran, or a day as in `parse_day`. Raises ValueError naming the text."""
    back = _BACK.fullmatch(text.strip())
    if back:
        return datetime.now(TEHRAN).date() - timedelta(days=int(back[1]) * _DAYS[back[2]])
    return parse_day(text)[0]
