"""What the trained readers make of the figures and bodies of a reading."""

import os
from functools import cache, cached_property
from pathlib import Path

from extractor.annotations import Mention, Quantity
from extractor.claims.learned.candidates import Candidates
from extractor.claims.learned.items import Item, bodies, figures
from extractor.claims.learned.owner_features import OwnerFeatures
from extractor.claims.learned.words import Words
from extractor.claims.pairing import Owner
from extractor.claims.reading import Clause, Reading
from models.claims import FIGURES, OWNERS, STANDINGS, Judgement, Reader

# What the reader of owners says of a candidate; it must be at least this likely.
YES, NO = "yes", "no"
LIKELY = 0.5


@cache
def installed(model: Path) -> bool:
    """Whether a reader's file is there and readers are wanted: DIDEBAN_READERS=off goes by the rules alone."""
    return os.environ.get("DIDEBAN_READERS") != "off" and model.exists()


@cache
def known() -> frozenset[str]:
    """The indicators that the reader of figures was taught; empty where the model is not installed."""
    if not installed(FIGURES):
        return frozenset()
    return frozenset(label.split()[-1] for label in Reader(FIGURES).labels)


class Judged:
    """Judgements of one reading, made when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = Words(reading)
        self._candidates = Candidates(reading)
        self._of_owners = OwnerFeatures(reading, self._words)

    def figure(self, quantity: Quantity) -> Judgement | None:
        """What `quantity` states; None where there is no model."""
        return self._figures.get((quantity.start, quantity.end))

    def standing(self, body: Mention) -> Judgement | None:
        """How `body` is said to stand; None where there is no model."""
        return self._standings.get((body.start, body.end))

    def owners(self, quantity: Quantity, clause: Clause, indicator: str, ruled: list[Owner]) -> list[Owner]:
        """Whose `quantity` is; `ruled` are whose it is by the rules, and the answer where there is no model."""
        candidates = self._candidates.of(clause)
        if not (installed(OWNERS) and candidates):
            return ruled
        told = Reader(OWNERS).judge(self._of_owners.of(quantity, clause, indicator, ruled, candidates))
        pairs = zip(candidates, told, strict=True)
        return [Owner(one.body, sure) for one, judgement in pairs if (sure := judgement.of(YES)) >= LIKELY]

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
