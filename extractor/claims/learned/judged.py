"""What the trained readers make of the figures and bodies of a reading."""

import os
from functools import cache, cached_property
from pathlib import Path

from extractor.annotations import Mention, Quantity
from extractor.claims.learned.items import Item, bodies, figures
from extractor.claims.learned.words import Words
from extractor.claims.reading import Reading
from models.claims import FIGURES, STANDINGS, Judgement, Reader


@cache
def installed(model: Path) -> bool:
    """Whether a reader's file is there and readers are wanted: DIDEBAN_READERS=off goes by the rules alone."""
    return os.environ.get("DIDEBAN_READERS") != "off" and model.exists()


class Judged:
    """Judgements of one reading, made when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = Words(reading)

    def figure(self, quantity: Quantity) -> Judgement | None:
        """What `quantity` states; None where there is no model."""
        return self._figures.get((quantity.start, quantity.end))

    def standing(self, body: Mention) -> Judgement | None:
        """How `body` is said to stand; None where there is no model."""
        return self._standings.get((body.start, body.end))

    @cached_property
    def _figures(self) -> dict[tuple[int, int], Judgement]:
        return _judged(figures(self._reading, self._words), Reader(FIGURES)) if installed(FIGURES) else {}

    @cached_property
    def _standings(self) -> dict[tuple[int, int], Judgement]:
        return _judged(bodies(self._reading, self._words), Reader(STANDINGS)) if installed(STANDINGS) else {}


def _judged[Asked: (Quantity, Mention)](
    passages: list[list[Item[Asked]]], reader: Reader
) -> dict[tuple[int, int], Judgement]:
    found: dict[tuple[int, int], Judgement] = {}
    for items in passages:
        told = reader.judge([item.features for item in items])
        found |= {(item.asked.start, item.asked.end): one for item, one in zip(items, told, strict=True)}
    return found
