"""Numbers in folded text: in digits, in words, or both («۲ هزار و ۲۳۸», «بیست و پنج», «۱/۵ میلیون»).

Besides cardinals there are ordinals («سی‌ام»), fractions («یک‌سوم», «نیمی») and multiples («دو برابر»). Digits that
belong to a date, a time, a telephone number, a code or a Latin word are no numbers; nor are «ده‌ها», «صدها» and
«بیست و چند».
"""

import re

from ahocorasick_rs import AhoCorasick, MatchKind

from extractor.annotations import Number
from extractor.quantities import grammar, senses
from extractor.quantities.cardinals import read_cardinal, small
from extractor.quantities.digits import no_number
from extractor.quantities.grammar import LISTS, PARTS, WORDS, bare

__all__ = ["WORDS", "bare", "find_numbers"]

_BEGINNINGS = AhoCorasick(grammar.BEGINNINGS, matchkind=MatchKind.LeftmostLongest)
_DIGITS = re.compile(r"[0-9]+")
# By far the commonest figure, which needs no more looking at.
_SHARE = re.compile(r"[1-9][0-9]?(?= درصد(?:[ ،.]|\Z))")
_WORD = re.compile(r"[^\W\d_]*")
_HALVES = frozenset(map(bare, LISTS["halves"]))
_ALONE = _HALVES | frozenset(map(bare, LISTS["first"]))
# «۱۹۱۸م» is a year of the Christian era, not the 1918th.
_FIRST_YEAR, _LAST_YEAR = 1000, 2100

# A quick no for what cannot make an ordinal of a number.
_ORDINAL_LETTERS = frozenset("ما")

# The number found, if any, and from where on the next may begin.
type _Found = tuple[int, Number | None]


def find_numbers(folded: str) -> list[Number]:
    """All numbers, in order, none overlapping; «۱۲/۵» is 12.5, as Persian print has it."""
    found = []
    at = 0
    for start in _starts(folded):
        if start < at:
            continue
        at, number = _share(folded, start) or _number(folded, start)
        if number is not None:
            found.append(number)
    return found


def _starts(folded: str) -> list[int]:
    """Where a number may begin, in order."""
    words = [
        start
        for _, start, _ in _BEGINNINGS.find_matches_as_indexes(folded)
        if start == 0 or not folded[start - 1].isalpha()
    ]
    return sorted([*[match.start() for match in _DIGITS.finditer(folded)], *words])


def _share(folded: str, start: int) -> _Found | None:
    """«۲۵ درصد»."""
    if start and folded[start - 1] not in " \n(":
        return None
    share = _SHARE.match(folded, start)
    return (share.end(), Number(start, share.end(), float(share.group()))) if share else None


def _number(folded: str, start: int) -> _Found:
    """What begins at `start`."""
    if end := no_number(folded, start):
        return end, None
    if not folded[start].isdigit() and (word := _WORD.match(folded, start)) and word.group() in _ALONE:
        return _single_word(folded, start, word.group())
    if part := _fraction(folded, start):
        return part.end, part
    end, value = read_cardinal(folded, start)
    if end == start:
        return start + 1, None
    spoilt = grammar.SPOILT.match(folded, end)
    if spoilt or senses.is_vague(folded, start):
        return spoilt.end() if spoilt else end, None
    return _kind(folded, start, end, value)


def _fraction(folded: str, start: int) -> Number | None:
    part = grammar.FRACTION.match(folded, start)
    if part is None or senses.is_each(folded, start) or senses.is_hundredth(folded, start, part.start("part")):
        return None
    share = small(part["top"]) / PARTS[bare(part["part"])]
    return Number(start, part.end(), share, "fraction") if share < 1 else None


def _single_word(folded: str, start: int, word: str) -> _Found:
    """«نیمی», «نصف»; «اولین», and «اول» after the thing counted."""
    end = start + len(word)
    if word in _HALVES:
        return end, None if grammar.HALVES_NOT.match(folded, end) else Number(start, end, 0.5, "fraction")
    if word in ("اول", "نخست") and not senses.is_first(folded, start, end):
        return end, None
    return end, Number(start, end, 1.0, "ordinal")


def _kind(folded: str, start: int, end: int, value: float) -> _Found:
    """The number at `start:end` as what follows makes it: an ordinal, a multiple, else a cardinal."""
    following = folded[end : end + 2].lstrip()[:1]
    if following in _ORDINAL_LETTERS and (ordinal := grammar.ORDINAL.match(folded, end)):
        if senses.is_verb(folded, start):
            return ordinal.end(), None
        if _FIRST_YEAR <= value <= _LAST_YEAR and folded[start].isdigit():
            return ordinal.end(), Number(start, end, value)
        return ordinal.end(), Number(start, ordinal.end(), value, "ordinal")
    year = _FIRST_YEAR <= value <= _LAST_YEAR and folded[start].isdigit()
    times = following == "ب" and not year and senses.is_times(folded, start)
    if times and (multiple := grammar.MULTIPLE.match(folded, end)):
        return multiple.end(), Number(start, multiple.end(), value, "multiple")
    return end, Number(start, end, value) if senses.is_number(folded, start, end) else None
