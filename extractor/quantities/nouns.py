"""The unit beside a number: «۲۵ درصد», «٪۴۰», «۳۵ عنوان خدمت»; and what only looks like one («۲۰ دستگاه اتوبوس»)."""

import re

from corpus.schema import Unit
from extractor.annotations import Number, Span
from extractor.quantities import words
from extractor.quantities.before import lead
from extractor.quantities.ellipsis import sentence_before
from extractor.quantities.labels import can_count, is_one_or
from extractor.quantities.making import Noun

_PARAGRAPH = 300
# A quick no for what is no percent.
_PERCENT_LETTERS = frozenset("دون%")


def noun_of(folded: str, number: Number, labels: set[int]) -> Noun | None:
    """The unit that follows `number`, or the percent sign that comes before it."""
    minus = folded.startswith("-", number.end)
    following = folded[number.end + minus : number.end + minus + 2].lstrip()[:1]
    if following in _PERCENT_LETTERS and (percent := words.PERCENT.match(folded, number.end + minus)):
        return _percent(folded, number, percent)
    if number.value == 100 and (hundred := words.HUNDRED_OF.match(folded, number.end)):
        return _percent(folded, number, hundred)
    sign = folded[max(0, number.start - 2) : number.start].rstrip()
    if sign.endswith("%") and not sign[:-1].isdigit():
        return Noun("percent", "percent", Span(folded.rindex("%", 0, number.start), number.start))
    return _counted(folded, number, labels)


def _percent(folded: str, number: Number, match: re.Match[str]) -> Noun | None:
    if (number.value == 100 and words.IDIOM.match(folded, match.end())) or words.DOUBT.match(folded, match.end()):
        return None
    if is_one_or(folded, number, lead(folded, number.start)):
        return None
    span = Span(number.end + (folded[number.end] == " "), match.end())
    return Noun("points", None, span) if match.groupdict().get("points") else Noun("percent", "percent", span)


def _counted(folded: str, number: Number, labels: set[int]) -> Noun | None:
    beginning = folded[number.end : number.end + 3].lstrip()[:2]
    if beginning not in words.COUNTED_BEGINNINGS or number.start in labels:
        return None
    match = words.COUNTED.match(folded, number.end)
    if match is None or _loose(match, number) or not can_count(folded, number, lead(folded, number.start)):
        return None
    unit: Unit = words.unit_of(match) or "agency"
    if _is_other_noun(folded, number, match):
        return None
    return Noun("count", unit, Span(*match.span("noun")))


def _is_other_noun(folded: str, number: Number, match: re.Match[str]) -> bool:
    """«۲۰ دستگاه اتوبوس»; «۱۷ دانشگاهی بازنشسته»; «اتوبوس‌های برقی به ۲۰۰ دستگاه»."""
    noun = match["noun"]
    if any(refused.match(folded, match.end()) for head, refused in words.NOT_BEFORE if noun.startswith(head)):
        return True
    if noun in words.ADJECTIVAL and not folded.startswith(" که ", match.end()):
        return True
    return noun == "دستگاه" and _is_machine(folded, number.start, match.end())


def _is_machine(folded: str, start: int, end: int) -> bool:
    """Whether the «دستگاه» that ends at `end` is a thing made, sold or seized, and no body."""
    if words.VEHICLE.search(sentence_before(folded, start)) or words.GOODS_AFTER.match(folded, end):
        return True
    paragraph = max(folded.rfind("\n", 0, start) + 1, start - _PARAGRAPH)
    return words.GOODS_BEFORE.search(folded, paragraph, start) is not None


def _loose(match: re.Match[str], number: Number) -> bool:
    """«سه بار مراجعه» is how often one came, «۵۰۰ میلیون بار از این خدمت» no number of services."""
    return bool(match["bulk"]) and (not match["visit"] or number.value < 1000)
