"""Two figures for one thing: the title's against the body's, a body's own against another's."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from corpus.schema import Check, Record
from extractor.claims.checks.figures import number, printed, together, unit


def disagreements(records: Sequence[Record], title: int) -> Iterator[tuple[Record, Check]]:
    """Doubts about figures of one subject, indicator, unit and time that are not the same."""
    for group in together(records).values():
        for one, other in combinations(group, 2):
            if (one.indicator, unit(one)) != (other.indicator, unit(other)) or number(one) == number(other):
                continue
            check = _of_title(one, other, title) or _of_claimants(one, other)
            if check:
                yield one, check
                yield other, check


def _of_title(one: Record, other: Record, title: int) -> Check | None:
    only = [all(evidence.end <= title for evidence in record.evidence) for record in (one, other)]
    if only[0] == only[1] or _rounds(one, other):
        return None
    above, below = (one, other) if only[0] else (other, one)
    told = f"تیتر {printed(number(above) or 0.0)} می‌گوید و متن {printed(number(below) or 0.0)}"
    return Check(code="title_vs_body", message=told)


def _rounds(one: Record, other: Record) -> bool:
    """Whether one figure is the other to the nearest whole number."""
    first, second = number(one), number(other)
    return first is not None and second is not None and round(first) == round(second)


def _of_claimants(one: Record, other: Record) -> Check | None:
    """A body's word on itself against another's."""
    own = [_speaks_of_itself(record) for record in (one, other)]
    if own[0] == own[1] or not (one.claimant and other.claimant):
        return None
    self_told, told = (one, other) if own[0] else (other, one)
    who = told.claimant and (told.claimant.organization or told.claimant.name or told.claimant.mention)
    figures = [printed(number(record) or 0.0) for record in (self_told, told)]
    message = f"{self_told.subject.name} خود {figures[0]} اعلام کرده و {who} {figures[1]}"
    return Check(code="self_vs_other", message=message)


def _speaks_of_itself(record: Record) -> bool:
    claimant = record.claimant
    if claimant is None:
        return False
    return claimant.id == record.subject.id if claimant.id else claimant.organization == record.subject.name
