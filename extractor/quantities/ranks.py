"""Ranks: «رتبه ۵», «جایگاه سوم», «رتبه نخست»."""

from extractor.annotations import Quantity, Span
from extractor.quantities import words
from extractor.quantities.numbers import WORDS, bare
from extractor.text.patterns import any_of, pattern

_ORDINALS = {bare(word): value for word, value in WORDS["ordinals"].items()}
_PLACE = rf"(?P<word>{any_of(WORDS['ordinals'])})|(?P<digits>\d{{1,3}})(?:~ا?م)?"
# «رتبه ایران از ۹۱ به ۸۴ رسید».
_REACHED = (
    r"(?: [^\W\d_]+){1,5}(?: از \d{1,3})? به (?:رتبه |جایگاه )?(?P<reached>\d{1,3})"
    "(?= (?:رسید|ارتقا|صعود|نزول|تنزل|سقوط))"
)
_RANK = pattern(rf"(?P<noun>{any_of(words.UNITS['rank'])})(?:~(?:ی )?(?:{_PLACE})|{_REACHED})(?![\d%/.]| ?درصد)")


def find_ranks(folded: str) -> list[Quantity]:
    """Ranks, in order; «رتبه‌های ۲ تا ۵» and ranks above 999 are none."""
    found = []
    for match in _RANK.finditer(folded):
        group = next(name for name in ("digits", "word", "reached") if match[name])
        value = float(_ORDINALS[bare(match[group])] if group == "word" else match[group])
        if value:
            number = Span(*match.span(group))
            noun = Span(*match.span("noun"))
            found.append(Quantity(*match.span(), "count", "eq", value, value, "rank", number, noun))
    return found
