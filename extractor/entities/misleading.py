"""Names that mean no body where they stand: streets, teams, films, and words that are also names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from corpus.registry import Body, load
from extractor.annotations import Mention
from extractor.entities.bodies_lexicon import contexts, unknown_words
from extractor.entities.neighbours import word_before, words_before
from extractor.entities.placing import closing_end
from extractor.entities.scores import CONTEXT
from extractor.entities.skeletons import key

_QUOTES = ("«", '"')
_BEFORE = 40
_AFTER = re.compile(r" ([^\W_]+)(?: ([^\W_]+))?")
_SENTENCE_ENDS = re.compile(r"[.\n؟!؛]")
# How far a sentence is looked at on either side.
_REACH = 200


def misleads(folded: str, mention: Mention) -> bool:
    """Whether the words around `mention` make it no body."""
    if mention.type != "agency":
        return mention.type == "platform" and not is_meant(folded, mention.start, mention.end)
    return (
        _is_place_or_work(folded, mention)
        or _is_middle(folded, mention)
        or _is_team(folded, mention)
        or not is_meant(folded, mention.start, mention.end)
    )


def _words_before(folded: str, at: int) -> tuple[list[str], bool]:
    """Up to three words before `at`, the nearest first, as skeletons, and whether a quotation mark opens there."""
    quoted = folded[at - 1 : at] in _QUOTES
    at -= quoted
    return [key(word) for word, _ in words_before(folded, at, max(0, at - _BEFORE))[:3]], bool(quoted)


def _is_place_or_work(folded: str, mention: Mention) -> bool:
    nearest = word_before(folded, mention.start - (folded[mention.start - 1 : mention.start] in _QUOTES))
    if not nearest or key(nearest) not in _suspicious():
        return False
    words, quoted = _words_before(folded, mention.start)
    if words[0] in contexts().works and (quoted or mention.id is None):
        return True
    return not quoted and (words[0] in contexts().places or _opens_team(words))


def _is_middle(folded: str, mention: Mention) -> bool:
    """Whether the middle of a place is meant: «مرکز خلیج فارس»."""
    first = folded.find(" ", mention.start, mention.end)
    if mention.id or first < 0 or key(folded[mention.start : first]) not in unknown_words().centres:
        return False
    return closing_end(folded, first) is not None


@cache
def _suspicious() -> frozenset[str]:
    known = contexts()
    return known.works | known.places | known.teams | known.sports


def _opens_team(words: list[str]) -> bool:
    """Whether «تیم», with a sport behind it or without, stands before."""
    known = contexts()
    for word in words:
        if word in known.teams:
            return True
        if word not in known.sports:
            return False
    return False


def _is_team(folded: str, mention: Mention) -> bool:
    """Whether the sentence tells of a match and the body's name is one that teams bear."""
    body = load().by_id.get(mention.id or "")
    if not isinstance(body, Body) or body.kind not in contexts().team_kinds:
        return False
    return _tells_of_match(sentence_around(folded, mention.start, mention.end))


def sentence_around(folded: str, start: int, end: int) -> str:
    """The sentence that `start:end` stands in, cut where it is long."""
    before = folded[max(0, start - _REACH) : start]
    after = folded[end : end + _REACH]
    ends = [one.end() for one in _SENTENCE_ENDS.finditer(before)]
    stop = _SENTENCE_ENDS.search(after)
    return before[ends[-1] if ends else 0 :] + folded[start:end] + after[: stop.start() if stop else None]


def _tells_of_match(sentence: str) -> bool:
    return ("گل" in sentence or " بر " in sentence or "لیگ" in sentence) and bool(_matches().search(sentence))


@cache
def _matches() -> re.Pattern[str]:
    return re.compile("|".join(contexts().matches))


def is_meant(folded: str, start: int, end: int) -> bool:
    """Whether the words around a name that is also a common word let it be a name."""
    around = contexts().names.get(key(folded[start:end]))
    if around is None:
        return True
    after = _AFTER.match(folded, end)
    if after and {key(after[1]), key(after[1] + (after[2] or ""))} & around.before:
        return False
    words, _ = _words_before(folded, start)
    if words and words[0] in around.after:
        return False
    if not around.near:
        return True
    spelt = {key(word) for word in sentence_around(folded, start, end).split()}
    return not spelt & around.near


def is_some(folded: str, at: int) -> bool:
    """Whether a word before a group's name at `at` makes it mean some of it («آن بانک‌ها»)."""
    words, _ = _words_before(folded, at)
    return bool(words) and words[0] in contexts().some


def ours(folded: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """`mentions` without such words as «مجلس» where the last that bore them was another country's («مجلس عراق»)."""
    strange: set[str] = set()
    for one in mentions:
        text = folded[one.start : one.end]
        if one.score == CONTEXT and text in strange:
            continue
        if one.place and not one.id and not one.parent:
            strange.add(text.removesuffix(one.place).strip())
        elif strange and one.id:
            strange = {word for word in strange if not text.startswith(word)}
        yield one
