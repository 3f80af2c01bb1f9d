"""The annotated stories as labelled sentences, and which story belongs to train, dev or test."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from corpus.annotated import BODY, PERSON, Mark, Story
from corpus.folding import skeleton
from models.bodies.tokens import Token, sentences

Part = Literal["train", "dev", "test"]
LABELS = {BODY: "AGENCY", PERSON: "PERSON"}


@dataclass(frozen=True, slots=True)
class Text:
    """A story as one text, a sentence a line, and its marks with offsets into it."""

    text: str
    marks: tuple[Mark, ...]


def part_of(story_id: str) -> Part:
    """By the SHA-256 of the story's id, modulo 100: below 70 train, below 85 dev, else test."""
    rest = int(sha256(story_id.encode()).hexdigest(), 16) % 100
    if rest < 70:
        return "train"
    return "dev" if rest < 85 else "test"


def joined(story: Story) -> Text:
    """The story's sentences, a line each."""
    lines, marks, at = [], [], 0
    for sentence in story.sentences:
        lines.append(sentence.text)
        marks += [Mark(mark.start + at, mark.end + at, LABELS[mark.label]) for mark in sentence.marks]
        at += len(sentence.text) + 1
    return Text("\n".join(lines), tuple(marks))


def texts(stories: Iterable[Story], part: Part) -> list[Text]:
    """The stories of one part."""
    return [joined(story) for story in stories if part_of(story.id) == part]


def held_out(stories: Iterable[Story]) -> frozenset[str]:
    """Skeletons of the names that dev and test mark: no other text may show them to the training."""
    every = list(stories)
    held = [*texts(every, "dev"), *texts(every, "test")]
    return frozenset(skeleton(text.text[mark.start : mark.end]) for text in held for mark in text.marks)


def labelled(text: Text) -> list[tuple[list[Token], list[str]]]:
    """The text's sentences with a label for each token: O, or B, I, L, U and the name's label."""
    return [(words, labels(words, text.marks)) for words in sentences(text.text)]


def labels(words: Sequence[Token], marks: Iterable[Mark]) -> list[str]:
    """A label for each of `words`: first, inner, last or only word of a name, else O."""
    given = ["O"] * len(words)
    for mark in marks:
        inside = [at for at, word in enumerate(words) if mark.start <= word.start and word.end <= mark.end]
        for at in inside:
            given[at] = f"I-{mark.label}"
        if inside:
            given[inside[0]], given[inside[-1]] = f"B-{mark.label}", f"L-{mark.label}"
        if len(inside) == 1:
            given[inside[0]] = f"U-{mark.label}"
    return given
