"""Faults in who stands above whom, who followed whom, and when bodies began and ended."""

from collections.abc import Iterator, Mapping, Sequence

from corpus.registry.entries import Body
from corpus.registry.reading import Report


def parents(bodies: Sequence[Body], report: Report) -> Iterator[str]:
    """Units without a parent, parents that are not known or stand below their own child, and parents that ended."""
    above = {one.id: one.parent for one in bodies}
    ends = {one.id: one.valid_to for one in bodies}
    for body in bodies:
        if body.unit and not body.parent:
            yield report(body, f"{body.id} is a unit without a parent")
        if not body.parent:
            continue
        if body.parent not in above:
            yield report(body, f"{body.id} has an unknown parent {body.parent}")
        circle = _circle(body.id, above)
        if circle:
            yield report(body, f"{body.id} is its own ancestor: {circle}")
        ended = ends.get(body.parent)
        if ended and (body.valid_to is None or _last_day(body.valid_to) > _last_day(ended)):
            yield report(body, f"{body.id} goes on, but its parent {body.parent} ended in {ended}")


def successors(bodies: Sequence[Body], report: Report) -> Iterator[str]:
    """Successors that are not known, follow themselves, ended first, or follow a body that has not ended."""
    after = {one.id: one.successor for one in bodies}
    ends = {one.id: one.valid_to for one in bodies}
    for body in bodies:
        if not body.successor:
            continue
        if body.successor not in after:
            yield report(body, f"{body.id} has an unknown successor {body.successor}")
        circle = _circle(body.id, after)
        if circle:
            yield report(body, f"{body.id} is its own successor: {circle}")
        if not body.valid_to:
            yield report(body, f"{body.id} has a successor but no valid_to")
            continue
        ended = ends.get(body.successor)
        if ended and _last_day(ended) < _last_day(body.valid_to):
            yield report(body, f"the successor {body.successor} of {body.id} ended before it, in {ended}")


def lifetimes(bodies: Sequence[Body], report: Report) -> Iterator[str]:
    """Bodies that ended before they began."""
    for body in bodies:
        if body.valid_from and body.valid_to and _first_day(body.valid_from) > _last_day(body.valid_to):
            yield report(body, f"{body.id} begins in {body.valid_from}, after its end in {body.valid_to}")


def _circle(start: str, following: Mapping[str, str | None]) -> str | None:
    """The way that leads from `start` back to it, where there is one."""
    seen = [start]
    after = following.get(start)
    while after and after not in seen:
        seen.append(after)
        after = following.get(after)
    return " > ".join(seen) if after == start else None


def _first_day(day: str) -> str:
    return day if len(day) > 4 else f"{day}-01-01"


def _last_day(day: str) -> str:
    # Days are only compared, so that the year's last need not be a real one.
    return day if len(day) > 4 else f"{day}-12-31"
