"""Jalali dates as pages print them."""

from datetime import datetime
from typing import Literal

from persiantools.jdatetime import JalaliDateTime


def jalali(moment: datetime, form: str, locale: Literal["fa", "en"] = "fa") -> str:
    """`moment` in the Iranian calendar by a strftime `form`; "fa" gives Persian digits and names of months."""
    date = JalaliDateTime.to_jalali(moment)  # type: ignore[no-untyped-call]
    return str(date.strftime(form, locale=locale))
