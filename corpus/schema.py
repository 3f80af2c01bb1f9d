"""What an Article and a Record are: the one definition that every other form is derived from.

The JSON Schema (`corpus/record.schema.json`), the store, the export columns and the desk all follow these models.
Offsets count Unicode code points of the article's text; an end is exclusive. Dates named `jalali` are in the Iranian
calendar (Jalali), `start` and `end` in the Gregorian one.
"""

import hashlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

Kind = Literal["measurement", "obligation", "commitment", "status"]
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le", "range"]
# What figures count. A programme of the registry may add units of its own; the rest of the list is fixed.
UNITS = ("percent", "service", "agency", "permit", "request", "inquiry", "person", "visit", "rank")
Unit = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(?:_[a-z]+)*$", max_length=20),
    Field(description=f"{', '.join(UNITS)}, or a unit that a programme adds", examples=list(UNITS)),
]
SubjectType = Literal["agency", "group", "platform"]
Precision = Literal["day", "week", "month", "season", "half", "year", "period"]
Status = Literal[
    "connected",
    "not_connected",
    "in_progress",
    "partial",
    "disconnected",
    "exempt",
    "complied",
    "not_complied",
    "no_performance",
    "unverified",
]
# YYYY-MM-DD, YYYY-MM or YYYY; --MM-DD or --MM where the year is unknown.
JalaliText = Annotated[str, StringConstraints(pattern=r"^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|--\d{2}(?:-\d{2})?)$")]

# Which bound each comparator states: (low, high).
BOUNDS: dict[Comparator, tuple[bool, bool]] = {
    "eq": (True, True),
    "approx": (True, True),
    "range": (True, True),
    "gt": (True, False),
    "ge": (True, False),
    "lt": (False, True),
    "le": (False, True),
}


class Model(BaseModel):
    """Base of all: unknown fields are refused, values never change once made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WarcReference(Model):
    """Where the page that an article was read from is kept."""

    file: str = Field(description="WARC file, relative to the state folder")
    offset: int = Field(ge=0, description="byte at which the record begins")
    record_id: str = Field(description="WARC-Record-ID")


class Article(Model):
    """A news article as it was read. `text` holds kicker, title, lead and body, a paragraph a line, never rewritten."""

    text: str = Field(description="everything an editor reads; evidence offsets count its code points")
    url: str | None = Field(default=None, description="address it was fetched from")
    id: str | None = Field(default=None, description="the caller's own name for it, where it has no address")
    canonical_url: str | None = Field(default=None, description="the publisher's one address of the article")
    publisher: str | None = Field(default=None, description="code of the publisher, such as tasnim")
    origin: str | None = Field(default=None, description="the agency it was reprinted from, as named in the article")
    title: str | None = None
    kicker: str | None = Field(default=None, description="the line above the title (روتیتر)")
    lead: str | None = None
    published: AwareDatetime | None = None
    published_jalali: str | None = Field(default=None, description="the date as the page prints it")
    modified: AwareDatetime | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    news_code: str | None = Field(default=None, description="the publisher's number of the article")
    language: str = "fa"
    fetched: AwareDatetime | None = None
    warc: WarcReference | None = None
    provenance: dict[str, str] = Field(default_factory=dict, description="field -> where on the page it was read")

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if not (self.url or self.id or self.canonical_url):
            raise ValueError("an article needs a url or an id")
        return self

    @property
    def document(self) -> str:
        """What records call this article: its canonical address, else its address, else its id."""
        return self.canonical_url or self.url or self.id or ""


class Subject(Model):
    """The body, group of bodies or platform that a fact is about."""

    id: str | None = Field(description="registry id such as org:nigc; null where the registry has no such body")
    name: str = Field(min_length=1, description="official name, or the text's own where the registry has none")
    mention: str = Field(description="as written in the article")
    type: SubjectType


class Value(Model):
    """A figure: comparator, bounds and unit."""

    comparator: Comparator
    low: float | None
    high: float | None
    unit: Unit

    @model_validator(mode="after")
    def _bounds_fit(self) -> Self:
        if (self.low is not None, self.high is not None) != BOUNDS[self.comparator]:
            raise ValueError(f"bounds of {self.comparator} do not fit: low={self.low} high={self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class Band(Model):
    """A score band, in percent: from `low` to `high`."""

    low: float
    high: float


class Time(Model):
    """A time as stated: a Jalali value, possibly partial, and its Gregorian interval where it has one."""

    mention: str | None = Field(description="as written; null where it is the date of publication")
    jalali: JalaliText
    start: date | None = Field(description="first day, Gregorian")
    end: date | None = Field(description="last day, Gregorian, inclusive")
    precision: Precision


class Law(Model):
    """The law, article or decree that a duty rests on."""

    id: str | None
    name: str
    mention: str


class Claimant(Model):
    """Who says so."""

    name: str | None = Field(description="person")
    role: str | None
    organization: str | None
    mention: str
    id: str | None = Field(default=None, description="registry id of the organization")


class Evidence(Model):
    """Words of the article that a record rests on; `fields` gives each field's own characters."""

    start: int = Field(ge=0)
    end: int
    quote: str = Field(min_length=1)
    fields: dict[str, tuple[int, int]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _span_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote of {len(self.quote)} characters for span {self.start}:{self.end}")
        return self


class Check(Model):
    """An arithmetic doubt that the article itself raises."""

    code: str
    message: str


class Record(Model):
    """One fact with its evidence."""

    id: str
    document: str
    kind: Kind
    subject: Subject
    indicator: str | None
    value: Value | None = None
    band: Band | None = None
    status: Status | None = None
    deadline: Time | None = None
    as_of: Time | None = None
    legal_basis: Law | None = None
    claimant: Claimant | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    checks: tuple[Check, ...] = ()
    confidence: float = Field(ge=0, le=1)
    extractor: str = Field(description="version of the extractor")

    @model_validator(mode="after")
    def _states_something(self) -> Self:
        if not (self.value or self.status or self.deadline or self.kind in ("obligation", "commitment")):
            raise ValueError("a record needs a value, a status or a deadline")
        return self


def record_id(document: str, *facts: object) -> str:
    """A name for a fact that stays the same from run to run.

    `document` is the article's address, or for a local file a digest of its text, so that a moved file keeps its ids;
    `facts` are the values that tell this fact from others of the same article.
    """
    key = json.dumps([document, *facts], ensure_ascii=False, sort_keys=True, default=str)
    return "rec:" + hashlib.sha256(key.encode()).hexdigest()[:20]


def json_schema() -> dict[str, object]:
    """The JSON Schema of a Record, as kept in `corpus/record.schema.json`."""
    schema = Record.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _main(path: Path, check: bool) -> int:
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if not check:
        path.write_text(text, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != text:
        print(f"{path} is not up to date: make schema", file=sys.stderr)  # noqa: T201 (a command's message)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[-1]), check="--check" in sys.argv))
