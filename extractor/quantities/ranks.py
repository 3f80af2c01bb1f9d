"""Ranks: «رتبه ۵», «جایگاه سوم», «رتبه نخست»."""

from extractor.annotations import Quantity, Span
from extractor.quantities import words
from extractor.quantities.numbers import WORDS, bare
from extractor.text.patterns import any_of, pattern

_ORDINALS = {bare(word): value for word, value in WORDS["ordinals"].items()}
_PLACE = rf"(?P<word>{any_of(WORDS['ordinals'])})|(?P<digits>\d{{1,3}})(?:~ا?م)?"
_RANK = pattern(rf"(?P<noun>{any_of(words.UNITS['rank'])})~(?:ی )?(?:{_PLACE})(?![\d%/.]| ?درصد)")


def find_ranks(folded: str) -> list[Quantity]:
    """Ranks, in order; «رتبه‌های ۲ تا ۵» and ranks above 999 are none."""
    found = []
    for match in _RANK.finditer(folded):
        value = float(match["digits"]) if match["digits"] else float(_ORDINALS[bare(match["word"])])
        if value:
            number = Span(*match.span("digits" if match["digits"] else "word"))
            noun = Span(*match.span("noun"))
            found.append(Quantity(*match.span(), "count", "eq", value, value, "rank", number, noun))
    return found
