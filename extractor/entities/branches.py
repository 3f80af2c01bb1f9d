"""Provincial branches and the bodies below a body: neither is the national body that their words name."""

import re
from dataclasses import replace
from functools import cache

from corpus.folding import skeleton
from corpus.registry import load
from extractor.annotations import Mention
from extractor.entities.lexicon import lexicon
from extractor.entities.skeletons import Skeleton, key

_PLACE = re.compile(r" (?:این )?(?:استان|شهرستان|شهر)(?![^\W_])")
_BEFORE = re.compile(r"(?<![^\W_])(?:اداره کل|ادارهکل|اداره|نمایندگی|شعبه|شعب|ادارات کل|ادارات) \Z")
_ABROAD = re.compile(r"(?: و ([^\W\d_]+))? ((?!و )[^\W\d_]+)")
_TAILS = ("کشور", "ایران")
_WORD_BEFORE = re.compile(r"([^\W_]+) \Z")
_WORD = re.compile(r" ([^\W\d_]+)")


@cache
def _provinces() -> frozenset[str]:
    names = (one.name.removeprefix("استانداری ") for one in load().bodies if one.kind == "province")
    return frozenset(skeleton(name) for name in names)


def branch(folded: str, mention: Mention) -> Mention:
    """`mention`, or the branch or part that its neighbours make of it: id None under the text's own words."""
    if mention.type == "platform" or mention.short:
        return mention
    start, end = mention.start, _tail_end(folded, mention)
    mention = replace(mention, end=end)
    abroad = _abroad_end(folded, end) if mention.type == "agency" else None
    if abroad:
        return Mention(start, abroad, None, folded[start:abroad], mention.type)
    end = place_end(folded, end)
    before = _BEFORE.search(folded, max(0, start - 20), start)
    if before:
        start = before.start()
    if (start, end) == (mention.start, mention.end):
        return below(folded, mention)
    return Mention(start, end, None, folded[start:end], mention.type)


def _abroad_end(folded: str, at: int) -> int | None:
    """Where the name of another country ends behind a body: «وزارت نفت عراق», «وزارت نفت و گاز ترکمنستان»."""
    match = _ABROAD.match(folded, at)
    if match is None or key(match[2]) not in lexicon().abroad:
        return None
    return match.end() if match[1] is None or key(match[1]) in lexicon().joined_by_va else None


def _tail_end(folded: str, mention: Mention) -> int:
    """Where the name ends with «کشور» or «ایران» behind it, which a full name may have."""
    if mention.type != "agency" or folded.endswith(_TAILS, mention.start, mention.end):
        return mention.end
    end, written, best = mention.end, "", mention.end
    for _ in range(3):
        word = _WORD.match(folded, end)
        if word is None:
            break
        end, written = word.end(), written + key(word.group(1))
        if written in lexicon().tails:
            best = end
    return best


def below(folded: str, mention: Mention) -> Mention:
    """`mention`, or the group of bodies below it: «زیرمجموعه‌های وزارت نفت»."""
    last = _WORD_BEFORE.search(folded, max(0, mention.start - 20), mention.start)
    if last is None or not key(last[1]).endswith(_last_letters()):
        return mention
    window = folded[max(0, mention.start - 30) : mention.start]
    spelt = Skeleton(window)
    for word in sorted(lexicon().below, key=len, reverse=True):
        if spelt.text.endswith(word):
            start = mention.start - len(window) + spelt.offsets[-len(word)]
            return Mention(start, mention.end, None, folded[start : mention.end], "group")
    return mention


@cache
def _last_letters() -> tuple[str, ...]:
    """How the words of `below` end: what most texts before a body do not."""
    return tuple({word[-2:] for word in lexicon().below})


def place_end(folded: str, at: int) -> int:
    """Where a province or town behind a body ends («استان فارس», «فارس»); `at` itself where none stands there."""
    place = _PLACE.match(folded, at)
    at = place.end() if place else at
    return _province_end(folded, at) or at


def _province_end(folded: str, at: int) -> int | None:
    """Where the name of a province that begins at `at` ends."""
    written, end, best = "", at, None
    for _ in range(4):
        word = _WORD.match(folded, end)
        if word is None:
            break
        written += key(word.group(1))
        end = word.end()
        if written in _provinces():
            best = end
    return best
