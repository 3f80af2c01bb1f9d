"""What the trained reader makes of the figures of a reading."""

from functools import cache, cached_property
from pathlib import Path

from corpus.registry import load
from extractor.annotations import Quantity
from extractor.claims.learned.items import Item, figures
from extractor.claims.learned.words import Words
from extractor.claims.reading import Reading
from models.claims import Judgement, Reader


class Judged:
    """Judgements of one reading by the reader of `file`, made when first asked for; none where `file` is None."""

    def __init__(self, reading: Reading, file: Path | None) -> None:
        self._reading = reading
        self._file = file

    def figure(self, quantity: Quantity) -> Judgement | None:
        """What `quantity` states; None where there is no model."""
        return self._figures.get((quantity.start, quantity.end))

    @property
    def taught(self) -> frozenset[str]:
        """The indicators that the reader was taught: those of programmes of which it knows most; none without it.

        A programme of which a few facts happen to stand in its examples is read by its signs.
        """
        return _taught(self._file) if self._file else frozenset()

    @cached_property
    def _figures(self) -> dict[tuple[int, int], Judgement]:
        return _judged(figures(self._reading, Words(self._reading)), self._file) if self._file else {}


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
