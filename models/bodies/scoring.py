"""Precision, recall and F1 of names found, by exact span and label."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

type Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of names: found rightly, found in all, and expected in all."""

    right: int
    found: int
    expected: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.expected) if self.found + self.expected else 0.0


def score(pairs: Iterable[tuple[set[Span], set[Span]]], count: Callable[[int, Span], bool]) -> Score:
    """The score over texts, each as (expected, found); `count` says of a text's number and span whether it counts."""
    tally: Counter[str] = Counter()
    for number, (expected, found) in enumerate(pairs):
        tally["expected"] += sum(count(number, one) for one in expected)
        tally["found"] += sum(count(number, one) for one in found)
        tally["right"] += sum(count(number, one) for one in expected & found)
    return Score(tally["right"], tally["found"], tally["expected"])
