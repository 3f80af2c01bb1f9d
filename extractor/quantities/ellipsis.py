"""Counts whose noun the sentence leaves out: «از مجموع مجوزها، ۲۹۱ مورد», «این عدد به ۱۳ میلیون رسید».

The unit is taken from where the words point: to the whole named after «از مجموع», to the thing whose titles («عنوان»)
are counted, to the figure that «این عدد» or «از این تعداد» repeats. Where they point nowhere there is no figure.
"""

import re

from corpus.schema import Unit
from extractor.annotations import Number, Quantity, Span
from extractor.quantities import words
from extractor.quantities.labels import is_label, whole
from extractor.quantities.making import Noun, single

_SENTENCE = 220
_BACK = 400
_STOP = re.compile(r"[.!؟?\n](?!\d)")


def find_ellipses(folded: str, numbers: list[Number], found: list[Quantity]) -> list[Quantity]:
    """Counts among `numbers` whose unit comes from before; `found` are the quantities with a unit of their own."""
    own = {one.number.start for one in found}
    counted = [one for one in found if one.kind == "count" and one.unit != "rank"]
    result = []
    for number in numbers:
        if number.start in own or is_label(folded, number) or (value := whole(folded, number)) is None:
            continue
        before = _sentence_before(folded, number.start)
        classifier = words.ELLIPSIS.match(folded, number.end)
        if classifier:
            unit = _classified(before, classifier.group().strip(), counted, number)
            span = Span(number.start, classifier.end())
        elif words.THIS_FIGURE.search(before) and words.SAID_OF_FIGURE.match(folded, number.end):
            unit, span = _last_unit(counted, number), Span(number.start, number.end)
        else:
            continue
        if unit is not None:
            result.append(single(folded, span, number, value, Noun("count", unit, None)))
    return result


def _classified(before: str, classifier: str, counted: list[Quantity], number: Number) -> Unit | None:
    """The unit of «N مورد», «N عنوان», «N فقره»."""
    allowed = words.CLASSIFIED.get(classifier)
    wholes = [match for match in words.WHOLE_NAMED.finditer(before) if allowed is None or match.lastgroup in allowed]
    if wholes:
        return words.unit_of(wholes[-1])
    if words.OF_THESE.search(before) or (classifier == "مورد" and words.REACHED.search(before)):
        unit = _last_unit(counted, number)
        return unit if allowed is None or unit in allowed else None
    return None


def _last_unit(counted: list[Quantity], number: Number) -> Unit | None:
    """The unit of the last count before `number`, if it is near."""
    earlier = [one for one in counted if number.start - _BACK <= one.start < number.start]
    return earlier[-1].unit if earlier else None


def _sentence_before(folded: str, at: int) -> str:
    before = folded[max(0, at - _SENTENCE) : at]
    stops = list(_STOP.finditer(before))
    return before[stops[-1].end() :] if stops else before
