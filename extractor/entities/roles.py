"""Roles that persons hold, with the body they hold them in: «معاون دولت الکترونیک سازمان فناوری اطلاعات»."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.folding import fold_characters, skeleton
from corpus.registry import load
from extractor.annotations import Mention, Span, annotation
from extractor.entities.lexicon import ends_name, lexicon, person_lexicon
from extractor.entities.lists import bare_name
from extractor.entities.role_units import around
from extractor.entities.skeletons import key

_MAX_WORDS = 9
_SEAT_REACH = 90
_WORD = re.compile(r" ([^\W_]+)")
_LAST_WORD = re.compile(r"([^\W_]+)\s\Z")
_SEAT = re.compile(r"(?: (?:و )?[^\W\d_]+،?)+? در (?=[^\W\d_])")
_CONCERNS = re.compile(r" در (?:امور|حوزه) (?!(?:این|آن|همه)(?![^\W_]))[^\W\d_]+(?: و [^\W\d_]+)?")


@annotation
class Role(Span):
    """A role as written: `text` without the body, and the body where one stands behind it."""

    text: str
    organization: str | None = None
    organization_id: str | None = None


def find_roles(folded: str, bodies: Sequence[Mention]) -> Iterator[Role]:
    """Role phrases outside the names of `bodies` (sorted), in order."""
    starts = [one.start for one in bodies]
    at = 0
    for head in _heads().finditer(folded):
        place = bisect_left(starts, head.end())
        inside_body = place > 0 and bodies[place - 1].end > head.start()
        if head.start() < at or inside_body:
            continue
        role = _role(folded, head, bodies, starts)
        at = role.end
        if not _of_anyone(folded, role):
            yield role


def chained(folded: str, first: Role, second: Role) -> Role:
    """The two as one role, in the body of the last: «عضو هیئت مدیره و معاون بانک کشاورزی»."""
    text = restored(folded[first.start : second.start]) + second.text
    return Role(first.start, second.end, text, second.organization, second.organization_id)


def _of_anyone(folded: str, role: Role) -> bool:
    """Whether several or anyone are meant («یکی از معاونان وزیر», «یک نماینده»), or no role at all."""
    words = person_lexicon()
    before = _LAST_WORD.search(folded, max(0, role.start - 20), role.start)
    spelt = key(before[1]) if before else ""
    if spelt in {"این", "همین"} and role.text.split(" ")[0] in words.called:
        return True  # «این نماینده مجلس» points back: `speakers`
    if spelt in words.crowds or spelt in words.anyone:
        return True
    return role.organization is None and any(key(word) in words.no_role for word in role.text.split(" "))


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(map(fold_characters, _spaced_roles()), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(words)})(?![^\W_])")


def _spaced_roles() -> list[str]:
    joined = {skeleton(word): word for word in person_lexicon().role_texts}
    return [re.sub(r"[ \u200c]", " ?", word) for word in joined.values()]


def _role(folded: str, head: re.Match[str], bodies: Sequence[Mention], starts: list[int]) -> Role:
    """The role that begins with `head`, up to the body it is held in."""
    found = _of_kind(folded, head.start(), head.start(), head.end()) or _seat(folded, head, bodies, starts)
    if found is not None:
        return found
    end, body = head.end(), None
    at = head.end()
    for _ in range(_MAX_WORDS):
        place = bisect_left(starts, at)
        if place < len(bodies) and bodies[place].start == at + 1 and folded[at] == " ":
            body = around(folded, bodies[place])
            if body is bodies[place] and folded.endswith(" و", 0, at):
                body = None
            break
        body = _bare(folded, at) if at > head.end() else None
        if body:
            break
        word = _WORD.match(folded, at)
        if word is None or not (_goes_on(folded, word) or _sits_in(head, word, bodies, place)):
            break
        found = _of_kind(folded, head.start(), word.start(1), word.end())
        if found is not None:
            return found
        at = word.end()
        if key(word[1]) not in person_lexicon().role_words or key(word[1]) in person_lexicon().former:
            end = at
    if body is None or body.type == "platform":
        return Role(head.start(), end, restored(folded[head.start() : end]))
    text = restored(folded[head.start() : body.start].strip().removesuffix(" در"))
    return Role(head.start(), body.end, text, body.name, body.id)


def _bare(folded: str, at: int) -> Mention | None:
    """The body of one or two bare words behind a role: «مدیر روابط عمومی راه‌آهن»."""
    end, spelt = at, ""
    for _ in range(2):
        word = _WORD.match(folded, end)
        if word is None:
            return None
        end, spelt = word.end(), spelt + key(word[1])
        found = person_lexicon().behind_role.get(spelt)
        if found:
            entry = load().get(found)
            return Mention(at + 1, end, entry.id, entry.name, "agency")
    return None


def _seat(folded: str, head: re.Match[str], bodies: Sequence[Mention], starts: list[int]) -> Role | None:
    """«نماینده مردم تهران، ری و شمیرانات در مجلس»: the body behind «در», with places and commas before it."""
    if key(head.group()) not in person_lexicon().sits_in:
        return None
    seat = _SEAT.match(folded, head.end(), head.end() + _SEAT_REACH)
    if seat is None or _busy(folded[head.end() : seat.end()]):
        return None
    text = restored(folded[head.start() : seat.end() - len(" در ")])
    place = bisect_left(starts, seat.end())
    if place < len(bodies) and bodies[place].start == seat.end():
        return Role(head.start(), bodies[place].end, text, bodies[place].name, bodies[place].id)
    word = _WORD.match(folded, seat.end() - 1)
    body = person_lexicon().bare_bodies.get(key(word[1])) if word else None
    entry = load().get(body) if body else None
    return Role(head.start(), word.end(), text, entry.name, entry.id) if word and entry else None


def _busy(words: str) -> bool:
    """Whether what should be places holds a verb, another role or the like."""
    spelt = [key(word.strip("،")) for word in words.split()]
    return any(word not in {"در", "و"} and (ends_name(word) or is_head(word)) for word in spelt)


def _sits_in(head: re.Match[str], word: re.Match[str], bodies: Sequence[Mention], place: int) -> bool:
    """«نماینده … در مجلس»: «در» leads to the body."""
    leads = word[1] == "در" and key(head.group()) in person_lexicon().sits_in
    return leads and place < len(bodies) and bodies[place].start == word.end() + 1


def _goes_on(folded: str, word: re.Match[str]) -> bool:
    spelt = key(word[1])
    words = person_lexicon()
    if spelt in words.role_words:
        return True
    if folded.startswith(" الملل", word.end()) or (spelt == "بینالملل"):
        return True
    return not ends_name(spelt) and spelt not in words.titles | words.saying and not _given(spelt)


def _given(spelt: str) -> bool:
    words = person_lexicon()
    return spelt in words.given and spelt not in words.ordinary


def _of_kind(folded: str, start: int, at: int, end: int) -> Role | None:
    """«وزیر نفت», «معاون استاندار فارس»: the bare name behind the word at `at:end` is that of the body."""
    kind = person_lexicon().kinds.get(folded[at:end])
    if kind is None:
        return None
    word = _WORD.match(folded, end)
    if word and key(word[1]) in person_lexicon().former:
        end = word.end()
    body = bare_name(folded, end + 1, kind) if folded[end : end + 1] == " " else None
    if body is None:
        return None
    abroad = _WORD.match(folded, body.end)
    if abroad and key(abroad[1]) in lexicon().abroad:
        return Role(start, abroad.end(), restored(folded[start : abroad.end()]))
    concerns = _CONCERNS.match(folded, body.end) if start < at else None
    last = concerns.end() if concerns else body.end
    return Role(start, last, restored(folded[start:last]), body.name, body.id)


def restored(text: str) -> str:
    """`text` with the spellings given back that folding changed («رییس» as «رئیس»)."""
    spellings = person_lexicon().spellings
    return " ".join(spellings.get(word, word) for word in text.split(" "))


def is_head(word: str) -> bool:
    """Whether `word`, a skeleton, opens a body or a role."""
    return word in lexicon().heads or word in person_lexicon().roles
