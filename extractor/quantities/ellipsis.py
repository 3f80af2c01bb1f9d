"""Counts whose noun the sentence leaves out: «از مجموع مجوزها، ۲۹۱ مورد», «این عدد به ۱۳ میلیون رسید».

The unit is taken from where the words point: to the whole named after «از مجموع», to the thing whose titles («عنوان»)
are counted, to the figure that «این عدد» or «از این تعداد» repeats. Where they point nowhere there is no figure.
"""

import re

from corpus.schema import Unit
from extractor.annotations import Number, Quantity, Span
from extractor.quantities import pointing, words
from extractor.quantities.before import lead
from extractor.quantities.labels import whole
from extractor.quantities.making import Noun, single

_SENTENCE = 220
_BACK = 400
# A quick no for what is none of «مورد», «عنوان», «فقره», «تا».
_CLASSIFIER_LETTERS = frozenset("معفت")
_CASES: tuple[Unit, ...] = ("service", "permit", "request", "inquiry")
_CLAUSE = re.compile("[،؛:]")
_STOP = re.compile(r"[.!؟?\n](?!\d)")


def find_ellipses(folded: str, numbers: list[Number], found: list[Quantity]) -> list[Quantity]:
    """Counts among `numbers`, none a label, whose unit comes from before; `found` have a unit of their own."""
    own = {one.number.start for one in found}
    counted = [one for one in found if one.kind == "count" and one.unit != "rank"]
    result = []
    for number in numbers:
        value = None if number.start in own else whole(folded, number)
        if value is None:
            continue
        unit, span = _pointed_to(folded, number, counted)
        if unit is not None:
            result.append(single(folded, span, number, value, Noun("count", unit, None)))
    return result


def _pointed_to(folded: str, number: Number, counted: list[Quantity]) -> tuple[Unit | None, Span]:
    """The unit that the words around `number` point to, and the span of the figure with its classifier."""
    letter = folded[number.end : number.end + 2].lstrip()[:1]
    beside = _beside(folded, number, counted, letter)
    if beside:
        return beside
    if letter in _CLASSIFIER_LETTERS and (classifier := pointing.ELLIPSIS.match(folded, number.end)):
        return _of_classifier(folded, number, counted, classifier), Span(number.start, classifier.end())
    return _said_of(folded, number, counted), Span(number.start, number.end)


def _beside(folded: str, number: Number, counted: list[Quantity], letter: str) -> tuple[Unit | None, Span] | None:
    """Units that the next words tell: «۸ مورد از ۲۰ خدمت», «۱۱۶ میلیون بار … مراجعه», «یازده تایشان»."""
    if letter == "م" and (of := pointing.CASES_OF.match(folded, number.end)):
        following = [one for one in counted if one.start == of.end()]
        if following:
            return following[0].unit, Span(number.start, of.end() - len(" از "))
    if number.value >= pointing.MANY and (times := pointing.TIMES.match(folded, number.end)):
        near = sentence_before(folded, number.start) + folded[times.end() : times.end() + pointing.VISIT_REACH]
        if pointing.VISITED.search(near):
            return "visit", Span(number.start, times.end())
    if letter == "ت" and (some := pointing.SOME_OF_THEM.match(folded, number.end)):
        return _last_unit(counted, number), Span(number.start, some.end())
    return None


def _of_classifier(folded: str, number: Number, counted: list[Quantity], classifier: re.Match[str]) -> Unit | None:
    """The unit of «N مورد», «N تا» and their like, with nothing of its own behind."""
    before, name = sentence_before(folded, number.start), classifier.group().strip()
    unit = _classified(before, name, counted, number)
    if unit is None and name == "تا" and pointing.ANSWER.fullmatch(before):
        unit = _last_unit(counted, number)
    if unit is None and pointing.AFTER_CASE.match(folded, classifier.end()):
        unit = _unit_in(before, counted, number, name) or _percent_of(folded, before, number, classifier)
    return unit


def _said_of(folded: str, number: Number, counted: list[Quantity]) -> Unit | None:
    """The unit of «این عدد به ۱۳ میلیون رسید» and of «شمار مجوزها: ۳۱۰»."""
    said = pointing.SAID_OF_FIGURE.match(folded, number.end) is not None
    if not said and not folded.endswith(": ", 0, number.start):
        return None
    before = sentence_before(folded, number.start)
    if said and pointing.THIS_FIGURE.search(before):
        return _last_unit(counted, number)
    named = pointing.COUNTED_BEFORE.search(before)
    return words.unit_of(named) if named else None


def _unit_in(before: str, counted: list[Quantity], number: Number, classifier: str) -> Unit | None:
    """The unit of the last count in the sentence so far, a person or a rank excepted."""
    allowed = pointing.CLASSIFIED.get(classifier, _CASES)
    earlier = [one for one in counted if number.start - len(before) <= one.start < number.start]
    return earlier[-1].unit if earlier and earlier[-1].unit in allowed else None


def _percent_of(folded: str, before: str, number: Number, classifier: re.Match[str]) -> Unit | None:
    """The unit of what the percentage before is a part of: «۷۹ درصد درخواست‌ها، یعنی ۱۱ هزار مورد»."""
    if not (pointing.OF_IT.match(folded, classifier.end()) or lead(folded, number.start).is_in(pointing.AMOUNTING)):
        return None
    named = [words.unit_of(match) for match in pointing.PERCENT_OF.finditer(before)]
    allowed = pointing.CLASSIFIED.get(classifier.group().strip(), _CASES)
    return named[-1] if named and named[-1] in allowed else None


def _classified(before: str, classifier: str, counted: list[Quantity], number: Number) -> Unit | None:
    """The unit of «N مورد», «N عنوان», «N فقره»."""
    allowed = pointing.CLASSIFIED.get(classifier)
    wholes = [match for match in pointing.WHOLE_NAMED.finditer(before) if allowed is None or match.lastgroup in allowed]
    if wholes:
        return words.unit_of(wholes[-1])
    if pointing.OF_THESE.search(before) or (classifier == "مورد" and pointing.REACHED.search(before)):
        unit = _last_unit(counted, number)
        return unit if allowed is None or unit in allowed else None
    return None


def _last_unit(counted: list[Quantity], number: Number) -> Unit | None:
    """The unit of the last count before `number`, if it is near."""
    earlier = [one for one in counted if number.start - _BACK <= one.start < number.start]
    return earlier[-1].unit if earlier else None


def clause_before(folded: str, at: int) -> str:
    """The text before `at` up to the last sign that ends a clause."""
    return _CLAUSE.split(sentence_before(folded, at))[-1]


def sentence_before(folded: str, at: int) -> str:
    """The text before `at` in its sentence, as far as it matters."""
    before = folded[max(0, at - _SENTENCE) : at]
    stops = list(_STOP.finditer(before))
    return before[stops[-1].end() :] if stops else before
