"""Fractions in words as percentages: «یک‌پنجم خدمات» is 20, «نیمی از دستگاه‌ها» 50, «صد در صد» 100.

A fraction counts only where the whole follows that it is a part of; «صددرصد موافقم» is no measure.
"""

import re

from corpus.schema import BOUNDS
from extractor.annotations import Quantity, Span
from extractor.quantities import words
from extractor.quantities.numbers import WORDS, bare
from extractor.text.patterns import any_of, expression, pattern

_TOP = {bare(word): value for word, value in WORDS["units"].items() if value}
_PART = {bare(word): value for word, value in WORDS["parts"].items()}
_WHOLE = f"(?=(?: از)?(?: کل| مجموع| همه| تمام)?(?: این)? {words.WHOLES})"
_FRACTION = pattern(
    f"(?:(?P<top>{any_of(WORDS['units'])}|\\d)~(?P<part>{any_of(WORDS['parts'])})|(?P<half>نیمی|نصف)){{end}}{_WHOLE}",
    whole=False,
)
_BEGIN = re.compile(expression("{start}", whole=False))
_HUNDRED = pattern("(?:یک~)?صد~(?:در~)?صد(?:ی)?|100 ?در ?100|صد~درصدی?")


def find_fractions(folded: str) -> list[Quantity]:
    """Fractions in words, in order, each as a percentage."""
    found = [
        _percent(folded, match.start(), match.end(), 100.0)
        for match in _HUNDRED.finditer(folded)
        if not words.IDIOM.match(folded, match.end())
    ]
    for match in _FRACTION.finditer(folded):
        if not _BEGIN.match(folded, match.start()):
            continue
        value = 50.0 if match["half"] else _share(match["top"], match["part"])
        if value is not None:
            found.append(_percent(folded, match.start(), match.end(), value))
    return found


def _share(top: str, part: str) -> float | None:
    above = float(top) if top.isdigit() else _TOP.get(bare(top), 0.0)
    below = _PART[bare(part)]
    return round(100 * above / below, 6) if 0 < above < below else None


def _percent(folded: str, start: int, end: int, value: float) -> Quantity:
    number = Span(start, end)
    before = folded[max(0, start - words.REACH) : start]
    for comparator, form in words.BEFORE:
        if match := form.search(before):
            low, high = BOUNDS[comparator]
            start -= len(before) - match.start()
            return Quantity(
                start, end, "percent", comparator, value if low else None, value if high else None, "percent", number
            )
    return Quantity(start, end, "percent", "eq", value, value, "percent", number)
