"""How well the shipped reader does by itself: `python -m extractor.claims.learned.reading_figures` (`make reader`).

It reads the figures of the test half of the gold, which it was not trained on; models/claims/figures.json and
CARD.md tell what came of it. No sign of a programme helps it here, but as one of its features.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.claims.learned.examples import NONE, examples, of_gold
from models.claims import FIGURES, Reader
from models.claims.pages import rewrite, table

FILE = FIGURES.with_suffix(".json")
# All it says; what it must be for a figure that no sign fits (`decisions.LIKELY`); what it calls nearly certain.
LEAST = (0.0, 0.8, 0.95)

type Told = dict[str, float]


class Read(NamedTuple):
    """A figure: its label in the gold, the reader's, and how sure that is."""

    given: str
    found: str
    sure: float


def read_figures(model: Path = FIGURES) -> list[Read]:
    """Every figure of the test half, as `model` reads it."""
    return list(_read(Reader(model)))


def _read(reader: Reader) -> Iterator[Read]:
    for labelled in of_gold("test"):
        for given, features in examples(labelled):
            told = reader.judge(features)
            yield from (Read(label, one.label, one.probability) for label, one in zip(given, told, strict=True))


def measure(read: Sequence[Read]) -> dict[str, Told]:
    """By least probability: precision, recall and F1 of what is stated, and how many figures state something."""
    return {f"from {least:g}": _told(read, least) for least in LEAST}


def _told(read: Sequence[Read], least: float) -> Told:
    given = sum(one.given != NONE for one in read)
    found = [one for one in read if one.found != NONE and one.sure >= least]
    right = sum(one.given == one.found for one in found)
    precision, recall = right / max(1, len(found)), right / max(1, given)
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 3),
        "facts": given,
        "figures": len(read),
    }


def card(told: dict[str, Told]) -> list[str]:
    """The figures as the card tells them."""
    rows = [[name, *(f"{one[what]:.3f}" for what in ("precision", "recall", "f1"))] for name, one in told.items()]
    first = next(iter(told.values()))
    lead = f"{first['figures']} figures, of which {first['facts']} state a fact:"
    return [lead, "", *table(("least probability", "precision", "recall", "F1"), rows)]


def main() -> int:
    """Measure and write; 0."""
    told = measure(read_figures())
    FILE.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    rewrite(FILE.with_name("CARD.md"), "figures", card(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
