"""Finds names by the trained model, which is read from its file once, when first asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal, cast

import pycrfsuite

from models.bodies.features import features, surnames
from models.bodies.tokens import Token, sentences

type Label = Literal["AGENCY", "PERSON"]
LABELS: tuple[Label, ...] = ("AGENCY", "PERSON")
# A tagger holds the sentence it was last asked about, so no two threads may ask at once.
_ASKING = Lock()
MODEL = Path(__file__).with_name("names.crfsuite")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start` up to `end` of the text; `confidence` is the least probability of any word's label in it."""

    start: int
    end: int
    label: Label
    confidence: float


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, Label]]:
    """First and last token of each name that `labels` tell, also where they contradict one another."""
    start, name = -1, ""
    for at, label in enumerate([*labels, "O"]):
        place, _, kind = label.partition("-")
        if start >= 0 and (place in "OBU" or kind != name):
            yield start, at - 1, cast("Label", name)
            start = -1
        if start < 0 and place != "O":
            start, name = at, kind
        if place in "LU":
            yield start, at, cast("Label", name)
            start = -1


@cache
def load(path: Path = MODEL) -> pycrfsuite.Tagger:
    """The model of that file, read once. Raises OSError where there is none."""
    tagger = pycrfsuite.Tagger()
    # Not open_inmemory: it keeps no hold of the bytes that it reads from later.
    tagger.open(str(path))
    return tagger


def find_names(text: str, path: Path = MODEL) -> list[Name]:
    """Names of bodies and persons in `text`, in order, none over another.

    Offsets are those of `text`, which may be an article as it was read or its folded form; a whole article tells more
    than its sentences one by one, for a surname is known by the full name elsewhere.
    """
    parts = list(sentences(text))
    named = surnames(parts)
    return [name for tokens in parts for name in _names(tokens, named, load(path))]


def _names(tokens: list[Token], named: frozenset[str], tagger: pycrfsuite.Tagger) -> list[Name]:
    seen = features(tokens, named)
    with _ASKING:
        labels = tagger.tag(seen)
        found = [
            (first, last, kind, min(tagger.marginal(labels[at], at) for at in range(first, last + 1)))
            for first, last, kind in spans(labels)
        ]
    return [
        Name(tokens[first].start, tokens[end].end, kind, round(sure, 4))
        for first, last, kind, sure in found
        for end in _end(tokens, first, last)
    ]


def _end(tokens: list[Token], first: int, last: int) -> list[int]:
    """The last token of the name that is a word, for quotation marks and brackets stay outside; none where none is."""
    return [at for at in range(first, last + 1) if tokens[at].word[0].isalnum()][-1:]
