"""What the trained reader makes of the figures of a reading."""

import os
from functools import cache, cached_property
from pathlib import Path

from extractor.annotations import Quantity
from extractor.claims.learned.items import Item, figures
from extractor.claims.learned.words import Words
from extractor.claims.reading import Reading
from models.claims import FIGURES, Judgement, Reader


@cache
def installed(model: Path) -> bool:
    """Whether a reader's file is there and readers are wanted: DIDEBAN_READERS=off goes by the rules alone."""
    return os.environ.get("DIDEBAN_READERS") != "off" and model.exists()


class Judged:
    """Judgements of one reading, made when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def figure(self, quantity: Quantity) -> Judgement | None:
        """What `quantity` states; None where there is no model."""
        return self._figures.get((quantity.start, quantity.end))

    @property
    def taught(self) -> frozenset[str]:
        """The indicators that the reader was taught; none without it."""
        return _taught() if installed(FIGURES) else frozenset()

    @cached_property
    def _figures(self) -> dict[tuple[int, int], Judgement]:
        return _judged(figures(self._reading, Words(self._reading))) if installed(FIGURES) else {}


@cache
def _taught() -> frozenset[str]:
    return frozenset(label.split()[-1] for label in Reader(FIGURES).labels)


def _judged(passages: list[list[Item]]) -> dict[tuple[int, int], Judgement]:
    reader = Reader(FIGURES)
    found: dict[tuple[int, int], Judgement] = {}
    for items in passages:
        told = reader.judge([item.features for item in items])
        found |= {(item.figure.start, item.figure.end): one for item, one in zip(items, told, strict=True)}
    return found
