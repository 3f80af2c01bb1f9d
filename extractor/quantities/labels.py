"""Which numbers can be how many there are, and which only tell which one."""

from extractor.annotations import Number
from extractor.quantities import words


def is_label(folded: str, number: Number) -> bool:
    """Whether `number` tells which one, as in «ماده ۵», «بند ۲ و ۳», «سال ۱۴۰۲»."""
    before = folded[max(0, number.start - words.REACH) : number.start]
    if words.LABEL.search(before) or words.LABEL_LIST.search(before):
        return True
    return 1300 <= number.value <= 1450 and words.YEAR_LABEL.search(before) is not None


def can_count(folded: str, number: Number) -> bool:
    """Whether `number` can be how many there are: whole, no label, not a bare «یک» (mostly «a») or «نه» («no»)."""
    if is_label(folded, number):
        return False
    if folded[number.start : number.end] in ("یک", "نه"):
        before = folded[max(0, number.start - words.REACH) : number.start]
        return bool(words.ONLY.search(before)) or any(form.search(before) for _, form in words.BEFORE)
    return whole(folded, number) is not None


def whole(folded: str, number: Number) -> float | None:
    """The count that `number` says, which must be whole; «2.238» with a dot is two thousand and more."""
    if number.value.is_integer():
        return number.value
    head, _, tail = folded[number.start : number.end].partition(".")
    if head.isdigit() and len(head) <= 3 and tail.isdigit() and len(tail) == 3:
        return float(head + tail)
    return None
