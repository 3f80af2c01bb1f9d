"""The annotated sentences read from their files: stories under `# id` lines, `[…]A` a body, `[…]P` a person's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.folding import skeleton

FOLDER = Path(__file__).parent
BODY = "A"
PERSON = "P"

_HEADING = re.compile(r"# ([a-z0-9]+(?:_[a-z0-9]+)*(?:-[a-z0-9]+)*-\d{2,})")
_PIECE = re.compile(r"\[(?P<name>[^\[\]]*)\](?P<label>[AP])(?![A-Za-z])|(?P<loose>[\[\]])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A name in a sentence's text, from `start` up to `end`; `label` is BODY or PERSON."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The text without marks, and the marks in order. `line` is that of its file, from 1."""

    text: str
    marks: tuple[Mark, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Story:
    """Sentences that could stand in one article; a whole story goes to one of train, dev and test."""

    id: str
    file: str
    sentences: tuple[Sentence, ...]


def read(folder: Path = FOLDER) -> list[Story]:
    """All stories of the folder's text files, by file name. Raises ValueError as `file:line: what is wrong`."""
    stories: list[Story] = []
    ids: set[str] = set()
    texts: set[str] = set()
    for path in sorted(folder.glob("*.txt")):
        for line, story in _stories(path):
            if story.id in ids:
                raise _fault(path, line, f"story «{story.id}» stands twice")
            ids.add(story.id)
            for sentence in story.sentences:
                key = skeleton(sentence.text)
                if key in texts:
                    raise _fault(path, sentence.line, "the sentence stands twice")
                texts.add(key)
            stories.append(story)
    return stories


def _stories(path: Path) -> Iterator[tuple[int, Story]]:
    """The stories of one file, each with the line of its heading."""
    blocks: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            blocks[-1].append((number, line))
        elif blocks[-1]:
            blocks.append([])
    for (at, heading), *rest in filter(None, blocks):
        match = _HEADING.fullmatch(heading)
        if match is None:
            raise _fault(path, at, "a story begins with a line «# id-01»")
        if not rest:
            raise _fault(path, at, "the story has no sentence")
        sentences = tuple(_sentence(path, number, line) for number, line in rest)
        yield at, Story(match[1], path.name, sentences)


def _sentence(path: Path, number: int, line: str) -> Sentence:
    if line != line.strip() or line.startswith("#"):
        raise _fault(path, number, "a sentence has no outer blanks and no «#» before it")
    text, marks, at = "", [], 0
    for piece in _PIECE.finditer(line):
        name = piece["name"]
        if name is None:
            raise _fault(path, number, "a bracket is unbalanced, nested or lacks its A or P")
        if not name or name != name.strip():
            raise _fault(path, number, f"«{name}» is empty or has outer blanks")
        text += line[at : piece.start()]
        marks.append(Mark(len(text), len(text) + len(name), piece["label"]))
        text += name
        at = piece.end()
    return Sentence(text + line[at:], tuple(marks), number)


def _fault(path: Path, line: int, message: str) -> ValueError:
    return ValueError(f"{path.name}:{line}: {message}")
