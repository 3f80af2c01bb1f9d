"""Denominators that only their neighbour shows: «۲۲ خدمت از ۳۰ خدمت», «از ۳۰ خدمت، ۲۲ خدمت»."""

from dataclasses import replace

from extractor.annotations import Quantity
from extractor.quantities import words

_STOPS = frozenset(".؟!؛\n")
_AFTER_PART, _BEFORE_PART = 12, 40


def with_totals(folded: str, found: list[Quantity]) -> list[Quantity]:
    """`found`, in order, with such denominators marked."""
    result = list(found)
    for at, one in enumerate(found):
        if (
            one.kind != "count"
            or one.unit == "rank"
            or one.total
            or not words.FROM_BEFORE.search(folded[max(0, one.start - 4) : one.start])
        ):
            continue
        before, after = found[max(0, at - 1) : at], found[at + 1 : at + 2]
        if any(_part_of(folded, part, one, _AFTER_PART) for part in before) or any(
            _part_of(folded, part, one, _BEFORE_PART) for part in after
        ):
            result[at] = replace(one, total=True)
    return result


def _part_of(folded: str, part: Quantity, whole: Quantity, reach: int) -> bool:
    first, second = (part, whole) if part.start < whole.start else (whole, part)
    gap = folded[first.end : second.start]
    smaller = (part.low or part.high or 0) <= (whole.low or whole.high or 0)
    if part.kind == "percent":
        # «۱۰ درصد از ۶۰۰۰ خدمت», «از ۶۰۰۰ خدمت دولت، ۷۴ درصد».
        return gap == " از " if part is first else len(gap) <= reach and not set(gap) & _STOPS
    same = part.kind == "count" and part.unit == whole.unit
    return same and smaller and len(gap) <= reach and not set(gap) & _STOPS
