"""Roles that persons hold, with the body they hold them in: «معاون دولت الکترونیک سازمان فناوری اطلاعات»."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.folding import fold_characters, skeleton
from extractor.annotations import Mention, Span
from extractor.entities.lexicon import ends_name, lexicon, person_lexicon
from extractor.entities.lists import bare_name
from extractor.entities.skeletons import key

_MAX_WORDS = 9
_WORD = re.compile(r" ([^\W_]+)")
_MINISTER = re.compile(r"(?<![^\W_])وزیر (?=[^\W\d_])")


@dataclass(frozen=True, slots=True, order=True)
class Role(Span):
    """A role as written: `text` without the body, and the body where one stands behind it."""

    text: str
    organization: str | None = None
    organization_id: str | None = None


def find_roles(folded: str, bodies: Sequence[Mention]) -> Iterator[Role]:
    """Role phrases outside the names of `bodies` (sorted), in order; a chain («معاون وزیر و رییس سازمان …») is one."""
    starts = [one.start for one in bodies]
    at = 0
    for head in _heads().finditer(folded):
        place = bisect_left(starts, head.end())
        inside_body = place > 0 and bodies[place - 1].end > head.start()
        if head.start() < at or inside_body:
            continue
        role = _role(folded, head, bodies, starts)
        at = role.end
        yield role


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(map(fold_characters, _spaced_roles()), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(words)})(?![^\W_])")


def _spaced_roles() -> list[str]:
    joined = {skeleton(word): word for word in person_lexicon().role_texts}
    return [re.sub(r"[ \u200c]", " ?", word) for word in joined.values()]


def _role(folded: str, head: re.Match[str], bodies: Sequence[Mention], starts: list[int]) -> Role:
    """The role that begins with `head`, up to the body it is held in."""
    by_kind = _of_kind(folded, head)
    if by_kind is not None:
        return by_kind
    end, body = head.end(), None
    at = head.end()
    for _ in range(_MAX_WORDS):
        place = bisect_left(starts, at)
        if place < len(bodies) and bodies[place].start == at + 1 and folded[at] == " ":
            body = None if folded.endswith(" و", 0, at) else bodies[place]
            break
        word = _WORD.match(folded, at)
        if word is None or not (_goes_on(word) or _sits_in(head, word, bodies, place)):
            break
        at = word.end()
        if key(word[1]) not in person_lexicon().role_words or key(word[1]) in person_lexicon().former:
            end = at
    if body is None or body.type == "platform":
        return _without_body(folded, head.start(), end)
    text = restored(folded[head.start() : body.start].strip().removesuffix(" در"))
    return Role(head.start(), body.end, text, body.name, body.id)


def _without_body(folded: str, start: int, end: int) -> Role:
    """The role at `start:end`, under the ministry that «معاون وزیر …» names."""
    text = restored(folded[start:end])
    minister = _MINISTER.search(folded, start, end)
    body = bare_name(folded, minister.end(), "ministry") if minister else None
    if body is None:
        return Role(start, end, text)
    return Role(start, max(end, body.end), restored(folded[start : max(end, body.end)]), body.name, body.id)


def _sits_in(head: re.Match[str], word: re.Match[str], bodies: Sequence[Mention], place: int) -> bool:
    """«نماینده … در مجلس»: «در» leads to the body."""
    leads = word[1] == "در" and key(head.group()) in person_lexicon().sits_in
    return leads and place < len(bodies) and bodies[place].start == word.end() + 1


def _goes_on(word: re.Match[str]) -> bool:
    spelt = key(word[1])
    words = person_lexicon()
    if spelt in words.role_words:
        return True
    return not ends_name(spelt) and spelt not in words.given | words.titles | words.saying


def _of_kind(folded: str, head: re.Match[str]) -> Role | None:
    """«وزیر نفت», «استاندار فارس»: the bare name behind the head is that of the body."""
    kind = next((kind for word, kind in person_lexicon().kinds.items() if word == head.group()), None)
    if kind is None:
        return None
    at = head.end()
    word = _WORD.match(folded, at)
    if word and key(word[1]) in person_lexicon().former:
        at = word.end()
    body = bare_name(folded, at + 1, kind) if folded[at : at + 1] == " " else None
    if body is None:
        return None
    return Role(head.start(), body.end, restored(folded[head.start() : body.end]), body.name, body.id)


def restored(text: str) -> str:
    """`text` with the spellings given back that folding changed («رییس» as «رئیس»)."""
    spellings = person_lexicon().spellings
    return " ".join(spellings.get(word, word) for word in text.split(" "))


def is_head(word: str) -> bool:
    """Whether `word`, a skeleton, opens a body or a role."""
    return word in lexicon().heads or word in person_lexicon().roles
