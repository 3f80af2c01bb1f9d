"""Characters a second of several stages, measured in turns.

On a shared machine a run is only ever made slower by others. So the stages take turns, round after round, each round in
another order, and the best round of each counts: a busy minute then hits all of them alike. No stage gets the very same
text twice (`texts.marked`), so that nothing kept from the last round can pass for speed.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.console import track
from benchmarks.texts import Text, marked

type Stage = Callable[[Text], object]


@dataclass(frozen=True)
class Speed:
    """The best characters a second, and the share of the texts that was read in a round."""

    characters: float
    share: float


def speeds(stages: dict[str, Stage], texts: Sequence[Text], rounds: int, budget: float) -> dict[str, Speed]:
    """Measure each stage over `texts`, `rounds` times after one that warms up.

    A stage that is still at work after `budget` seconds ends its round with the text in hand; only peers are so slow.
    """
    found: dict[str, Speed] = {}
    names = list(stages)
    for turn in track(range(rounds + 1), "speed"):
        for place, name in enumerate(names[turn % len(names) :] + names[: turn % len(names)]):
            speed = _round(stages[name], marked(texts, turn * len(names) + place), budget)
            if turn and (name not in found or speed.characters > found[name].characters):
                found[name] = speed
    return found


def _round(stage: Stage, texts: Sequence[Text], budget: float) -> Speed:
    read = 0
    begun = time.perf_counter()
    for one in texts:
        stage(one)
        read += len(one.text)
        spent = time.perf_counter() - begun
        if spent > budget:
            break
    return Speed(read / spent, read / sum(len(one.text) for one in texts))
