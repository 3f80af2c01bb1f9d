"""What an editor asks for, read from a page's address."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from corpus.store import Selection
from desk.calendar import read_period
from desk.words import words

# Longer ones are no search, but a mistake.
LONGEST = 200
ZWNJ = "\u200c"
CHOICES = {"kind": ("kinds", "نوع"), "status": ("statuses", "وضعیت")}
DATES = {"from": "از تاریخ", "to": "تا تاریخ"}
NAMES = ("text", "body", "indicator", "publisher", "kind", "status", "from", "to")


@dataclass(frozen=True, slots=True)
class Filters:
    """The selection asked for, what was typed, what is wrong with it (in Persian), and the page's number from 1."""

    selection: Selection
    given: dict[str, str]
    faults: tuple[str, ...]
    page: int

    def address(self, page: int) -> str:
        """The query part of the address of another page of the same."""
        query = QueryDict(mutable=True)
        query.update(self.given)
        if page > 1:
            query["page"] = str(page)
        return f"?{query.urlencode()}"


def read(query: QueryDict) -> Filters:
    """The filters in `query`. A filter that cannot be understood is left out of the selection and named in faults."""
    given = {name: clean for name in NAMES if (clean := _clean(query.get(name, "")))}
    faults: list[str] = [f"عبارت جست‌وجو بلندتر از {LONGEST} نویسه است." for one in given.values() if len(one) > LONGEST]
    chosen = {name: value for name, value in given.items() if name not in DATES and len(value) <= LONGEST}
    for name, (group, label) in CHOICES.items():
        if name in chosen and chosen[name] not in words()[group]:
            faults.append(f"{label} «{chosen.pop(name)}» شناخته نیست.")
    first, last = (_day(name, given, faults) for name in DATES)
    if first and last and first > last:
        faults.append("«از تاریخ» پس از «تا تاریخ» است.")
        first = last = None
    number = query.get("page", "")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
    return Filters(Selection(first=first, last=last, **chosen), given, tuple(faults), max(page, 1))


def _day(name: str, given: dict[str, str], faults: list[str]) -> date | None:
    if name not in given:
        return None
    try:
        first, last = read_period(given[name])
    except ValueError:
        faults.append(f"«{DATES[name]}» را نمی‌توان خواند؛ نمونه درست: ۱۴۰۲/۱۰/۰۱ یا دی ۱۴۰۲.")
        return None
    return first if name == "from" else last


def _clean(text: str) -> str:
    return " ".join("".join(char if char.isprintable() or char == ZWNJ else " " for char in text).split())
