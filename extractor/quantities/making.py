"""A quantity made of a number and its unit, with the comparator that stands before or after."""

from dataclasses import dataclass

from corpus.schema import BOUNDS, Comparator, Unit
from extractor.annotations import Quantity, QuantityKind, Span
from extractor.quantities import words
from extractor.quantities.before import lead

_TURNED: dict[Comparator, Comparator] = {"lt": "ge", "gt": "le"}


@dataclass(frozen=True, slots=True)
class Noun:
    """The word of a unit: «خدمت», «درصد»; `span` None where the sentence leaves it out."""

    kind: QuantityKind
    unit: Unit | None
    span: Span | None


def single(folded: str, span: Span, number: Span, value: float, noun: Noun) -> Quantity:
    """The figure at `span`, widened by its comparator's words."""
    comparator, start, end = compare(folded, span.start, span.end)
    has_low, has_high = BOUNDS[comparator]
    low, high = value if has_low else None, value if has_high else None
    total = noun.kind == "count" and is_total(folded, start)
    number = Span(number.start, number.end)
    return Quantity(start, end, noun.kind, comparator, low, high, noun.unit, number, noun.span, total)


def compare(folded: str, start: int, end: int) -> tuple[Comparator, int, int]:
    """The comparator of the figure at `start:end`, and the span with the comparator's words."""
    before = lead(folded, start)
    found = before.find(words.BEFORE)
    if found and found[0]:
        return _turned(folded, found[0], found[1], end), found[1], end
    for comparator, form in words.AFTER:
        if match := form.match(folded, end):
            return comparator, start, match.end()
    for opening, closing, comparator, inside in words.AROUND:
        if (opened := before.find(opening)) and (match := closing.match(folded, end)):
            end = match.end() if inside else end
            return _turned(folded, comparator, opened[1], end), opened[1], end
    return "eq", start, end


def _turned(folded: str, comparator: Comparator, start: int, end: int) -> Comparator:
    """`comparator`, or what a denial beside the figure makes of it: «نباید کمتر از ۳۰ درصد باشد»."""
    if comparator in _TURNED and (
        lead(folded, start).is_in(words.NOT_BEFORE_FIGURE) or words.NOT_AFTER_FIGURE.match(folded, end)
    ):
        return _TURNED[comparator]
    return comparator


def is_total(folded: str, start: int) -> bool:
    """Whether words before say that the figure is the whole of which parts follow: «از مجموع», «از میان»."""
    return lead(folded, start).is_in(words.DENOMINATOR)
