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


class ModelError(OSError):
    """There is no whole model in the file."""


@cache
def load(path: Path = MODEL) -> pycrfsuite.Tagger:
    """The model of that file, read once. Raises ModelError where there is none or it is damaged."""
    _whole(path)
    tagger = pycrfsuite.Tagger()
    # Not open_inmemory: it keeps no hold of the bytes that it reads from later.
    tagger.open(str(path))
    return tagger


def _whole(path: Path) -> None:
    """Raises ModelError unless the file is as long as it says; the library ends the whole process over a cut one."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
        size = path.stat().st_size
    except OSError as fault:
        raise ModelError(f"{path}: {fault.strerror}") from fault
    if head[:4] != b"lCRF" or int.from_bytes(head[4:], "little") != size:
        raise ModelError(f"{path}: no whole model of names")


def find_names(text: str, path: Path = MODEL, within: Sequence[tuple[int, int]] | None = None) -> list[Name]:
    """Names of bodies and persons in `text`, in order, none over another.

    Offsets are those of `text`, which may be an article as it was read or its folded form; a whole article tells more
    than its sentences one by one, for a surname is known by the full name elsewhere. With `within`, which is in order,
    only the sentences that share a character with one of these stretches are read, and nothing else of the article.
    Raises ModelError where there is no model.
    """
    tagger = load(path)
    parts = list(sentences(text)) if within is None else _touched(text, within)
    named = surnames(parts)
    return [name for tokens in parts for name in _names(tokens, named, tagger)]


def _touched(text: str, stretches: Sequence[tuple[int, int]]) -> list[list[Token]]:
    """The sentences of the lines that `stretches` touch, those alone that they touch themselves."""
    found: list[list[Token]] = []
    read = 0
    for start, end in stretches:
        first = max(read, text.rfind("\n", 0, start) + 1)
        last = text.find("\n", end)
        read = max(first, len(text) if last < 0 else last)
        found += sentences(text[first:read], first)
    return [one for one in found if any(one[0].start < end and start < one[-1].end for start, end in stretches)]


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
