"""What the trained reader makes of the figures of a reading."""

import os
from functools import cache, cached_property
from pathlib import Path

from corpus.registry import load
from extractor.annotations import Quantity
from extractor.claims.learned.items import Item, figures
from extractor.claims.learned.words import Words
from extractor.claims.reading import Reading
from models.claims import FIGURES, Judgement, Reader


def model() -> Path | None:
    """The reader's file, None where there is none or readers are not wanted.

    DIDEBAN_READERS names another file, or is «off» to go by the rules alone.
    """
    wanted = os.environ.get("DIDEBAN_READERS")
    file = Path(wanted) if wanted else FIGURES
    return None if wanted == "off" or not file.exists() else file


class Judged:
    """Judgements of one reading, made when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def figure(self, quantity: Quantity) -> Judgement | None:
        """What `quantity` states; None where there is no model."""
        return self._figures.get((quantity.start, quantity.end))

    @property
    def taught(self) -> frozenset[str]:
        """The indicators that the reader was taught: those of programmes of which it knows most; none without it.

        A programme of which a few facts happen to stand in its examples is read by its signs.
        """
        file = model()
        return _taught(file) if file else frozenset()

    @cached_property
    def _figures(self) -> dict[tuple[int, int], Judgement]:
        file = model()
        return _judged(figures(self._reading, Words(self._reading)), file) if file else {}


@cache
def _taught(file: Path) -> frozenset[str]:
    known = {label.split()[-1] for label in Reader(file).labels}
    programmes = [{one.code for one in programme.indicators} for programme in load().programmes]
    return frozenset(code for codes in programmes if 2 * len(codes & known) > len(codes) for code in codes & known)


def _judged(passages: list[list[Item]], file: Path) -> dict[tuple[int, int], Judgement]:
    reader = Reader(file)
    found: dict[tuple[int, int], Judgement] = {}
    for items in passages:
        told = reader.judge([item.features for item in items])
        found |= {(item.figure.start, item.figure.end): one for item, one in zip(items, told, strict=True)}
    return found
