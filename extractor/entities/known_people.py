"""The people that a text names, by name and by role: who a later mention is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotations import PersonMention
from extractor.entities.skeletons import key
from extractor.entities.surnames import surname_of

# A role without a body is told by as many letters at least.
_LETTERS = 7
# So many people of one role or body are looked at, that a long list of names costs no more than a line each.
_MOST = 50
type Body = tuple[str | None, str | None]


def merged(people: Sequence[PersonMention]) -> list[PersonMention]:
    """One mention for each name, the first one with a role before others; a surname goes with the full name."""
    best: dict[str, PersonMention] = {}
    for one in people:
        spelt = key(one.name or "")
        if spelt not in best or (best[spelt].role is None and one.role):
            best[spelt] = one
    full = {key(surname_of(one.name or "")) for one in best.values() if surname_of(one.name or "") != one.name}
    return [one for spelt, one in best.items() if spelt not in full]


class Known:
    """Named people, to be looked up."""

    def __init__(self, people: Sequence[PersonMention]) -> None:
        self._names: defaultdict[str, list[PersonMention]] = defaultdict(list)
        self._bodies: defaultdict[Body, list[PersonMention]] = defaultdict(list)
        self._roles: defaultdict[str, list[PersonMention]] = defaultdict(list)
        for one in people:
            for spelt in {key(one.name or ""), key(surname_of(one.name or ""))}:
                self._names[spelt].append(one)
            if one.role:
                self._bodies[one.organization_id, one.organization].append(one)
                self._roles[key(one.role)[:_LETTERS]].append(one)

    def by_name(self, one: PersonMention) -> PersonMention:
        """`one`, a name alone, with the role of whom the text names so elsewhere, in full or by surname."""
        if one.role or not one.name:
            return one
        fits = self._names.get(key(one.name), [])
        return replace(fits[0], start=one.start, end=one.end) if len(fits) == 1 else one

    def by_role(self, one: PersonMention) -> PersonMention:
        """`one`, a role alone, under the name of whom the text gives that role to."""
        if one.name or not one.role:
            return one
        role = key(one.role)
        if one.organization is None:
            among = self._roles.get(role[:_LETTERS], []) if len(role) >= _LETTERS else []
            fits = [other for other in among[:_MOST] if _bodiless(role, other.role or "")]
        else:
            among = self._bodies.get((one.organization_id, one.organization), [])
            fits = [other for other in among[:_MOST] if _same_role(role, key(other.role or ""))]
        if len({other.name for other in fits}) != 1:
            return one
        return replace(fits[0], start=one.start, end=one.end)


def _bodiless(role: str, known: str) -> bool:
    return key(known).startswith(role) and role != key(known.split(" ", maxsplit=1)[0])


def _same_role(role: str, known: str) -> bool:
    ministers = role.startswith("وزیر") and known.startswith("وزیر")
    return known.startswith(role) or role.startswith(known) or ministers
