"""Ranges: «بین ۴۰ تا ۵۰ درصد», «۲ تا ۳ هزار خدمت», «۴۰-۵۰ درصد», «۴۰ درصد تا ۵۰ درصد»."""

from dataclasses import replace

from extractor.annotations import Number, Quantity, Span
from extractor.quantities import words
from extractor.quantities.before import lead
from extractor.quantities.cardinals import last_scale
from extractor.quantities.making import Noun, compare, is_total

_VERB_REACH = 60
_BETWEEN = dict.fromkeys(words.BETWEEN_BEFORE, True)
_FROM = {"از": True}
_TO = frozenset({" تا ", " الی ", " لغایت ", "-", " - "})


def ranged(folded: str, first: Number, second: Number, noun: Noun) -> Quantity | None:
    """The range from `first` to `second`, with «بین» or «از»; None where the two numbers are none."""
    gap = folded[first.end : second.start]
    before = lead(folded, first.start)
    between = before.is_in(words.BETWEEN_BEFORE)
    linked = words.RANGE.fullmatch(gap) or (between and words.BETWEEN.fullmatch(gap)) or about(folded, first, second)
    if not linked or first.value >= second.value:
        return None
    start = _opening(folded, first.start, second.end)
    if start == first.start:
        start = compare(folded, first.start, first.end)[1]
    low = first.value * _lent_scale(folded, first, second)
    number = Span(first.start, second.end)
    end = max(noun.span.end, number.end) if noun.span else number.end
    total = noun.kind == "count" and is_total(folded, start)
    return Quantity(start, end, noun.kind, "range", low, second.value, noun.unit, number, noun.span, total)


def _opening(folded: str, start: int, end: int) -> int:
    """Where «بین» or «از» of the range at `start:end` begins; `start` where it has none."""
    before = lead(folded, start)
    opened = before.find(_BETWEEN) or (None if _of_the_verb(folded, end) else before.find(_FROM))
    return opened[1] if opened else start


def _of_the_verb(folded: str, end: int) -> bool:
    """Whether the «از» before belongs to the verb after: «از ۲۰ تا ۲۵ درصد اتلاف جلوگیری شد»."""
    return words.OF_THE_VERB.search(folded, end, end + _VERB_REACH) is not None


def about(folded: str, first: Number, second: Number) -> bool:
    """«دو سه خدمت», «ده دوازده هزار نفر», «شصت، هفتاد درصد»: two numbers in words, the second not far above."""
    gap = folded[first.end : second.start]
    if gap not in (" ", "، ") or folded[first.start].isdigit() or folded[second.start].isdigit():
        return False
    low = first.value * _lent_scale(folded, first, second)
    step = (second.value - low) / last_scale(folded[second.start : second.end])
    if gap == " ":
        return low < second.value <= 2 * low
    return step == 1 or (step == 10 and first.value % 10 == 0) or (step == 100 and first.value % 100 == 0)


def _lent_scale(folded: str, first: Number, second: Number) -> float:
    """«۲ تا ۳ هزار» means from 2,000 on: the first number borrows the scale of the second."""
    scale = last_scale(folded[second.start : second.end])
    return scale if first.value < scale and first.value * scale < second.value else 1.0


def joined(folded: str, found: list[Quantity]) -> list[Quantity]:
    """`found`, in order, with «۴۰ درصد تا ۵۰ درصد» made one range."""
    result: list[Quantity] = []
    for one in found:
        last = result[-1] if result else None
        if last and _spans_range(folded, last, one):
            number = Span(last.number.start, one.number.end)
            start = min(last.start, _opening(folded, last.start, one.end))
            result[-1] = replace(
                last, start=start, end=one.end, comparator="range", high=one.high, number=number, noun=one.noun
            )
        else:
            result.append(one)
    return result


def _spans_range(folded: str, first: Quantity, second: Quantity) -> bool:
    """«۴۰ درصد تا ۵۰ درصد», «بالای ۴۰ و زیر ۶۰ درصد»."""
    if (first.kind, first.unit) != (second.kind, second.unit):
        return False
    gap = folded[first.end : second.start]
    if first.low is None or second.high is None or first.low >= second.high:
        return False
    if first.comparator == second.comparator == "eq":
        between = gap == " و " and _of_one_noun(folded, first, second)
        return gap in _TO or (between and lead(folded, first.start).is_in(words.BETWEEN_BEFORE))
    return first.comparator in ("gt", "ge") and second.comparator in ("lt", "le") and gap in (" و ", " تا ", "، ")


def _of_one_noun(folded: str, first: Quantity, second: Quantity) -> bool:
    """Whether both count the same: «بین ۱۹ وزارتخانه و ۱۰۵ دستگاه» are two counts and no range."""
    if first.noun is None or second.noun is None:
        return True
    shorter, longer = sorted(
        (folded[one.start : one.end].split(maxsplit=1)[0] for one in (first.noun, second.noun)), key=len
    )
    return longer.startswith(shorter)
