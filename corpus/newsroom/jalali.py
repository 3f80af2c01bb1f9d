"""Jalali dates as pages print them and addresses name them."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate, JalaliDateTime

Digits = Literal["fa", "en"]

TEHRAN = ZoneInfo("Asia/Tehran")
_WEEKDAYS = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def jalali(moment: datetime, form: str, locale: Digits = "fa") -> str:
    """`moment` in the Iranian calendar by a strftime `form`; "fa" gives Persian digits and names of months."""
    date = JalaliDateTime.to_jalali(moment)  # type: ignore[no-untyped-call]
    return str(date.strftime(form, locale=locale))


def parts(moment: datetime) -> dict[str, str | int]:
    """Fields of `moment` for `str.format`: year, m, day (Jalali), hour, minute, month and weekday (names)."""
    return {**_of_day(moment.date()), "hour": moment.hour, "minute": moment.minute}


@lru_cache(maxsize=4096)
def _of_day(day: date) -> dict[str, str | int]:
    found = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
    return {
        "year": found.year,
        "m": found.month,
        "day": found.day,
        "month": str(found.strftime("%B", locale="fa")),
        "weekday": _WEEKDAYS[day.weekday()],
    }


def shown(moment: datetime, form: str, digits: Digits = "fa") -> str:
    """`moment` by a form of `str.format` with the fields of `parts`."""
    text = form.format(**parts(moment))
    return text.translate(_PERSIAN) if digits == "fa" else text


def day_of(text: str) -> date:
    """«1402-10-01», Jalali, as a date; ValueError where it is no day."""
    return date.fromordinal(JalaliDate.fromisoformat(text).to_gregorian().toordinal())


def gmt(moment: datetime) -> datetime:
    """The same moment, told by Greenwich."""
    return moment.astimezone(UTC)
