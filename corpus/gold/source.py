"""What an annotator writes: one YAML file of facts for each article, in short forms that read well.

`value` is «eq 73 percent», «gt 500 service» or «range 40..50 percent»; `deadline` a Jalali day. `as_of` is the day of
publication for measurements and status unless the file gives another; `as_of: null` leaves it unjudged. A list of
names may be written «@code», a list of `names.yml`.
"""

import re
from pathlib import Path
from typing import Annotated

import yaml
from persiantools.jdatetime import JalaliDate
from pydantic import Field, StringConstraints, TypeAdapter

from corpus.gold.model import GoldDeadline, Split
from corpus.schema import BOUNDS, Band, JalaliText, Kind, Model, Status, Value

NAMES = Path(__file__).with_name("names.yml")
_VALUE = re.compile(r"(\w+) (\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))? (\w+)", re.ASCII)
_NAME_LISTS = TypeAdapter(dict[str, tuple[str, ...]])

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Names = Words | Annotated[tuple[Words, ...], Field(min_length=1)]


class SourceFact(Model):
    """A fact as annotated. `nth` says which occurrence of the quote is meant, from 1; 0: there must be only one."""

    kind: Kind
    subject: Names
    indicator: str | None = None
    also_indicator: str | None = None
    value: str | None = None
    band: tuple[float, float] | None = None
    status: Status | None = None
    deadline: JalaliText | None = None
    as_of: str | None = None
    law: Words | None = None
    claimant: Names | None = None
    quote: Words
    nth: int = Field(default=0, ge=0)
    also: tuple[Words, ...] = ()
    core: bool = True
    note: Words | None = None


class SourceFile(Model):
    """The facts of one article."""

    split: Split
    note: Words | None = None
    records: tuple[SourceFact, ...]


def read(path: Path) -> SourceFile:
    """The facts of one file. Raises pydantic.ValidationError, yaml.YAMLError or OSError."""
    return SourceFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def name_lists(path: Path = NAMES) -> dict[str, tuple[str, ...]]:
    """The lists of names that «@code» stands for."""
    return _NAME_LISTS.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))


def names(written: Names, lists: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names meant by a list or by «@code». Raises ValueError for an unknown code."""
    if not isinstance(written, str):
        return written
    if written[:1] != "@" or written[1:] not in lists:
        raise ValueError(f"{written!r} is no list of names")
    return lists[written[1:]]


def value(written: str) -> Value:
    """«approx 63 percent» as a Value. Raises ValueError where it is malformed or its bounds do not fit."""
    found = _VALUE.fullmatch(written)
    if not found:
        raise ValueError(f"{written!r} is no value")
    comparator, first, second, unit = found.groups()
    if (second is not None) != (comparator == "range") or comparator not in BOUNDS:
        raise ValueError(f"{written!r}: figures do not fit the comparator")
    has_low, has_high = next(bounds for code, bounds in BOUNDS.items() if code == comparator)
    low = float(first) if has_low else None
    high = float(second or first) if has_high else None
    return Value.model_validate({"comparator": comparator, "low": low, "high": high, "unit": unit})


def deadline(written: str) -> GoldDeadline:
    """A Jalali day with its Gregorian day; none where the year is unknown. Raises ValueError for no such day."""
    if written.startswith("--"):
        return GoldDeadline(jalali=written, end=None)
    return GoldDeadline(jalali=written, end=JalaliDate.fromisoformat(written).to_gregorian().isoformat())


def band(written: tuple[float, float] | None) -> Band | None:
    """A score band in percent."""
    return None if written is None else Band(low=written[0], high=written[1])
