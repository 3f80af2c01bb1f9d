"""More sentences from the annotated ones: other names in the same places, other spellings of the same words."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.annotated import Mark
from corpus.folding import skeleton
from corpus.registry import Registry
from models.bodies.data import Text

_ZWNJ = "\u200c"
_SWAPPED = 0.7


@dataclass(frozen=True, slots=True)
class Names:
    """Names to put in the place of others: of bodies by their head word, of persons by how many words they have."""

    bodies: Mapping[str, Sequence[str]]
    persons: Mapping[int, Sequence[str]]


def names(texts: Iterable[Text], registry: Registry, held: frozenset[str] = frozenset()) -> Names:
    """The names that `texts` mark and the registry's names of bodies, but for those whose skeletons are in `held`."""
    bodies: dict[str, set[str]] = defaultdict(set)
    persons: dict[int, set[str]] = defaultdict(set)
    known = [(body.name, *(alias.text for alias in body.aliases if not alias.context)) for body in registry.bodies]
    for text in texts:
        for mark in text.marks:
            name = text.text[mark.start : mark.end]
            if mark.label == "AGENCY":
                bodies[_head(name)].add(name)
            else:
                persons[len(name.split())].add(name)
    for name in (one for every in known for one in every):
        # Heads that no sentence has are popular names («ایمیدرو») or parts of other names.
        if len(name.split()) > 1 and _head(name) in bodies and skeleton(name) not in held:
            bodies[_head(name)].add(name)
    return Names(
        {head: sorted(every) for head, every in bodies.items()},
        {count: sorted(every) for count, every in persons.items()},
    )


def _head(name: str) -> str:
    return skeleton(name.split(maxsplit=1)[0])


def swapped(text: Text, others: Names, chance: random.Random) -> Text:
    """`text` with most of its names exchanged; a name that stands in it twice becomes one other name."""
    chosen: dict[str, str] = {}
    pieces: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for mark in text.marks:
        name = text.text[mark.start : mark.end]
        if name not in chosen:
            chosen[name] = _other(name, mark.label, others, chance)
        between = text.text[at : mark.start]
        start = length + len(between)
        marks.append(Mark(start, start + len(chosen[name]), mark.label))
        pieces += [between, chosen[name]]
        length, at = marks[-1].end, mark.end
    return Text("".join([*pieces, text.text[at:]]), tuple(marks))


def _other(name: str, label: str, others: Names, chance: random.Random) -> str:
    if chance.random() > _SWAPPED:
        return name
    if label == "AGENCY":
        return chance.choice(others.bodies[_head(name)])
    return chance.choice(others.persons[len(name.split())])


def respelled(text: Text, half_space: str) -> Text:
    """`text` with `half_space` for each ZWNJ."""
    moved = [0]
    for char in text.text:
        moved.append(moved[-1] + (len(half_space) if char == _ZWNJ else 1))
    marks = tuple(Mark(moved[mark.start], moved[mark.end], mark.label) for mark in text.marks)
    return Text(text.text.replace(_ZWNJ, half_space), marks)
