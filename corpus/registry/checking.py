"""Faults that only show when the registry is seen as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from corpus.registry.entries import Body, Entry, Group, Head, Law, Named, Programme
from corpus.registry.lifetimes import lifetimes, parents, successors
from corpus.registry.naming import doubled_bare, doubled_laws, doubled_names, nameless
from corpus.registry.programme_checks import programme_faults
from corpus.registry.reading import Document, Report, Step

type Places = dict[int, tuple[Document, tuple[Step, ...]]]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the files of one registry hold."""

    bodies: Sequence[Body]
    groups: Sequence[Group]
    laws: Sequence[Law]
    programmes: Sequence[Programme]
    heads: Sequence[Head]


def check(known: Contents, places: Places) -> list[str]:
    """All faults between entries, as `file:line: message`; `places` says where each entry stands, by its `id()`."""

    def report(entry: BaseModel, message: str) -> str:
        if id(entry) not in places:
            return message
        document, steps = places[id(entry)]
        return document.fault(document.line(*steps), message)

    bodies, laws, programmes = known.bodies, known.laws, known.programmes
    named: list[tuple[Named, Entry]] = [(one, one) for one in [*bodies, *known.groups]]
    named += [(one, programme) for programme in programmes for one in (*programme.platforms, *programme.groups)]
    laws = [*laws, *(law for programme in programmes for law in programme.laws)]
    return [
        *_doubled_ids(named, laws, report),
        *doubled_names(named, report),
        *doubled_bare(bodies, known.heads, report),
        *doubled_laws(laws, report),
        *nameless(bodies, report),
        *parents(bodies, report),
        *successors(bodies, report),
        *lifetimes(bodies, report),
        *programme_faults(programmes, {*(one.id for one, _ in named), *(one.id for one in laws)}, report),
    ]


def _doubled_ids(named: Sequence[tuple[Named, Entry]], laws: Sequence[Law], report: Report) -> Iterator[str]:
    seen: set[str] = set()
    pairs: list[tuple[str, Entry]] = [*((one.id, place) for one, place in named), *((one.id, one) for one in laws)]
    for entry_id, place in pairs:
        if entry_id in seen:
            yield report(place, f"the id {entry_id} stands twice")
        seen.add(entry_id)
