"""Persons in a text: name, role and organisation, and later mentions by surname or by role alone."""

import re
from collections.abc import Iterator, Sequence

from corpus.folding import skeleton
from extractor.annotations import Mention, PersonMention
from extractor.entities.lexicon import is_verb, person_lexicon
from extractor.entities.person_names import Name, given_count, name_at, name_before, opens, starts_speech, word_before
from extractor.entities.roles import Role, find_roles, restored
from extractor.entities.skeletons import ends_word, key, skeleton_of, starts_word
from extractor.entities.taken import Taken, apart

# «زارع‌پور: …», as headlines name a speaker before the text does.
_HEADLINE = re.compile(r" ?:")
_WORD = re.compile(r"[ ،,]*([^\W\d_]+)")


def find_people(folded: str, bodies: Sequence[Mention]) -> list[PersonMention]:
    """Persons in `folded`, sorted; `bodies` are `find_bodies(folded)`.

    A later mention by surname («نادری») or by the same role carries the full name, role and organisation given before.
    A role without a name is a person of name None. Titles are left out of the name and of the span.
    """
    named = [one for role in find_roles(folded, bodies) if (one := _person(folded, role))]
    free = list(_without_role(folded, [*named, *bodies]))
    first = sorted([*named, *free], key=lambda one: (one.start, -one.end))
    known = _merged([one for one in first if one.name])
    resolved = [_by_role(one, known) for one in first]
    later = _by_surname(folded, known, [*resolved, *bodies])
    return apart([*resolved, *later])


def _person(folded: str, role: Role) -> PersonMention | None:
    before = name_before(folded, role.start)
    after = None if before and before.sure else _name_after(folded, role)
    name = after or before
    if name is None and role.organization is None and not _stands_alone(folded, role):
        return None
    if name is None:
        return PersonMention(role.start, role.end, None, role.text, role.organization, role.organization_id)
    start, end = min(role.start, name.start), max(role.end, name.end)
    return PersonMention(start, end, _spelt(folded, name), role.text, role.organization, role.organization_id)


def _stands_alone(folded: str, role: Role) -> bool:
    """Whether a role without name and body still means somebody."""
    words = person_lexicon()
    if skeleton(role.text) in words.weak:
        return False
    if skeleton(role.text.split(" ")[0]) not in words.spoken:
        return True
    word = _WORD.match(folded, role.end)
    return word is not None and key(word[1]) in words.saying


def _name_after(folded: str, role: Role) -> Name | None:
    at = role.end
    while at < len(folded) and folded[at] in " ،,":
        at += 1
    return name_at(folded, at, len(folded))


def _spelt(folded: str, name: Name) -> str:
    return restored(folded[name.start : name.end])


def _without_role(folded: str, taken: Sequence[PersonMention | Mention]) -> Iterator[PersonMention]:
    """Speakers named in full without a role: «به گفته رضا احمدی», «رضا احمدی گفت»."""
    spoken_for = Taken(taken)
    for start in starts_speech(folded):
        name = name_at(folded, start, len(folded))
        if name is None or spoken_for.overlaps(name.start, name.end):
            continue
        word = _WORD.match(folded, name.end)
        says = word is None or key(word[1]) in person_lexicon().saying or is_verb(key(word[1]))
        if says and folded[name.surname : name.end] and _enough(folded, name):
            yield PersonMention(name.start, name.end, _spelt(folded, name), None, None)


def _enough(folded: str, name: Name) -> bool:
    """Whether the name is more than a common word: its given name is none, or its surname is known."""
    words = person_lexicon()
    given = skeleton(folded[name.start : name.surname])
    return bool(given) and (given not in words.ordinary or skeleton(folded[name.surname : name.end]) in words.surnames)


def _merged(people: list[PersonMention]) -> list[PersonMention]:
    """One mention for each name, the first one with a role before others."""
    best: dict[str, PersonMention] = {}
    for one in people:
        spelt = key(one.name or "")
        if spelt not in best or (best[spelt].role is None and one.role):
            best[spelt] = one
    return list(best.values())


def _by_role(one: PersonMention, known: list[PersonMention]) -> PersonMention:
    """`one`, a role alone, under the name of whom the text gives that role to."""
    if one.name or not one.role:
        return one
    role = key(one.role)
    fits = [other for other in known if other.role and _same_role(role, one, other)]
    if len({other.name for other in fits}) != 1:
        return one
    other = fits[0]
    return PersonMention(one.start, one.end, other.name, other.role, other.organization, other.organization_id)


def _same_role(role: str, one: PersonMention, other: PersonMention) -> bool:
    known = key(other.role or "")
    if one.organization is None:
        return len(role) > 6 and known.startswith(role) and role != key((other.role or "").split(" ")[0])
    same_body = one.organization_id == other.organization_id and one.organization == other.organization
    return same_body and (known.startswith(role) or role.startswith(known) or _minister(role, known))


def _minister(role: str, known: str) -> bool:
    return role.startswith("وزیر") and known.startswith("وزیر")


def _by_surname(
    folded: str, known: list[PersonMention], taken: Sequence[PersonMention | Mention]
) -> Iterator[PersonMention]:
    spelt = skeleton_of(folded)
    spoken_for = Taken(taken)
    for person in known:
        surname = key(surname_of(person.name or ""))
        if len(surname) < 3:
            continue
        at = spelt.text.find(surname)
        while at >= 0:
            start, end = spelt.span(at, at + len(surname))
            at = spelt.text.find(surname, at + 1)
            headline = _HEADLINE.match(folded, end) is not None
            if (start < person.start and not headline) or not (starts_word(folded, start) and ends_word(folded, end)):
                continue
            if "\n" in folded[start:end] or spoken_for.overlaps(start, end):
                continue
            if surname in person_lexicon().ordinary_surnames and not _speaks(folded, start, end):
                continue
            yield PersonMention(start, end, person.name, person.role, person.organization, person.organization_id)


def _speaks(folded: str, start: int, end: int) -> bool:
    """Whether the word at `start:end` opens a sentence or stands behind «به گفته», and no noun goes with it."""
    if word_before(folded, start) in person_lexicon().before_speaker:
        return True
    word = _WORD.match(folded, end)
    spelt = key(word[1]) if word else ""
    return opens(folded, start) and (word is None or spelt in person_lexicon().saying or is_verb(spelt))


def surname_of(name: str) -> str:
    """The surname of a full name: what follows its given names."""
    words = name.split(" ")
    return " ".join(words[given_count([key(word) for word in words]) :])
