"""Fits the confidence of records: `python -m models.claims.calibrate SIGNALS.jsonl` (`make confidence` does all of it).

The signals are those of `python -m extractor.claims.learned.signals`. Writes confidence.json (the weights, and the
figures), docs/images/confidence.svg and the tables of docs/confidence.md. The figures are of records whose article the
fit did not see: of the development half and the stories by folds, of the test half by the weights that are shipped.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.claims.confidence import LEAST, WEIGHTS, confidence_by
from models.claims.fitting import Pair, calibration_error, fit, reliability
from models.claims.pages import rewrite, table
from models.claims.plot import svg
from models.claims.train import fold

DOCS = Path(__file__).parents[2] / "docs"
PICTURE, PAGE = DOCS / "images" / "confidence.svg", DOCS / "confidence.md"
# Of the weights' file: raised when the meaning of a signal changes.
VERSION = 1
FOLDS = 5
SURE = 0.9
THRESHOLDS = (0.0, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

type Line = dict[str, Any]
type Figures = dict[str, Any]


def unseen(lines: Sequence[Line]) -> list[Pair]:
    """Confidence of each line by weights that were fitted without its article, and whether it is right."""
    known = [weights_of([one for one in lines if _fold(one) != number]) for number in range(FOLDS)]
    return [_pair(known[_fold(one)], one) for one in lines]


def weights_of(lines: Sequence[Line]) -> dict[str, float]:
    """The weights fitted to `lines`."""
    return fit([(one["signals"], one["right"]) for one in lines])


def figures(pairs: Sequence[Pair]) -> Figures:
    """Count, share right, calibration error, what is right among the sure, reliability, and what thresholds give."""
    sure = [right for one, right in pairs if round(one, 2) >= SURE]
    return {
        "records": len(pairs),
        "right": _share([right for _, right in pairs]),
        "calibration_error": round(calibration_error(pairs), 3),
        "sure": len(sure),
        "sure_right": _share(sure),
        "reliability": reliability(pairs),
        "thresholds": [_threshold(pairs, least) for least in THRESHOLDS],
    }


def _threshold(pairs: Sequence[Pair], least: float) -> dict[str, float]:
    """Precision of the records at `least` or more, and how many of the right ones are kept."""
    kept = [right for one, right in pairs if one >= least]
    every = sum(right for _, right in pairs)
    return {"from": least, "precision": _share(kept), "kept": round(sum(kept) / every, 3) if every else 0.0}


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 3) if right else 0.0


def _pair(known: dict[str, float], line: Line) -> Pair:
    return confidence_by(known, line["signals"]), line["right"]


def _fold(line: Line) -> int:
    # Not the folds that the reader was trained in: those tell articles apart by the bare name.
    return fold(f"confidence {line['id']}", FOLDS)


def calibration_table(told: dict[str, Figures]) -> list[str]:
    """What docs/confidence.md tells of how well confidence holds."""
    heads = ("records of", "records", "right", "calibration error", f"from {SURE} on", "right of these")
    return table(heads, [_row(name, one) for name, one in told.items()])


def _row(name: str, one: Figures) -> list[str]:
    shares = f"{one['right']:.3f}", f"{one['calibration_error']:.3f}"
    return [name, str(one["records"]), *shares, str(one["sure"]), f"{one['sure_right']:.3f}"]


def thresholds_table(told: dict[str, Figures]) -> list[str]:
    """What it tells of leaving out records below a confidence."""
    parts = ("development half", "test half")
    heads = ["from", *(f"{part}: {what}" for part in parts for what in ("precision", "right ones kept"))]
    rows = []
    for number, least in enumerate(THRESHOLDS):
        found = [told[part]["thresholds"][number] for part in parts]
        rows.append([f"{least:.1f}", *(f"{one[what]:.3f}" for one in found for what in ("precision", "kept"))])
    return table(heads, rows)


def main(arguments: Sequence[str]) -> int:
    """Fit, measure and write; 0."""
    lines: list[Line] = [json.loads(line) for line in Path(arguments[0]).read_text("utf-8").splitlines()]
    seen, test = ([one for one in lines if (one["from"] == "test") is wanted] for wanted in (False, True))
    weights = weights_of(seen)
    by_others = list(zip(seen, unseen(seen), strict=True))
    pairs = {
        "stories": [pair for one, pair in by_others if one["from"] == "story"],
        "development half": [pair for one, pair in by_others if one["from"] == "gold"],
        "test half": [_pair(weights, one) for one in test],
    }
    told = {name: figures(part) for name, part in pairs.items()}
    content = {"version": VERSION, "examples": len(seen), "least": LEAST, "weights": weights, "figures": told}
    WEIGHTS.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PICTURE.write_text(svg({name: one["reliability"] for name, one in told.items()}), encoding="utf-8")
    rewrite(PAGE, "calibration", calibration_table(told))
    rewrite(PAGE, "thresholds", thresholds_table(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
