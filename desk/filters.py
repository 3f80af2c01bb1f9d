"""What an editor asks for, read from a page's address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.http import QueryDict

from corpus import store
from corpus.folding import skeleton
from corpus.store import Selection
from desk.calendar import read_period
from desk.numerals import persian_digits
from desk.words import indicators, publishers, words

# Longer ones are no search, but a mistake.
LONGEST = 200
ZWNJ = "\u200c"
DATES = {"from": "از تاریخ", "to": "تا تاریخ"}
SPOKEN = {"text": "عبارت جست‌وجو", "body": "نام دستگاه"}
NAMES = ("text", "body", "indicator", "publisher", "kind", "status", "from", "to")


def _has_indicator(code: str) -> bool:
    return code in indicators() or code in store.indicators()


def _has_publisher(code: str) -> bool:
    return code in publishers() or code in store.publishers()


def _has_word(group: str, code: str) -> bool:
    return code in words()[group]


# A filter that takes one of a list -> its label and whether a code is on the list.
CHOICES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "indicator": ("شاخص", _has_indicator),
    "publisher": ("رسانه", _has_publisher),
    "kind": ("نوع", partial(_has_word, "kinds")),
    "status": ("وضعیت", partial(_has_word, "statuses")),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """The selection asked for, what was typed, what is wrong with it (in Persian), and the page's number from 1."""

    selection: Selection
    given: dict[str, str]
    faults: tuple[str, ...]
    page: int

    def address(self, page: int | None = None) -> str:
        """The query part of the address of another page of the same, or of this one; empty where nothing is asked."""
        number = self.page if page is None else page
        query = QueryDict(mutable=True)
        query.update(self.given)
        if number > 1:
            query["page"] = str(number)
        return query.urlencode()


def read(query: QueryDict) -> Filters:
    """The filters in `query`. A filter that cannot be understood is left out of the selection and named in faults."""
    given = {name: clean for name in NAMES if (clean := _clean(query.get(name, "")))}
    faults: list[str] = []
    chosen = {
        name: value for name, value in given.items() if name not in DATES and not _is_refused(name, value, faults)
    }
    first, last = (_day(name, given, faults) for name in DATES)
    if first and last and first > last:
        faults.append("«از تاریخ» پس از «تا تاریخ» است.")
        first = last = None
    number = query.get("page", "")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
    return Filters(Selection(first=first, last=last, **chosen), given, tuple(faults), max(page, 1))


def _is_refused(name: str, value: str, faults: list[str]) -> bool:
    """Whether `value` is none that the filter can take; `faults` then says why."""
    before = len(faults)
    if len(value) > LONGEST:
        faults.append(f"عبارت جست‌وجو بلندتر از {persian_digits(LONGEST)} نویسه است.")
    elif name in SPOKEN and not skeleton(value):
        faults.append(f"{SPOKEN[name]} «{value}» حرف یا رقمی ندارد که بتوان جست.")
    elif name in CHOICES and not CHOICES[name][1](value):
        faults.append(f"{CHOICES[name][0]} «{value}» شناخته نیست.")
    return len(faults) > before


def _day(name: str, given: dict[str, str], faults: list[str]) -> date | None:
    if name not in given:
        return None
    try:
        first, last = read_period(given[name])
    except ValueError:
        faults.append(f"«{DATES[name]}» را نمی‌توان خواند؛ نمونه درست: ۱۴۰۲/۱۰/۰۱ یا دی ۱۴۰۲ یا ۲۰۲۳/۱۲/۲۲.")
        return None
    return first if name == "from" else last


def _clean(text: str) -> str:
    return " ".join("".join(char if char.isprintable() or char == ZWNJ else " " for char in text).split())
