"""Speakers that only the trained model finds: «به گفته نادری، معاون …», «کامیاب رازیان، طراح محصول، گفت»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extractor.annotations import PersonMention, Span
from extractor.entities.given_names import is_given
from extractor.entities.lexicon import ends_name, person_lexicon
from extractor.entities.person_names import surname_tails, word_before
from extractor.entities.roles import is_head, restored
from extractor.entities.skeletons import key
from extractor.entities.surnames import by_surname
from extractor.entities.taken import Taken, apart

_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r" ([^\W\d_]+)")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,4}")
_SAID = frozenset({"گفته", "قول", "نقل", "اظهارات", "سخنان", "باور", "اعتقاد", "زعم"})
_GAP = re.compile(r" ?[،,(]? ?")


def people(
    folded: str, names: Sequence[Span], known: Sequence[PersonMention], taken: Sequence[Span]
) -> list[PersonMention]:
    """`known`, and who speaks under a name of `names` outside `known` and `taken`, also where named again by surname.

    A role of `known` without a name takes the name that stands beside it.
    """
    spoken_for = Taken([*known, *taken])
    found: list[PersonMention] = []
    merged = list(known)
    for name in _whole(folded, names):
        if spoken_for.overlaps(name.start, name.end):
            continue
        place = next((at for at, one in enumerate(merged) if one.name is None and _beside(folded, name, one)), None)
        if place is not None:
            merged[place] = _joined(folded, name, merged[place])
        elif _speaks(folded, name):
            found.append(PersonMention(name.start, name.end, restored(folded[name.start : name.end]), None, None))
    if not found and merged == list(known):
        return merged
    first = apart([*merged, *found])
    return apart([*first, *by_surname(folded, found, [*first, *taken])])


def _whole(folded: str, names: Sequence[Span]) -> Iterator[Span]:
    """Those of `names` that are persons' by their words, with the endings of a surname that a half-space parted."""
    for name in names:
        if not _NAME.fullmatch(folded, name.start, name.end) or not _may_be(folded, name):
            continue
        following = _NEXT.match(folded, name.end)
        tail = following is not None and key(following[1]) in surname_tails()
        yield Span(name.start, following.end() if following and tail else name.end)


def _may_be(folded: str, name: Span) -> bool:
    words = person_lexicon()
    spelt = [key(match.group()) for match in _WORD.finditer(folded, name.start, name.end)]
    if any(ends_name(word) or is_head(word) or word in words.deeds for word in spelt):
        return False
    if spelt[0] in words.not_given or spelt[-1] in words.not_surnames or len("".join(spelt)) < 4:
        return False
    if len(spelt) == 1 and (is_given(spelt[0]) or spelt[0] in words.ordinary):
        return False
    return word_before(folded, name.start) not in words.named_after


def _beside(folded: str, name: Span, role: PersonMention) -> bool:
    """Whether nothing but a comma stands between the two."""
    if role.anaphora:
        return False
    first, last = sorted((name, Span(role.start, role.end)))
    return 0 < last.start - first.end <= 3 and _GAP.fullmatch(folded, first.end, last.start) is not None


def _joined(folded: str, name: Span, role: PersonMention) -> PersonMention:
    spelt = restored(folded[name.start : name.end])
    return replace(role, start=min(name.start, role.start), end=max(name.end, role.end), name=spelt)


def _speaks(folded: str, name: Span) -> bool:
    """Whether a verb of saying follows, or «به گفته» goes before."""
    if word_before(folded, name.start) in _SAID:
        return True
    return _saying().match(folded, name.end) is not None


@cache
def _saying() -> re.Pattern[str]:
    """A colon or a verb of saying, right behind a name or behind what is said of it between two commas."""
    says = "|".join(sorted((*person_lexicon().says, "می ?گوید", "پرسید"), key=len, reverse=True))
    return re.compile(rf"(?: ?،[^،.؛:\n]{{1,60}}،)?(?: نیز| هم)?(?: ?:| (?:{says})(?![^\W_]))")
