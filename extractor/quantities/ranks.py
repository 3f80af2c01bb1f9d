"""Ranks: «رتبه ۵», «جایگاه بیست و سوم», «رتبه نخست»."""

from extractor.annotations import Number, Quantity, Span
from extractor.quantities import words
from extractor.quantities.before import lead
from extractor.text.patterns import pattern

_KINDS = frozenset({"cardinal", "ordinal"})
_NOUNS = dict.fromkeys(words.RANK, True)
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
    for at, number in enumerate(numbers):
        noun = _noun(folded, number)
        if noun and number.value >= 1 and number.value.is_integer() and not words.NO_RANK.match(folded, number.end):
            up_to = _up_to(folded, number, numbers[at + 1 : at + 2])
            found.append(_rank(Span(noun.start, up_to.end), number, noun, number.value, up_to.value))
    for match in _REACHED.finditer(folded):
        span = Span(*match.span("reached"))
        found.append(_rank(Span(*match.span()), span, Span(*match.span("noun")), float(match["reached"])))
    return found


def _noun(folded: str, number: Number) -> Span | None:
    """«رتبه», «رتبه‌ی» right before `number`."""
    noun = lead(folded, number.start).find(_NOUNS) if number.kind in _KINDS else None
    return Span(noun[1], number.start - (folded[number.start - 1] == " ")) if noun else None


def _up_to(folded: str, number: Number, following: list[Number]) -> Number:
    """The second number of «رتبه دوم تا پنجم»; else `number` itself."""
    ranged = following and folded[number.end : following[0].start] == " تا " and following[0].kind == number.kind
    return following[0] if ranged and following[0].value > number.value else number


def _rank(span: Span, number: Span, noun: Span, low: float, high: float | None = None) -> Quantity:
    high = low if high is None else high
    number = Span(number.start, number.end)
    return Quantity(span.start, span.end, "count", "eq" if low == high else "range", low, high, "rank", number, noun)
