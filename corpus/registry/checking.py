"""Faults that only show when the registry is seen as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from corpus.registry.entries import Body, Entry, Group, Head, Law, Named, Programme
from corpus.registry.lifetimes import lifetimes, parents, successors
from corpus.registry.naming import doubled_bare, doubled_laws, doubled_names, nameless
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
    named += [(platform, programme) for programme in programmes for platform in programme.platforms]
    return [
        *_doubled_ids(named, laws, report),
        *doubled_names(named, report),
        *doubled_bare(bodies, known.heads, report),
        *doubled_laws(laws, report),
        *nameless(bodies, report),
        *parents(bodies, report),
        *successors(bodies, report),
        *lifetimes(bodies, report),
        *_programmes(programmes, {one.id for one, _ in named}, {one.id for one in laws}, report),
    ]


def _doubled_ids(named: Sequence[tuple[Named, Entry]], laws: Sequence[Law], report: Report) -> Iterator[str]:
    seen: set[str] = set()
    pairs: list[tuple[str, Entry]] = [*((one.id, place) for one, place in named), *((one.id, one) for one in laws)]
    for entry_id, place in pairs:
        if entry_id in seen:
            yield report(place, f"the id {entry_id} stands twice")
        seen.add(entry_id)


def _programmes(programmes: Sequence[Programme], known: set[str], laws: set[str], report: Report) -> Iterator[str]:
    codes: set[str] = set()
    for programme in programmes:
        for indicator in programme.indicators:
            if indicator.code in codes:
                yield report(programme, f"the indicator {indicator.code} stands twice")
            codes.add(indicator.code)
    for programme in programmes:
        for owner, what in _references(programme):
            if what not in known | laws | codes:
                yield report(programme, f"{owner} names {what}, which is not known")


def _references(programme: Programme) -> Iterator[tuple[str, str]]:
    yield from (("a sign", sign.indicator) for sign in programme.signs)
    yield from (("a task", task.indicator) for task in programme.tasks)
    for platform in programme.platforms:
        if platform.owner:
            yield platform.id, platform.owner
    for duty in programme.obligations:
        yield from ((duty.id, what) for what in (duty.indicator, duty.law, duty.bound))
