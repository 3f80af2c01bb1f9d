"""Asks a trained model for the labels of a passage's items."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import pycrfsuite

HERE = Path(__file__).parent
FIGURES = HERE / "figures.crfsuite"
# A tagger holds the passage it was last asked about, so no two threads may ask at once.
_ASKING = Lock()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The likeliest label of an item, and how likely it and every other one that comes near are, from 0 to 1."""

    label: str
    probability: float
    others: tuple[tuple[str, float], ...] = ()

    def of(self, label: str) -> float:
        """How likely `label` is; 0 where it is out of the question."""
        return self.probability if label == self.label else dict(self.others).get(label, 0.0)


@cache
def _tagger(path: Path) -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


class Reader:
    """A model file, opened when first asked."""

    # Labels less likely than this are not worth naming.
    LEAST = 0.02

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def labels(self) -> frozenset[str]:
        """Every label that the model knows. Raises OSError where there is no model."""
        return frozenset(_tagger(self._path).labels())

    def judge(self, features: Sequence[Sequence[str]]) -> list[Judgement]:
        """A judgement for each item of a passage, given its features. Raises OSError where there is no model."""
        tagger = _tagger(self._path)
        with _ASKING:
            tagger.set([list(one) for one in features])
            names = tagger.labels()
            told = [[(name, tagger.marginal(name, at)) for name in names] for at in range(len(features))]
        return [_judgement([(name, sure) for name, sure in one if sure >= self.LEAST]) for one in told]


def _judgement(likely: list[tuple[str, float]]) -> Judgement:
    (label, sure), *others = sorted(likely, key=lambda one: -one[1])
    return Judgement(label, sure, tuple(others))
