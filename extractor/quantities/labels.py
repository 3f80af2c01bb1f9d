"""Which numbers can be how many there are, and which only tell which one."""

from extractor.annotations import Number
from extractor.quantities import words
from extractor.quantities.before import Lead, lead

_LARGE = 1000
_FIRST_YEAR, _LAST_YEAR = 1300, 1450


def labelled(folded: str, numbers: list[Number]) -> set[int]:
    """Where those of `numbers` begin that tell which one: «ماده ۵», «بندهای ۲ و ۳», «سال ۱۴۰۲»."""
    found: set[int] = set()
    last: Number | None = None
    for number in numbers:
        if is_label(number, lead(folded, number.start)) or (last and _listed(folded, last, number)):
            found.add(number.start)
            last = number
        else:
            last = None
    return found


def is_label(number: Number, before: Lead) -> bool:
    """Whether the words `before` it make of `number` a label."""
    if before.is_in(words.LABEL) or (number.value in words.SHORT_CODES and before.is_in(words.CALLED)):
        return True
    return _FIRST_YEAR <= number.value <= _LAST_YEAR and before.is_in(words.YEAR_LABEL)


def _listed(folded: str, label: Number, number: Number) -> bool:
    """«بندهای ۲ و ۳»; a year ends the list («سال ۱۴۰۲ و ۳۰ خدمت»)."""
    if label.value >= _LARGE or number.value >= _LARGE:
        return False
    gap = folded[label.end : number.start]
    return gap in (" و ", " تا ") or (gap in ("، ", "،") and words.COUNTED.match(folded, number.end) is None)


def can_count(folded: str, number: Number, before: Lead) -> bool:
    """Whether `number`, no label, can be how many there are: whole, and not a bare «یک», which mostly is «a»."""
    if before.is_in(words.PER):
        return False
    if folded[number.start : number.end] == "یک":
        return before.is_in(words.ONLY) or before.find(words.BEFORE) is not None
    return whole(folded, number) is not None


def whole(folded: str, number: Number) -> float | None:
    """The count that `number` says, which must be whole; «2.238» with a dot is two thousand and more."""
    if number.value.is_integer():
        return number.value
    head, _, tail = folded[number.start : number.end].partition(".")
    if head.isdigit() and len(head) <= 3 and tail.isdigit() and len(tail) == 3:
        return float(head + tail)
    return None
