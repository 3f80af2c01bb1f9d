"""Which numbers can be how many there are, and which only tell which one."""

import re

from extractor.annotations import Number
from extractor.quantities import words
from extractor.quantities.before import Lead, lead
from extractor.quantities.grammar import VALUES

_LARGE = 1000
_FIRST_YEAR, _LAST_YEAR = 1300, 1450
_PERSONS = re.compile(r" ?(?:(?:تا|الی|-) ?\d+(?: ?هزار)? ?)?نفر(?!ه)")
_ALL_PERSONS = words.LABEL - words.LABEL_OF_PERSONS


def labelled(folded: str, numbers: list[Number]) -> set[int]:
    """Where those of `numbers` begin that tell which one: «ماده ۵», «بندهای ۲ و ۳», «سال ۱۴۰۲»."""
    found: set[int] = set()
    last: Number | None = None
    for number in numbers:
        if is_label(folded, number, lead(folded, number.start)) or (last and _listed(folded, last, number)):
            found.add(number.start)
            last = number
        else:
            last = None
    return found


def is_label(folded: str, number: Number, before: Lead) -> bool:
    """Whether the words `before` it make of `number` a label: «ماده ۵», not «این ماده ۵ مجوز»."""
    if not words.LABELS.isdisjoint(before.keys):
        year = _FIRST_YEAR <= number.value <= _LAST_YEAR
        if year and before.is_in(words.YEAR_LABEL):
            return True
        if before.is_in(words.LABEL) and _names(folded, number, before):
            return True
    return number.value in words.SHORT_CODES and before.is_in(words.CALLED)


def _names(folded: str, number: Number, before: Lead) -> bool:
    """Whether a label before `number` may be its name: no «هر سال ۵۰۰ هزار نفر», «در دو دوره ۱۲ خدمت»."""
    if number.value >= _LARGE and not folded[number.start : number.end].isdigit():
        return False
    at = next(at for at, key in enumerate(before.keys) if key in words.LABEL)
    label = before.keys[at]
    if label in _ALL_PERSONS and _PERSONS.match(folded, number.end):
        return False
    one = before.keys[at + 1].removesuffix(label) if at + 1 < len(before.keys) else ""
    return not (one in words.DETERMINERS or one in VALUES or one.isdigit() or (label, one) == ("سطح", "در"))


def _listed(folded: str, label: Number, number: Number) -> bool:
    """«بندهای ۲ و ۳»; a year ends the list («سال ۱۴۰۲ و ۳۰ خدمت»)."""
    if label.value >= _LARGE or number.value >= _LARGE:
        return False
    gap = folded[label.end : number.start]
    return gap in (" و ", " تا ") or (gap in ("، ", "،") and words.COUNTED.match(folded, number.end) is None)


def can_count(folded: str, number: Number, before: Lead) -> bool:
    """Whether `number`, no label, can be how many there are: whole, and not a bare «یک», which mostly is «a»."""
    if before.is_in(words.PER) or is_one_or(folded, number, before):
        return False
    if folded[number.start : number.end] == "یک":
        return before.is_in(words.ONLY) or before.find(words.BEFORE) is not None
    return whole(folded, number) is not None


def is_one_or(folded: str, number: Number, before: Lead) -> bool:
    """«یکی دو درصد»: no certain number."""
    return before.keys[:1] == ("یکی",) and not folded[number.start].isdigit()


def whole(folded: str, number: Number) -> float | None:
    """The count that `number` says, which must be whole; «2.238» with a dot is two thousand and more."""
    if number.value.is_integer():
        return number.value
    head, _, tail = folded[number.start : number.end].partition(".")
    if head.isdigit() and len(head) <= 3 and tail.isdigit() and len(tail) == 3:
        return float(head + tail)
    return None
