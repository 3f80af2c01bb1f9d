"""How likely a record is right, from what spoke for and against it: a logistic regression on our own gold and stories.

python -m models.claims.confidence SIGNALS.jsonl      fits it anew (`make confidence` does all of it)
"""

import json
import math
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

WEIGHTS = Path(__file__).with_name("confidence.json")
BIAS = "bias"
# Weight of the wish for small weights; steps of the descent, and how long they are.
RIDGE = 1.0
STEPS = 3000
RATE = 0.5
BINS = 10


@cache
def weights(path: Path = WEIGHTS) -> dict[str, float]:
    """The weight of each signal. Raises OSError where the file is missing."""
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return found


def confidence(signals: Mapping[str, float], path: Path = WEIGHTS) -> float:
    """From 0 to 1; signals that were not there when it was fitted say nothing."""
    known = weights(path)
    return _sigmoid(known.get(BIAS, 0.0) + sum(known.get(name, 0.0) * value for name, value in signals.items()))


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def fit(examples: Sequence[tuple[Mapping[str, float], bool]]) -> dict[str, float]:
    """Weights that make the examples likeliest, with a ridge; the same examples give the same weights."""
    names = sorted({name for signals, _ in examples for name in signals} | {BIAS})
    rows = [([1.0 if name == BIAS else signals.get(name, 0.0) for name in names], right) for signals, right in examples]
    found = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [0.0] * len(names)
        for row, right in rows:
            error = _sigmoid(sum(weight * value for weight, value in zip(found, row, strict=True))) - right
            for at, value in enumerate(row):
                slope[at] += error * value
        for at, name in enumerate(names):
            pull = 0.0 if name == BIAS else RIDGE * found[at]
            found[at] -= RATE * (slope[at] + pull) / len(rows)
    return {name: round(weight, 4) for name, weight in zip(names, found, strict=True)}


def reliability(pairs: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """For each tenth of confidence that has records: their mean confidence, the share that is right, how many."""
    found = []
    for number in range(BINS):
        inside = [(sure, right) for sure, right in pairs if min(int(sure * BINS), BINS - 1) == number]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            found.append({"confidence": round(mean, 4), "right": round(right, 4), "records": len(inside)})
    return found


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far confidence and share of right ones are apart, weighted by the bins' records.

    Source: Guo et al., «On Calibration of Modern Neural Networks», 2017, with ten bins.
    """
    bins = reliability(pairs)
    return sum(abs(one["confidence"] - one["right"]) * one["records"] for one in bins) / len(pairs) if pairs else 0.0


def main(arguments: Sequence[str]) -> int:
    """Fit the weights to a file of {"signals", "right"} lines and write them; 0."""
    lines: list[dict[str, Any]] = [json.loads(line) for line in Path(arguments[0]).read_text("utf-8").splitlines()]
    examples = [(one["signals"], bool(one["right"])) for one in lines]
    found = fit(examples)
    WEIGHTS.write_text(json.dumps({"weights": found, "examples": len(examples)}, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
