"""Reads `*.txt`: stories parted by blank lines, each under a line «# id day».

Marks are `[words](label @owner +@owner)`; README.md beside this module has the rule. What is not marked is no fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from corpus.newsroom.spelling import Spelling, respell

FOLDER = Path(__file__).parent
_MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_HEAD = re.compile(r"# (\S+) (-|\d{4}-\d\d-\d\d)")


class StoryError(ValueError):
    """A story that cannot be read; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a story that state a fact, in offsets of its text.

    `label` is an indicator's code, after «duty » or «promise » where it is no measurement, or «=» and a status;
    `owners` are whose it is: names, «all» (the executive agencies) or «platform»; none where the words name it.
    """

    start: int
    end: int
    label: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A story without its marks, and the marks; `published` is a Jalali day or None."""

    id: str
    published: str | None
    text: str
    marks: tuple[Mark, ...]


def read(folder: Path = FOLDER) -> list[Story]:
    """All stories of `folder`, by file and order. Raises StoryError."""
    return [story for path in sorted(folder.glob("*.txt")) for story in _stories(path)]


def _stories(path: Path) -> Iterator[Story]:
    lines = path.read_text(encoding="utf-8").split("\n")
    for blank, group in groupby(enumerate(lines, 1), lambda pair: not pair[1].strip()):
        if blank:
            continue
        (number, first), *rest = group
        head = _HEAD.fullmatch(first.strip())
        if head is None or not rest:
            raise StoryError(f"{path}:{number}: a story begins with «# id day», not {first[:40]!r}")
        text, marks = _unmarked("\n".join(line.strip() for _, line in rest))
        if "](" in text:
            raise StoryError(f"{path}:{number}: a mark that cannot be read in {head[1]}")
        yield Story(head[1], None if head[2] == "-" else head[2], text, marks)


def _unmarked(written: str) -> tuple[str, tuple[Mark, ...]]:
    text, marks, end = "", [], 0
    for found in _MARK.finditer(written):
        text += written[end : found.start()]
        label, *owners = (part.strip() for part in re.split(r" \+?@", found[2]))
        marks.append(Mark(len(text), len(text) + len(found[1]), label, tuple(owners)))
        text += found[1]
        end = found.end()
    return text + written[end:], tuple(marks)


def respelled(story: Story, spelling: Spelling) -> Story:
    """`story` as a page that is typed in `spelling` prints it."""
    text, marks, end = "", [], 0
    for mark in story.marks:
        text += respell(story.text[end : mark.start], spelling)
        words = respell(story.text[mark.start : mark.end], spelling)
        marks.append(Mark(len(text), len(text) + len(words), mark.label, mark.owners))
        text += words
        end = mark.end
    return Story(story.id, story.published, text + respell(story.text[end:], spelling), tuple(marks))
