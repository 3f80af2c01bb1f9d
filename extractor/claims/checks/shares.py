"""A percent against the counts beside it: 3 of 28 is 10.7 percent, not 13."""

from collections.abc import Iterator, Sequence

from corpus.registry import load
from corpus.schema import Check, Record
from extractor.claims.checks.figures import number, of, printed, together

# A percent in whole numbers may be half a percent off its counts, one that is said to be about so three.
ROUNDING = {"eq": 0.55, "approx": 3.0}


def shares(records: Sequence[Record], _title: int) -> Iterator[tuple[Record, Check]]:
    """Doubts about percents that are not what their counts make."""
    pairs = [(one.share, one.of) for programme in load().programmes for one in programme.relations if one.share]
    for group in together(records).values():
        for part, whole in pairs:
            if part and whole:
                yield from _compared(group, part, whole)


def _compared(group: Sequence[Record], part: str, whole: str) -> Iterator[tuple[Record, Check]]:
    counts, totals = of(group, part, percent=False), of(group, whole, percent=False)
    for percent in of(group, part, percent=True):
        for count in counts:
            for total in totals:
                doubt = _doubt(percent, count, total)
                if doubt:
                    yield percent, doubt
                    yield count, doubt


def _doubt(percent: Record, count: Record, total: Record) -> Check | None:
    said, some, every = number(percent), number(count), number(total)
    if said is None or some is None or not every:
        return None
    made = 100 * some / every
    slack = max(ROUNDING.get(one.value.comparator, 0.0) for one in (percent, count, total) if one.value)
    # Decimals that are printed bind closer, but never closer than their last place.
    if abs(made - said) <= slack:
        return None
    message = f"{printed(some)} از {printed(every)} برابر {printed(made)} درصد است، نه {printed(said)} درصد"
    return Check(code="count_vs_percent", message=message)
