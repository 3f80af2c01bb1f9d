"""Fits a logistic regression with a ridge by Newton's method, and tells how well probabilities hold."""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.claims.confidence import BIAS, sigmoid

# How strongly small weights are wished for; Newton's steps, of which a dozen are more than enough.
RIDGE = 8.0
STEPS = 12
BINS = 10
# A signal of fewer examples says more of these than of what is to come.
RARE = 20

type Signals = Mapping[str, float]
type Pair = tuple[float, bool]


def fit(examples: Sequence[tuple[Signals, bool]], ridge: float = RIDGE) -> dict[str, float]:
    """Weights that make the examples likeliest; the same examples give the same weights."""
    count = Counter(name for signals, _ in examples for name, value in signals.items() if value)
    names = [BIAS, *sorted(name for name, times in count.items() if times >= RARE)]
    place = {name: at for at, name in enumerate(names)}
    rows = [
        ([(0, 1.0), *((place[name], value) for name, value in one.items() if value and name in place)], right)
        for one, right in examples
    ]
    found = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [ridge * weight if at else 0.0 for at, weight in enumerate(found)]
        curve = [[ridge if at == to and at else 0.0 for to in range(len(names))] for at in range(len(names))]
        for row, right in rows:
            sure = sigmoid(sum(found[at] * value for at, value in row))
            spread = max(sure * (1 - sure), 1e-9)
            for at, value in row:
                slope[at] += (sure - right) * value
                line, pull = curve[at], spread * value
                for to, other in row:
                    line[to] += pull * other
        found = [weight - step for weight, step in zip(found, _solved(curve, slope), strict=True)]
    return {name: round(weight, 3) for name, weight in zip(names, found, strict=True)}


def _solved(matrix: list[list[float]], wanted: list[float]) -> list[float]:
    """The x of `matrix` · x = `wanted`, by elimination with the largest pivot."""
    rows = [[*line, value] for line, value in zip(matrix, wanted, strict=True)]
    size = len(rows)
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        pivot = rows[at]
        for row in rows[at + 1 :]:
            share = row[at] / pivot[at]
            if share:
                for to in range(at, size + 1):
                    row[to] -= share * pivot[to]
    found = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][to] * found[to] for to in range(at + 1, size))
        found[at] = (rows[at][size] - known) / rows[at][at]
    return found


def reliability(pairs: Sequence[Pair], bins: int = BINS) -> list[dict[str, float]]:
    """For each bin of confidence that has records: their mean confidence, the share that is right, how many."""
    found = []
    for number in range(bins):
        inside = [(sure, right) for sure, right in pairs if min(int(sure * bins), bins - 1) == number]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            found.append({"confidence": round(mean, 3), "right": round(right, 3), "records": len(inside)})
    return found


def calibration_error(pairs: Sequence[Pair]) -> float:
    """Expected calibration error: how far confidence and share of right ones are apart, weighted by the bins' records.

    Source: Guo et al., «On Calibration of Modern Neural Networks», 2017, with ten bins.
    """
    bins = reliability(pairs)
    return sum(abs(one["confidence"] - one["right"]) * one["records"] for one in bins) / len(pairs) if pairs else 0.0
