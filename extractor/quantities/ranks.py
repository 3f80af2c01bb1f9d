"""Ranks: «رتبه ۵», «جایگاه بیست و سوم», «رتبه نخست»."""

from extractor.annotations import Number, Quantity, Span
from extractor.quantities import words
from extractor.quantities.before import lead
from extractor.text.patterns import pattern

_KINDS = frozenset({"cardinal", "ordinal"})
# «رتبه ایران از ۹۱ به ۸۴ رسید».
_REACHED = pattern(
    rf"(?P<noun>{'|'.join(words.UNITS['rank'])})(?: [^\W\d_]+){{1,5}}(?: از \d{{1,3}})? به (?:رتبه |جایگاه )?"
    r"(?P<reached>\d{1,3})(?= (?:رسید|ارتقا|صعود|نزول|تنزل|سقوط))"
)


def find_ranks(folded: str, numbers: list[Number]) -> list[Quantity]:
    """Ranks, in order; «رتبه‌های ۲ تا ۵» and «مقام ۶۰ ساله» are none."""
    if not any(noun in folded for noun in words.RANK):
        return []
    found = []
    for number in numbers:
        before = lead(folded, number.start)
        if number.kind not in _KINDS or not before.keys or before.keys[0] not in words.RANK:
            continue
        if number.value >= 1 and number.value.is_integer() and not words.NO_RANK.match(folded, number.end):
            start = before.starts[0]
            noun = Span(start, start + len(before.keys[0]))
            found.append(_rank(Span(start, number.end), number, noun, number.value))
    for match in _REACHED.finditer(folded):
        span = Span(*match.span("reached"))
        found.append(_rank(Span(*match.span()), span, Span(*match.span("noun")), float(match["reached"])))
    return found


def _rank(span: Span, number: Span, noun: Span, value: float) -> Quantity:
    number = Span(number.start, number.end)
    return Quantity(span.start, span.end, "count", "eq", value, value, "rank", number, noun)
