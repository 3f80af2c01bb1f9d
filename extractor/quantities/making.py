"""A quantity made of a number and its unit, with the comparator that stands before or after."""

from dataclasses import dataclass

from corpus.schema import BOUNDS, Comparator, Unit
from extractor.annotations import Quantity, QuantityKind, Span
from extractor.quantities import words

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
    total = is_total(folded, start)
    number = Span(number.start, number.end)
    return Quantity(start, end, noun.kind, comparator, low, high, noun.unit, number, noun.span, total)


def compare(folded: str, start: int, end: int) -> tuple[Comparator, int, int]:
    """The comparator of the figure at `start:end`, and the span with the comparator's words."""
    before = folded[max(0, start - words.REACH) : start]
    for comparator, form in words.BEFORE:
        if match := form.search(before):
            turned = words.NOT_BEFORE_FIGURE.search(before[: match.start()]) or words.NOT_AFTER_FIGURE.match(
                folded, end
            )
            return (
                _TURNED.get(comparator, comparator) if turned else comparator,
                start - (len(before) - match.start()),
                end,
            )
    for comparator, form in words.AFTER:
        if match := form.match(folded, end):
            return comparator, start, match.end()
    return "eq", start, end


def is_total(folded: str, start: int) -> bool:
    """Whether words before say that the figure is the whole of which parts follow: «از مجموع», «از میان»."""
    return bool(words.DENOMINATOR.search(folded[max(0, start - words.REACH) : start]))
