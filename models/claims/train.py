"""Trains the reader: `python -m models.claims.train EXAMPLES.jsonl [--folds 5]` (`make reader` does all of it).

The examples are those of `python -m extractor.claims.learned.examples`. With `--folds` nothing is written: each fold of
the stories is read by a model that has not seen it, and the figures by label are printed.
"""

import argparse
import json
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

from models.claims.reader import FIGURES, Reader

# Strong enough a regularisation that what it holds for 90 % sure is right in nine of ten unseen figures.
PARAMETERS = {
    "c1": 0.5,
    "c2": 1.0,
    "max_iterations": 150,
    "feature.minfreq": 2,
    "feature.possible_transitions": False,
}
# The label of what states nothing.
NONE = "none"
Passage = dict[str, Any]


def load(path: Path) -> list[Passage]:
    """The passages of an examples' file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def train(passages: Sequence[Passage], to: Path) -> None:
    """Train on `passages` and write the model; the same passages make the same file."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for one in passages:
        trainer.append(one["features"], one["labels"])
    trainer.set_params(PARAMETERS)
    trainer.train(str(to))


def fold(name: str, folds: int) -> int:
    """Which of `folds` parts a story or article belongs to; the same on every machine."""
    return zlib.crc32(name.encode()) % folds


def unseen(passages: Sequence[Passage], folds: int) -> Iterator[tuple[Passage, list[tuple[str, float]]]]:
    """Every passage with the labels that a model gives it which was trained without its story."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(folds):
            file = Path(folder) / f"{number}.crfsuite"
            train([one for one in passages if fold(one["id"], folds) != number], file)
            reader = Reader(file)
            for one in passages:
                if fold(one["id"], folds) == number:
                    yield one, [(found.label, found.probability) for found in reader.judge(one["features"])]


def tally(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Precision and recall of each label in lines, out of (given, found)."""
    right = Counter(given for given, found in pairs if given == found)
    given, found = Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    facts = [sum(count for name, count in each.items() if name != NONE) for each in (right, found, given)]
    lines = [_line("all facts", *facts)]
    return lines + [_line(name, right[name], found[name], given[name]) for name in sorted({*given, *found} - {NONE})]


def _line(name: str, right: int, found: int, given: int) -> str:
    precision, recall = right / found if found else 0.0, right / given if given else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{name}: precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f} ({right} of {given}, {found} found)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the reader, or measure by folds; 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples", type=Path)
    parser.add_argument("--folds", type=int)
    asked = parser.parse_args(arguments)
    passages = load(asked.examples)
    if not asked.folds:
        train(passages, FIGURES)
        return 0
    pairs = [
        (given, found)
        for one, told in unseen(passages, asked.folds)
        for given, (found, _) in zip(one["labels"], told, strict=True)
    ]
    sys.stdout.write("\n".join([f"figures: {len(pairs)}", *tally(pairs), ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
