"""How likely a record is right, from what spoke for and against it: a logistic regression on our own gold and stories.

`python -m models.claims.calibrate` fits it; docs/confidence.md has its figures.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("confidence.json")
# A record less likely right than this is not given: docs/confidence.md tells how it was chosen.
LEAST = 0.25
BIAS = "bias"


@cache
def weights(path: Path = WEIGHTS) -> dict[str, float]:
    """The weight of each signal. Raises OSError where the file is missing."""
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return found


def confidence(signals: Mapping[str, float], path: Path = WEIGHTS) -> float:
    """From 0 to 1, by the weights of `path`. Raises OSError where it is missing."""
    return confidence_by(weights(path), signals)


def confidence_by(known: Mapping[str, float], signals: Mapping[str, float]) -> float:
    """From 0 to 1, by the weights `known`; signals that were not there when they were fitted say nothing."""
    return sigmoid(known.get(BIAS, 0.0) + sum(known.get(name, 0.0) * value for name, value in signals.items()))


def spoken(signals: Mapping[str, float], path: Path = WEIGHTS) -> list[tuple[str, float]]:
    """What each signal adds to the log odds of being right, the strongest first."""
    known = weights(path)
    told = [(name, known.get(name, 0.0) * value) for name, value in signals.items()]
    return sorted((one for one in told if one[1]), key=lambda one: (-abs(one[1]), one[0]))


def sigmoid(score: float) -> float:
    """The probability whose log odds are `score`."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
