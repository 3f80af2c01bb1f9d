"""Doubts that an article's own arithmetic raises, each with the numbers that it compared."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from corpus.schema import Check, Record
from extractor.claims.checks.disagreement import disagreements
from extractor.claims.checks.growth import growths
from extractor.claims.checks.shares import shares
from extractor.claims.checks.sums import sums

# (record, check) of every doubt that one kind of comparison finds; `title` is the end of the title in the text.
Comparison = Callable[[Sequence[Record], int], Iterator[tuple[Record, Check]]]
COMPARISONS: tuple[Comparison, ...] = (shares, sums, growths, disagreements)


def checked(records: Sequence[Record], title: int) -> list[Record]:
    """`records` of one article with their checks; `title` is where the title's line ends in the text."""
    measured = [one for one in records if one.kind == "measurement" and one.value]
    found: dict[str, list[Check]] = defaultdict(list)
    for compare in COMPARISONS:
        for record, check in compare(measured, title):
            if check not in found[record.id]:
                found[record.id].append(check)
    return [one.model_copy(update={"checks": tuple(found[one.id])}) if one.id in found else one for one in records]
