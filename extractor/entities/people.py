"""Persons in a text: name, role and organisation, and later mentions by surname, by role alone, or by «وی»."""

import re
from collections.abc import Sequence

from corpus.folding import skeleton
from extractor.annotations import Mention, PersonMention
from extractor.entities.free_names import without_role
from extractor.entities.known_people import Known, merged
from extractor.entities.lexicon import person_lexicon
from extractor.entities.names_before import name_before
from extractor.entities.person_names import Name, name_at
from extractor.entities.roles import Role, chained, find_roles, restored
from extractor.entities.skeletons import key
from extractor.entities.speakers import pointing_back
from extractor.entities.surnames import by_surname
from extractor.entities.taken import Taken, apart

_WORD = re.compile(r"[ ،,]*([^\W\d_]+)")


def find_people(folded: str, bodies: Sequence[Mention]) -> list[PersonMention]:
    """Persons in `folded`, sorted; `bodies` are `find_bodies(folded)`.

    A later mention by surname («نادری») or by the same role carries the full name, role and organisation given before;
    what only points back («وی») has `anaphora`. A role without a name is a person of name None. Titles are left out of
    the name and of the span.
    """
    roles = _chains(folded, list(find_roles(folded, bodies)))
    named = [one for place in range(len(roles)) if (one := _person(folded, roles, place))]
    full, alone = without_role(folded, [*named, *bodies])
    first = apart([*named, *full])
    if not first and not alone:
        return []
    known = merged([one for one in first if one.name])
    who = Known(known)
    resolved = [who.by_name(who.by_role(one)) for one in first]
    later = apart([*resolved, *by_surname(folded, known, [*resolved, *bodies])])
    taken = Taken(later)
    people = apart([*later, *(one for one in alone if not taken.overlaps(one.start, one.end))])
    return apart([*people, *pointing_back(folded, people)])


def _chains(folded: str, roles: list[Role]) -> list[Role]:
    """`roles`, those of one person as one: «عضو هیئت مدیره و معاون بانک …», «…، معاون وزیر نفت و مدیرعامل شرکت …»."""
    found: list[Role] = []
    for role in roles:
        last = found[-1] if found else None
        if last and role.organization and folded[last.end : role.start] == " و " and _of_one(folded, last):
            found[-1] = chained(folded, last, role)
        else:
            found.append(role)
    return found


def _of_one(folded: str, role: Role) -> bool:
    if role.organization is None and not role.text.startswith(("رئیس جمهور", "رئیسجمهور", "معاون اول")):
        return True
    name = name_before(folded, role.start)
    return name is not None and name.sure


def _person(folded: str, roles: Sequence[Role], place: int) -> PersonMention | None:
    role = roles[place]
    before = name_before(folded, role.start)
    after = None if before and before.sure else _name_after(folded, roles, place)
    name = after or before
    if name is None and role.organization is None and not _stands_alone(folded, role):
        return None
    if name is None:
        return PersonMention(role.start, role.end, None, role.text, role.organization, role.organization_id)
    start, end = min(role.start, name.start), max(role.end, name.end)
    if "(" in folded[name.end : role.start] and folded[end : end + 1] == ")":
        end += 1
    spelt = restored(folded[name.start : name.end])
    return PersonMention(start, end, spelt, role.text, role.organization, role.organization_id)


def _stands_alone(folded: str, role: Role) -> bool:
    """Whether a role without name and body still means somebody."""
    words = person_lexicon()
    if skeleton(role.text) in words.weak:
        return False
    if skeleton(role.text.split(" ")[0]) not in words.spoken:
        return True
    word = _WORD.match(folded, role.end)
    return word is not None and key(word[1]) in words.saying - {"از", "به"}


def _name_after(folded: str, roles: Sequence[Role], place: int) -> Name | None:
    """The name behind a role; one that a comma parts from it and its own role follows is another person's."""
    at = roles[place].end
    while at < len(folded) and folded[at] in " ،,":
        at += 1
    name = name_at(folded, at, len(folded))
    following = roles[place + 1].start if place + 1 < len(roles) else -1
    parted = folded[roles[place].end : at].strip() != ""
    if name and parted and 0 <= following - name.end <= 2 and not folded[name.end : following].strip(" ،,-("):
        return None
    return name
