"""Growth against the two figures that it is reckoned from."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from corpus.registry import load
from corpus.schema import Check, Record
from extractor.claims.checks.figures import number, printed, unit

# How many percentage points a growth may be off: the figures beside it are often rounded.
SLACK = 1.5


def growths(records: Sequence[Record], _title: int) -> Iterator[tuple[Record, Check]]:
    """Doubts about growths that no two of the figures of the same subject make."""
    for programme in load().programmes:
        for relation in programme.relations:
            if relation.growth:
                yield from _compared(records, relation.growth, relation.of)


def _compared(records: Sequence[Record], growth: str, measured: str | None) -> Iterator[tuple[Record, Check]]:
    for said in (one for one in records if one.indicator == growth):
        figures = [
            one
            for one in records
            if one.indicator == measured and one.subject.name == said.subject.name and unit(one) != "percent"
        ]
        pairs = [pair for one, other in combinations(figures, 2) if (pair := _in_order(one, other))]
        wanted = number(said)
        made = [(before, after, 100 * (after - before) / before) for before, after in pairs if before]
        # With more than two figures it is not known which the growth is of; then one that fits is enough.
        if wanted is None or not made or any(abs(rate - wanted) <= SLACK for _, _, rate in made):
            continue
        before, after, rate = made[0]
        told = f"از {printed(before)} به {printed(after)} رشد {printed(rate)} درصدی است، نه {printed(wanted)} درصدی"
        yield said, Check(code="growth_vs_figures", message=told)


def _in_order(one: Record, other: Record) -> tuple[float, float] | None:
    """The two figures, the earlier first; None where their times are not known or the same."""
    if not (one.as_of and other.as_of and one.as_of.end and other.as_of.end) or one.as_of.end == other.as_of.end:
        return None
    first, last = sorted((one, other), key=lambda record: str(record.as_of and record.as_of.end))
    before, after = number(first), number(last)
    return None if before is None or after is None else (before, after)
