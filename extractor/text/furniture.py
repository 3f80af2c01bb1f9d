"""Page furniture told apart from news, line by line. The words are in `furniture.yaml`."""

import re
from pathlib import Path

import yaml

from extractor.annotations import Span
from extractor.text.dateline import is_dateline
from extractor.text.patterns import expression
from extractor.text.view import View

_TRIM = " \t*:|/\\-–•·#\"'<>«»()[]"
_LONGEST_TITLE = 160
_TITLE_ENDS = (".", "!", "؟", "?", ":", "؛", "،")


def _load() -> dict[str, re.Pattern[str]]:
    data: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("furniture.yaml").read_text("utf-8"))
    return {
        kind: re.compile("|".join(f"(?:{expression(line, whole=False)})" for line in lines), re.IGNORECASE)
        for kind, lines in data.items()
    }


_PATTERNS = _load()


def _fits(kind: str, line: str) -> bool:
    return _PATTERNS[kind].fullmatch(line) is not None or _PATTERNS[kind].fullmatch(line.strip(_TRIM)) is not None


def is_furniture(line: str) -> bool:
    """Whether `line`, one line of folded text, is furniture whatever stands around it."""
    bare = line.strip()
    return bool(bare) and (any(_fits(kind, bare) for kind in _PATTERNS) or not bare.strip(_TRIM) or is_dateline(bare))


def furniture(view: View) -> set[Span]:
    """The lines of `view.folded`, whole, that are not news: furniture, related titles, comments and their form."""
    found: set[Span] = set()
    start = 0
    tail = related = news = False
    for line in view.folded.split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        bare = line.strip()
        if not bare:
            continue
        tail = tail or (news and _fits("tails", bare))
        related = (news and _fits("related", bare)) or (related and _is_title(bare))
        if tail or related or is_furniture(bare):
            found.add(span)
        else:
            news = True
    return found


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith(_TITLE_ENDS)
