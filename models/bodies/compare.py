"""Our model beside a spaCy NER of the same data, on dev: `python -m models.bodies.compare [--rounds N]`."""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from corpus.annotated import read
from models.bodies.data import Text, held_out, labelled, texts
from models.bodies.figures import Finder, finder, part_figures
from models.bodies.scoring import Span
from models.bodies.tokens import Token, sentences
from models.bodies.train import SEED, enlarged

_ROUNDS = 8
_BATCH = 24


def _doc(nlp: Language, tokens: Sequence[Token]) -> Doc:
    return Doc(nlp.vocab, words=[token.word for token in tokens])


def _example(nlp: Language, tokens: Sequence[Token], given: list[str]) -> Example:
    return Example.from_dict(_doc(nlp, tokens), {"entities": given})


def train_spacy(data: Sequence[Text], rounds: int) -> Language:
    """A spaCy NER from nothing, over the same tokens."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - for the order of examples
    nlp = spacy.blank("fa")
    nlp.add_pipe("ner")
    examples = [_example(nlp, tokens, given) for text in data for tokens, given in labelled(text)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(rounds):
        chance.shuffle(examples)
        for at in range(0, len(examples), _BATCH):
            nlp.update(examples[at : at + _BATCH], sgd=optimizer, drop=0.2)
    return nlp


def spacy_finder(nlp: Language) -> Finder:
    """What that NER finds in a text."""
    ner = nlp.get_pipe("ner")

    def find(text: str) -> set[Span]:
        found: set[Span] = set()
        for tokens in sentences(text):
            entities = ner(_doc(nlp, tokens)).ents
            found |= {(tokens[one.start].start, tokens[one.end - 1].end, one.label_) for one in entities}
        return found

    return find


def speed(find: Finder, data: Sequence[Text]) -> int:
    """Characters a second."""
    began = time.perf_counter()
    for text in data:
        find(text.text)
    return round(sum(len(text.text) for text in data) / (time.perf_counter() - began))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m models.bodies.compare", description=__doc__)
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="of spaCy's training")
    options = parser.parse_args(arguments)
    stories = read()
    began = time.perf_counter()
    nlp = train_spacy(enlarged(texts(stories, "train"), held_out(stories)), options.rounds)
    seconds = round(time.perf_counter() - began)
    told: dict[str, dict[str, object]] = {
        "crfsuite": {},
        "spacy": {"training seconds": seconds, "size": len(nlp.to_bytes())},
    }
    for name, find in (("crfsuite", finder()), ("spacy", spacy_finder(nlp))):
        find("بانک")
        told[name]["dev"] = part_figures(stories, "dev", find)
        told[name]["characters a second"] = speed(find, texts(stories, "dev"))
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
