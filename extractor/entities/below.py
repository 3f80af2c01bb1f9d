"""The bodies below a body: «زیرمجموعه‌های وزارت نفت», «دو دستگاه وابسته به وزارت نفت» are not the ministry."""

import re
from dataclasses import replace
from functools import cache

from extractor.annotations import Mention
from extractor.entities.lexicon import lexicon
from extractor.entities.neighbours import word_before
from extractor.entities.scores import PART
from extractor.entities.skeletons import Skeleton, starts_word

_REACH = 45
_POINTING = frozenset({"این", "آن", "همین", "همان"})


def below(folded: str, mention: Mention) -> Mention:
    """`mention`, or the bodies below it that the words before it make of it.

    They are a group to whoever reads claims; `plain` makes bodies of them.
    """
    if mention.type != "agency" or mention.short or folded[mention.start - 2 : mention.start] not in _last_letters():
        return mention
    first = max(0, mention.start - _REACH)
    spelt = Skeleton(folded[first : mention.start])
    match = _phrases().search(spelt.text)
    while match:
        start = first + spelt.origin(match.start())
        if _is_phrase(folded, start, mention.start, match):
            parent, name = mention.id or mention.parent, folded[start : mention.end]
            return Mention(start, mention.end, None, name, "group", parent=parent, place=mention.place, score=PART)
        match = _phrases().search(spelt.text, match.start() + 1)
    return mention


def plain(mention: Mention) -> Mention:
    """`mention`, those below a body as the bodies that they are."""
    return replace(mention, type="agency") if is_below(mention) else mention


def is_below(mention: Mention) -> bool:
    """Whether `mention` is of the bodies below a body; other groups have an id."""
    return mention.type == "group" and mention.id is None


def _is_phrase(folded: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the words at `start:end` are such a phrase: not the end of a word, nor of «این شرکت وابسته به …»."""
    if not starts_word(folded, start) or "\n" in folded[start:end]:
        return False
    return not match["noun"] or bool(match["many"]) or word_before(folded, start) not in _POINTING


@cache
def _phrases() -> re.Pattern[str]:
    """The words that make of a body's name those below it, as skeletons, up to that name."""
    words = lexicon()
    nouns, joins, alone = (_any(some) for some in (words.below_nouns, words.below_joins, words.below))
    return re.compile(rf"(?:(?P<noun>{nouns})(?P<many>های|هایی)?(?:{joins})(?:و(?:{joins}))*|(?:{alone}))\Z")


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda one: (-len(one), one)))


@cache
def _last_letters() -> frozenset[str]:
    """With what the words before such a body end: what most texts before a body do not."""
    words = lexicon()
    return frozenset(f"{word[-1]} " for word in words.below | words.below_joins)
