"""Offices inside a body, named with it: «معاونت درمان وزارت بهداشت» is not the ministry."""

from collections.abc import Sequence
from functools import cache

from extractor.annotations import Mention
from extractor.entities.bodies_lexicon import towns, unknown_words
from extractor.entities.lexicon import ends_name, lexicon
from extractor.entities.neighbours import words_before
from extractor.entities.scores import PART
from extractor.entities.skeletons import key

# How far before a body its office may begin, in characters and in words.
_REACH = 90
_MOST_WORDS = 9


def with_offices(folded: str, mentions: Sequence[Mention], *, speaking: bool = False) -> list[Mention]:
    """`mentions`, which are sorted, each body with the office that stands before it as one mention, its id None.

    With `speaking` an office that speaks for its body («روابط عمومی») leaves the body as it is.
    """
    found: list[Mention] = []
    floor = 0
    for one in mentions:
        start = _office_start(folded, one, floor) if one.type == "agency" and not one.short else None
        if start is not None and speaking and not any(before.start == start for before in found[-1:]):
            start = None
        if start is None:
            found.append(one)
            # An unknown name before may be the beginning of the office itself («مرکز حراست» of a ministry).
            floor = one.end if one.id else floor
            continue
        text = folded[start : one.end]
        parent = one.id or one.parent
        found.append(Mention(start, one.end, None, text, "agency", parent=parent, place=one.place, score=PART))
        floor = one.end
    return found


def _office_start(folded: str, body: Mention, floor: int) -> int | None:
    """Where the office whose name goes on in `body` begins."""
    first = max(floor, body.start - _REACH)
    words = words_before(folded, body.start, first)[:_MOST_WORDS][::-1]
    spelt = [key(word) for word, _ in words]
    if not spelt or spelt[-1] in towns() or spelt[-1] == "و":
        return None
    best: int | None = None
    for place in reversed(range(len(spelt))):
        if _is_unit(spelt, place, town=_of_town(body)):
            best = place
        if not _inside(spelt[place]) or (spelt[place] == "و" and best is not None):
            break
    return None if best is None else words[best][1]


def _of_town(body: Mention) -> bool:
    """Whether `body` is a municipality, whose offices are called «سازمان»."""
    return body.name.startswith("شهرداری")


def _is_unit(spelt: list[str], place: int, *, town: bool) -> bool:
    """Whether the head of an office begins at `place` of the words before a body."""
    words = unknown_words()
    if place and spelt[place - 1] in words.determiners:
        return False
    # «معاونت حقوقی و امور مجلس» is one office.
    if spelt[place] == "امور" and place and spelt[place - 1] == "و":
        return False
    for count in (3, 2, 1):
        head = "".join(spelt[place : place + count])
        known = head in words.units or (town and head == "سازمان" and place + 1 < len(spelt))
        if known and place + count <= len(spelt) and spelt[place + count : place + count + 1] != ["و"]:
            return head not in words.units_with_words or place + count < len(spelt)
    return False


def _inside(word: str) -> bool:
    """Whether `word` may stand inside the name of an office."""
    if word in towns():
        return False
    if word in _joins() or word in unknown_words().units:
        return True
    return not ends_name(word) and word not in unknown_words().openers and word not in lexicon().one_word


@cache
def _joins() -> frozenset[str]:
    return unknown_words().unit_joins
