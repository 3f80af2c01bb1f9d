"""Signs before and after a figure: «منفی ۵ درصد», «-۵٪», «۳/۲- درصد»."""

import re
from dataclasses import replace

from extractor.annotations import Number
from extractor.quantities import words
from extractor.quantities.before import lead

_TRAILING = re.compile("-(?! ?[0-9])")
_BEFORE_MINUS = frozenset(" \n(«:،")


def signed(folded: str, number: Number) -> Number:
    """`number` with the sign beside it in its value and, where it is a minus, in its span."""
    found = lead(folded, number.start).find(words.SIGNS)
    if found:
        sign, start = found
        return replace(number, start=start, value=-number.value) if sign < 0 else number
    if folded.endswith("-", 0, number.start) and (
        number.start == 1
        or (folded[number.start - 2] in _BEFORE_MINUS and not folded[: number.start - 1].rstrip()[-1:].isdigit())
    ):
        return replace(number, start=number.start - 1, value=-number.value)
    if _TRAILING.match(folded, number.end):
        return replace(number, end=number.end + 1, value=-number.value)
    return number
