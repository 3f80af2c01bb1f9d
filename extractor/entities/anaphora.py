"""«این سازمان», «وزارتخانه مذکور»: the body of that kind named last before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from corpus.folding import fold_characters
from corpus.registry import Body, load
from extractor.annotations import Mention
from extractor.entities.bodies_lexicon import Meant, anaphora_words, unknown_words
from extractor.entities.scores import ANAPHORA
from extractor.entities.skeletons import key, skeleton_of
from extractor.entities.spotting import Spotter

_AFTER = re.compile(r" ([^\W_]+)(?: ([^\W_]+))?")
_SENTENCE_ENDS = re.compile(r"[.\n؟!؛]")
# How much of a name is looked at where «سازمان ملل» and its like are told from bodies.
_NAME = 60
# How many bodies before the last, and how many characters before the noun, are looked at.
_FEW = 9
_REACH = 3000


def taken_up(folded: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of bodies of `mentions`, which are sorted, by a noun alone."""
    found: list[Mention] = []
    bodies = [one for one in mentions if one.type == "agency"]
    named: dict[str, list[Mention]] = {}
    read = 0
    for start, end, phrase in _spotter().find(skeleton_of(folded)):
        noun, pointed = _phrases()[phrase]
        while read < len(bodies) and bodies[read].end <= start:
            _note(bodies[read], named)
            read += 1
        last = named.get(noun, [])
        if not last or (pointed and _is_another(folded, end)) or not _is_plain(folded, last, start, noun):
            continue
        body = last[-1]
        found.append(Mention(start, end, body.id, body.name, "agency", anaphora=True, score=ANAPHORA))
    return found


@cache
def _phrases() -> dict[str, tuple[str, bool]]:
    """Every phrase that may take up a body, with its noun and whether «این» stands before the noun."""
    words = anaphora_words()
    before = {key(one + noun): (noun, True) for one in words.before for noun in words.nouns}
    return before | {key(noun + one): (noun, False) for one in words.behind for noun in words.nouns}


@cache
def _spotter() -> Spotter:
    return Spotter(_phrases())


def _note(body: Mention, named: dict[str, list[Mention]]) -> None:
    """Enter `body` under the nouns that can mean it, and under the others the body whose office it is."""
    own = _nouns_of(body.id, body.name)
    for noun in own:
        named.setdefault(noun, []).append(body)
    if body.parent and not body.place:
        around = replace(body, id=body.parent, name=load().get(body.parent).name)
        for noun in _nouns_of(around.id, around.name):
            if noun not in own:
                named.setdefault(noun, []).append(around)


@lru_cache(maxsize=1 << 12)
def _nouns_of(body_id: str | None, name: str) -> tuple[str, ...]:
    """The nouns that can mean a body."""
    known = load().by_id.get(body_id or "")
    return tuple(
        noun
        for noun, meant in anaphora_words().nouns.items()
        if key(name).startswith(tuple(meant.heads)) or (isinstance(known, Body) and _is_meant(known, meant))
    )


def _is_meant(body: Body, meant: Meant) -> bool:
    return body.kind in meant.kinds or body.id in meant.ids


def _is_another(folded: str, at: int) -> bool:
    """Whether the words behind «این شرکت» make it another: «این شرکت‌ها», «این سازمان مردم‌نهاد»."""
    after = _AFTER.match(folded, at)
    if after is None:
        return False
    another = anaphora_words().another
    return key(after[1]) in another or (after[2] is not None and key(after[1] + after[2]) in another)


def _is_plain(folded: str, named: list[Mention], at: int, noun: str) -> bool:
    """Whether only the last of `named` can be meant: no other stands in its sentence, and no foreign body behind it."""
    last = named[-1]
    for one in reversed(named[-_FEW:-1]):
        if _SENTENCE_ENDS.search(folded, one.end, last.start):
            break
        if (one.id or key(one.name)) != (last.id or key(last.name)):
            return False
    further = folded.rfind(f"{fold_characters(noun)} ", max(last.end, at - _REACH), at)
    return further < 0 or not key(folded[further : further + _NAME]).startswith(tuple(unknown_words().not_names))
