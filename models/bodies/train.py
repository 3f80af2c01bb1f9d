"""Trains the model and measures it: `python -m models.bodies.train [--to FOLDER]`."""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from corpus.annotated import read
from corpus.registry import load
from models.bodies.augment import names, respelled, swapped
from models.bodies.data import Text, held_out, labelled, texts
from models.bodies.features import features, surnames
from models.bodies.figures import measure
from models.bodies.tagger import MODEL

SEED = 1402
PARAMETERS = {
    "c1": 0.02,
    "c2": 0.1,
    "max_iterations": 120,
    "feature.possible_transitions": False,
    "feature.minfreq": 0,
}


def enlarged(own: Sequence[Text], held: frozenset[str] = frozenset()) -> list[Text]:
    """The texts as they are, with other names than `held` in the same places, and without half-spaces."""
    chance = random.Random(SEED)  # noqa: S311 - for choosing names, nothing is secret
    others = names(own, load(), held)
    more = [swapped(text, others, chance) for text in own if text.marks]
    joined = [respelled(text, "") for text in own if "\u200c" in text.text]
    return [*own, *more, *joined]


def train(data: Sequence[Text], to: Path) -> None:
    """Train on `data` and write the model's file. Takes the trainer's steps in one order: same data, same file."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for text in data:
        sentences = labelled(text)
        named = surnames(words for words, _ in sentences)
        for words, given in sentences:
            trainer.append(features(words, named), given)
    trainer.set_params(PARAMETERS)
    trainer.train(str(to))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m models.bodies.train", description=__doc__)
    parser.add_argument("--to", type=Path, default=MODEL.parent, metavar="FOLDER", help="where model and figures go")
    options = parser.parse_args(arguments)
    stories = read()
    model = options.to / MODEL.name
    train(enlarged(texts(stories, "train"), held_out(stories)), model)
    figures = measure(stories, model)
    text = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
    (options.to / "figures.json").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
