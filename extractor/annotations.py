"""What recognisers find in a text.

All offsets count code points of the folded view (`extractor.text.view.View.folded`); `View.to_raw` turns them into
offsets of the article's text when a record is made.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, dataclass_transform

from corpus.schema import Comparator, Precision, SubjectType, Unit

NumberKind = Literal["cardinal", "ordinal", "fraction", "multiple"]
QuantityKind = Literal["percent", "points", "count"]
DateRole = Literal["deadline", "as_of"]


@dataclass_transform(order_default=True, frozen_default=True)
def annotation[Kind](kind: type[Kind]) -> type[Kind]:
    """`kind` as an ordered dataclass whose hash is of its characters alone.

    To the type checker it is frozen. Not so when it runs: thousands are made for an article, and a frozen one takes
    three times as long to make.
    """
    made = dataclass(slots=True, order=True)(kind)
    setattr(made, "__hash__", _hash)  # noqa: B010 (the type checker allows no plain assignment)
    return made


def _hash(self: "Span") -> int:
    return hash((self.start, self.end))


@annotation
class Span:
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@annotation
class Sentence(Span):
    """A sentence of news; `paragraph` counts the paragraphs of the text from 0."""

    paragraph: int


@annotation
class Number(Span):
    """A number in digits, words or both: how many, the how-manieth, what part of one, or how many times as much."""

    value: float
    kind: NumberKind = "cardinal"


@annotation
class Quantity(Span):
    """A figure with its unit: «حدود ۳۵۰ خدمت», «بین ۵۰ تا ۹۰ درصد».

    `start:end` covers comparator words, number and unit. `number` covers the digits or number words alone, `noun`
    the unit's word. `low`/`high` follow `corpus.schema.BOUNDS`. Unit is None for `points` (واحد درصد,
    percentage points). `total` marks a denominator («از مجموع ۳۰ خدمت», «از میان ۶ هزار خدمت»).
    """

    kind: QuantityKind
    comparator: Comparator
    low: float | None
    high: float | None
    unit: Unit | None
    number: Span
    noun: Span | None = None
    total: bool = False


@annotation
class DateMention(Span):
    """A date or period. `jalali` as in `corpus.schema.JalaliText`; first and last day are Gregorian or None.

    `basis` says what a relative word was resolved from: "stated", "published", "document" (a year that the article
    itself states) or "none" (unresolved). `role` is "deadline" where the words around make it
    one («تا پایان آبان», «مهلت»), "as_of" where it tells when a figure was true. `replaces` are the characters of the
    older deadline that this one was moved from («مهلت پایان آذر تا پایان دی تمدید شد»).
    """

    jalali: str
    first: date | None
    last: date | None
    precision: Precision
    basis: str
    role: DateRole | None = None
    replaces: Span | None = None


@annotation
class Mention(Span):
    """A body, group of bodies or platform. `id` is None where the registry has no such name.

    `name` is the official name. `short` marks a bare alias that needs context («نیرو» in «وزارت دادگستری و نیرو»).
    Of an office or branch, `parent` is the id of the body around it and `place` its province or town as the text has
    it. `anaphora` marks «این سازمان»: its `id` and `name` are those of the body that it takes up. `score`, from 0 to 1,
    is how sure the link is (docs/entities.md has the scale).
    """

    id: str | None
    name: str
    type: SubjectType
    short: bool = False
    parent: str | None = None
    place: str | None = None
    anaphora: bool = False
    score: float = 1.0


@annotation
class LawMention(Span):
    """A law or decree as cited. `id` is None where the registry has no such law.

    `parts` are the articles, notes and clauses, each place from the outer to the inner: (("تبصره", "7"), ("بند", "و")).
    `anaphora` marks words that only point back to the law cited last («این قانون»).
    """

    id: str | None
    name: str
    parts: tuple[tuple[str, str], ...] = ()
    anaphora: bool = False


@annotation
class PersonMention(Span):
    """A person with the role and the organisation that the text gives: «رضا احمدی معاون سازمان فناوری اطلاعات».

    `anaphora` marks words that only point back to the last speaker («وی», «این مسئول»).
    """

    name: str | None
    role: str | None
    organization: str | None
    organization_id: str | None = None
    anaphora: bool = False


class Ordered[Annotation: Span]:
    """Annotations in the order of the text, with a quick answer to which of them lie inside a span."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self.all = sorted(annotations, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self.all]

    def within(self, span: Span) -> list[Annotation]:
        """Those that lie wholly inside `span`, in their order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        return [one for one in self.all[first:last] if one.end <= span.end]

    def any_within(self, span: Span) -> bool:
        """Whether one lies wholly inside `span`; quick where the first that begins there does."""
        first = bisect_left(self._starts, span.start)
        if first == len(self.all) or self._starts[first] >= span.end:
            return False
        return self.all[first].end <= span.end or bool(self.within(span))

    def overlapping(self, span: Span) -> list[Annotation]:
        """Those that share a character with `span`, given that none overlaps its neighbour."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end, first)
        return [one for one in self.all[first:last] if one.end > span.start]
