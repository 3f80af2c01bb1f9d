"""Ranges: «بین ۴۰ تا ۵۰ درصد», «۲ تا ۳ هزار خدمت», «۴۰-۵۰ درصد», «۴۰ درصد تا ۵۰ درصد»."""

from dataclasses import replace

from extractor.annotations import Number, Quantity, Span
from extractor.quantities import words
from extractor.quantities.making import Noun, compare, is_total
from extractor.quantities.numbers import last_scale


def ranged(folded: str, first: Number, second: Number, noun: Noun) -> Quantity | None:
    """The range from `first` to `second`, with «بین» or «از»; None where the two numbers are none."""
    gap = folded[first.end : second.start]
    before = folded[max(0, first.start - words.REACH) : first.start]
    between = words.BETWEEN_BEFORE.search(before)
    linked = words.RANGE.fullmatch(gap) or (between and words.BETWEEN.fullmatch(gap)) or about(folded, first, second)
    if not linked or first.value >= second.value:
        return None
    opened = between or words.FROM_BEFORE.search(before)
    start = first.start - (len(before) - opened.start()) if opened else compare(folded, first.start, first.end)[1]
    low = first.value * _lent_scale(folded, first, second)
    number = Span(first.start, second.end)
    end = max(noun.span.end, number.end) if noun.span else number.end
    total = is_total(folded, start)
    return Quantity(start, end, noun.kind, "range", low, second.value, noun.unit, number, noun.span, total)


def about(folded: str, first: Number, second: Number) -> bool:
    """«دو سه خدمت», «شصت، هفتاد درصد»: two neighbouring numbers in words."""
    if folded[first.end : second.start] not in (" ", "، ") or folded[first.start].isdigit():
        return False
    step = second.value - first.value
    return step == 1 or (step == 10 and first.value % 10 == 0)


def _lent_scale(folded: str, first: Number, second: Number) -> float:
    """«۲ تا ۳ هزار» means from 2,000 on: the first number borrows the scale of the second."""
    scale = last_scale(folded[second.start : second.end])
    return scale if first.value < scale and first.value * scale < second.value else 1.0


def joined(folded: str, found: list[Quantity]) -> list[Quantity]:
    """`found`, in order, with «۴۰ درصد تا ۵۰ درصد» made one range."""
    result: list[Quantity] = []
    for one in found:
        last = result[-1] if result else None
        if last and _spans_range(folded, last, one):
            number = Span(last.number.start, one.number.end)
            result[-1] = replace(last, end=one.end, comparator="range", high=one.high, number=number, noun=one.noun)
        else:
            result.append(one)
    return result


def _spans_range(folded: str, first: Quantity, second: Quantity) -> bool:
    return (
        first.comparator == second.comparator == "eq"
        and (first.kind, first.unit) == (second.kind, second.unit)
        and folded[first.end : second.start] in (" تا ", " الی ")
        and (first.low or 0) < (second.low or 0)
    )
