"""Brackets behind a name: its acronym, a mention of its own, and the honorific that is part of it."""

import re
from dataclasses import replace

from extractor.annotations import Mention
from extractor.entities.scores import ALIAS
from extractor.entities.skeletons import key

_HONORIFIC = re.compile(r" ?\( ?(?:ره|س|ع|ص|عج|رض|قدس سره|علیه السلام|سلام الله علیها) ?\)")
_ACRONYM = re.compile(r" ?\( ?\"?([^\W\d_]{2,12}|[A-Z][A-Z0-9.&-]{1,9})\"? ?\)")
_LATIN = re.compile(r"[A-Z][A-Z0-9.&-]+")


def bracketed(folded: str, mention: Mention) -> list[Mention]:
    """`mention` with its honorific, or cut before its bracket, and behind it its acronym where one stands there."""
    at = folded.find("(", mention.start, mention.end)
    if at >= 0 and folded.find(")", at, mention.end) < 0:
        mention = replace(mention, end=len(folded[:at].rstrip(" ")))
    if "(" not in folded[mention.end : mention.end + 2]:
        return [mention]
    honorific = _HONORIFIC.match(folded, mention.end)
    if honorific:
        return [replace(mention, end=honorific.end())]
    acronym = _ACRONYM.match(folded, mention.end)
    if acronym is None or mention.type != "agency" or not _abbreviates(acronym[1], folded[mention.start : mention.end]):
        return [mention]
    start, end = acronym.span(1)
    name = mention.name if mention.id else folded[start:end]
    return [mention, Mention(start, end, mention.id, name, "agency", score=min(ALIAS, mention.score))]


def _abbreviates(short: str, name: str) -> bool:
    """Whether `short` is made of first letters of the words of `name`, in their order."""
    if _LATIN.fullmatch(short):
        return True
    letters = key(short)
    # How many letters of the acronym may have been used up so far; each word gives none or some of its first letters.
    used = {0}
    for word in name.split():
        spelt = key(word)
        more = set(used)
        for at in used:
            count = 0
            while count < len(spelt) and at + count < len(letters) and spelt[count] == letters[at + count]:
                count += 1
                more.add(at + count)
        used = more
    return len(letters) in used and len(name.split()) > 1
