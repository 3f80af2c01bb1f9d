"""The cases of `tests/specs`, in the form in which all readers are scored on them."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from persiantools.jdatetime import JalaliDate

SPECS = Path(__file__).parents[1] / "tests" / "specs"
# Where neither a day of publication nor a year is given, readers that must have a day get this one.
SOME_DAY = date(2024, 1, 1)


class When(NamedTuple):
    """A date as a Jalali value, as days from `first` to `last`, or both; a bare day has no Jalali value.

    `stated` names the ends that the case itself gives; the others are worked out of the Jalali value.
    """

    jalali: str | None
    first: date | None = None
    last: date | None = None
    stated: frozenset[str] = frozenset()


class Found(NamedTuple):
    """What a reader found, or should: the span and the value where the reader gives them."""

    span: tuple[int, int] | None
    value: object


class Case(NamedTuple):
    """A text with all that is to be found in it; not `whole` where only some of it is listed."""

    text: str
    published: date | None
    year: int | None
    expected: list[Found]
    whole: bool = True

    @property
    def base(self) -> datetime:
        """Noon of the day that relative words count from."""
        middle = _gregorian(self.year, 7, 1) if self.year else SOME_DAY
        return datetime.combine(self.published or middle, time(12))  # dateparser wants a naive one


def dates() -> list[Case]:
    """The cases of dates."""
    return list(_cases("dates", _when))


def deadlines() -> list[Case]:
    """The cases of deadlines; dates of another role are in their texts too, but not listed."""
    return [case._replace(whole=False) for case in _cases("deadlines", _when) if case.expected]


def numbers() -> list[Case]:
    """The cases of numbers; a fraction's value is the fraction, an ordinal's its number."""
    return list(_cases("numbers", _magnitude))


def _cases(folder: str, value: Callable[[Any], object]) -> Iterator[Case]:
    for path in sorted((SPECS / folder).glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            published = case.get("published")
            yield Case(
                case["input"],
                date.fromisoformat(published) if published else None,
                case.get("document_year"),
                [Found((one["start"], one["end"]), value(one["value"])) for one in case["results"]],
            )


def _magnitude(value: object) -> float:
    return float(next(iter(value.values())) if isinstance(value, dict) else value)  # type: ignore[arg-type]


def _when(value: str | dict[str, str]) -> When:
    given = {"jalali": value} if isinstance(value, str) else value
    ends = dict(zip(("first", "last"), days_of(given.get("jalali", "--")), strict=True))
    stated = frozenset(given) & frozenset(ends)
    ends |= {end: None if given[end] == "None" else date.fromisoformat(given[end]) for end in stated}
    return When(given.get("jalali"), ends["first"], ends["last"], stated)


def days_of(jalali: str) -> tuple[date, date] | tuple[None, None]:
    """First and last day of «1402-10-01», «1402-10» or «1402»; unknown where the year is."""
    if jalali.startswith("--"):
        return None, None
    year, month, day = (int(part) for part in f"{jalali}-0-0".split("-")[:3])
    end = day or JalaliDate.days_in_month(month or 12, year)
    return _gregorian(year, month or 1, day or 1), _gregorian(year, month or 12, end)


def _gregorian(year: int, month: int, day: int) -> date:
    found: date = JalaliDate.fromisoformat(f"{year}-{month:02}-{day:02}").to_gregorian()
    return found
