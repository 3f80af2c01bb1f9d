"""What the trained reader is asked about: the figures of a reading, in rows with their features."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from extractor.annotations import Quantity
from extractor.claims.learned.figure_features import FigureFeatures
from extractor.claims.learned.words import Words
from extractor.claims.reading import Clause, Reading


@dataclass(frozen=True, slots=True)
class Item:
    """A figure, the clause it stands in, and what the reader is told of it."""

    figure: Quantity
    clause: Clause
    features: tuple[str, ...]


def _passages(reading: Reading) -> Iterator[list[Clause]]:
    """Clauses that are read together: those of a paragraph, or of a table's rows."""
    places = groupby(
        range(len(reading.clauses)),
        lambda place: "row" if reading.rows.at(place) else reading.document.sentences[place].paragraph,
    )
    for _, group in places:
        yield [clause for place in group for clause in reading.clauses[place]]


def figures(reading: Reading, words: Words) -> list[list[Item]]:
    """The figures of each passage that has any."""
    features = FigureFeatures(reading, words)
    passages = (
        [
            Item(one, clause, tuple(features.of(one, clause)))
            for clause in passage
            for one in reading.quantities(clause)
            if one.kind != "points"
        ]
        for passage in _passages(reading)
    )
    return [items for items in passages if items]
