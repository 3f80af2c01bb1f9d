"""Fractions in words as percentages: «یک‌پنجم خدمات» is 20, «نیمی از دستگاه‌ها» 50, «سه دهم درصد» 0.3.

A fraction counts only where its unit or the whole follows that it is a part of.
"""

from extractor.annotations import Number, Quantity, Span
from extractor.quantities import words
from extractor.quantities.making import Noun, single
from extractor.quantities.signs import signed


def find_fractions(folded: str, numbers: list[Number]) -> list[Quantity]:
    """The fractions among `numbers`, in order, each as a percentage."""
    found: list[Quantity] = []
    later: Number | None = None
    for number in reversed(numbers):
        shares = later is not None and words.SHARES_WHOLE.fullmatch(folded[number.end : later.start]) is not None
        one = _percent(folded, number, shares=shares) if number.kind == "fraction" else None
        later = number if one else None
        if one:
            found.append(one)
    return found[::-1]


def _percent(folded: str, number: Number, *, shares: bool) -> Quantity | None:
    if percent := words.PERCENT.match(folded, number.end):
        number = signed(folded, number)
        span = Span(percent.start() + percent.group().startswith(" "), percent.end())
        noun = Noun("points", None, span) if percent["points"] else Noun("percent", "percent", span)
        return single(folded, Span(number.start, percent.end()), number, round(number.value, 6), noun)
    whole = words.HALF_OF.match(folded, number.end)
    if whole is None and not folded.startswith("نیمی", number.start):
        whole = words.FRACTION_OF.match(folded, number.end)
    if not (shares or whole):
        return None
    return single(folded, number, number, round(100 * number.value, 6), Noun("percent", "percent", None))
