"""Faults of programmes: names of nothing, units that nobody counts, words that are no pattern."""

import re
from collections.abc import Iterator, Sequence

from corpus.registry.entries import Programme
from corpus.registry.reading import Report
from corpus.schema import UNITS


def programme_faults(programmes: Sequence[Programme], known: set[str], report: Report) -> Iterator[str]:
    """Programmes and indicators that stand twice, and what they name without its being there.

    `known` are the ids of bodies, groups, platforms and laws.
    """
    codes = [one.code for programme in programmes for one in programme.indicators]
    ids = [one.id for one in programmes]
    units = {*UNITS, *(unit for programme in programmes for unit in programme.units)}
    for programme in programmes:
        own = [one.code for one in programme.indicators]
        if ids.count(programme.id) > 1:
            yield report(programme, f"the programme {programme.id} stands twice")
        yield from (report(programme, f"the indicator {one} stands twice") for one in own if codes.count(one) > 1)
        for owner, what in _references(programme):
            if what not in {*known, *codes}:
                yield report(programme, f"{owner} names {what}, which is not known")
        for owner, unit in _counted(programme):
            if unit not in units:
                yield report(programme, f"{owner} counts in {unit}, a unit of no programme")
        yield from (report(programme, f"«{one}» is no pattern: {why}") for one, why in _no_patterns(programme))


def _references(programme: Programme) -> Iterator[tuple[str, str]]:
    yield from (("a sign", sign.indicator) for sign in programme.signs)
    yield from (("a task", what) for task in programme.tasks for what in (task.indicator, task.bound) if what)
    yield from (("a standing", indicator) for indicator in programme.standings.values())
    for relation in programme.relations:
        named = (relation.share, relation.growth, relation.of, relation.whole, *relation.parts)
        yield from (("a relation", one) for one in named if one)
    for indicator in programme.indicators:
        if indicator.otherwise:
            yield indicator.code, indicator.otherwise
    yield from (("a name", body) for body in programme.names)
    for platform in programme.platforms:
        if platform.owner:
            yield platform.id, platform.owner
    for duty in programme.obligations:
        yield from ((duty.id, what) for what in (duty.indicator, duty.law, duty.bound))


def _counted(programme: Programme) -> Iterator[tuple[str, str]]:
    yield from ((one.code, unit) for one in programme.indicators for unit in one.units)
    yield from (("a sign", unit) for sign in programme.signs for unit in sign.unit)
    yield from ((one.id, one.target.unit) for one in programme.obligations if one.target)


def _no_patterns(programme: Programme) -> Iterator[tuple[str, re.error]]:
    words = (programme.topic, *programme.units.values(), *programme.cues.values())
    for one in (word for some in words for word in some):
        try:
            re.compile(one)
        except re.error as error:
            yield one, error
