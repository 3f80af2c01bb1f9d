"""Page furniture told apart from news, line by line. The words are in `furniture.yaml`."""

from collections.abc import Iterator

from extractor.annotations import Span
from extractor.text.dateline import is_dateline
from extractor.text.line_words import core, kind_of
from extractor.text.view import View

_LONGEST_TITLE = 160
_TITLE_ENDS = (".", ":", "؛", "،")
# Section of `furniture.yaml` -> what such a line is wherever it stands.
_KINDS = {"captions": "caption", "bylines": "byline"}
_NEEDS_NEWS_ABOVE = frozenset({"comments"})
_NEEDS_NO_NEWS_ABOVE = frozenset({"sections"})


def classified(folded: str) -> Iterator[tuple[int, str, str]]:
    """Of each line that is not blank: where it begins, the line, and "furniture", "byline", "caption" or "news"."""
    start = 0
    tail = related = news = body = False
    for line in folded.split("\n"):
        at, start = start, start + len(line) + 1
        bare = line.strip()
        if not bare:
            continue
        section = None if tail else _section(bare, news)
        # Buttons stand under the title too; what ends the article has a sentence above it.
        tail = tail or (body and section in ("tails", "comments"))
        related = (body and section in ("related", "closing")) or (related and section is None and _is_title(bare))
        if tail or (section is None and related):
            kind = "furniture"
        else:
            kind = "news" if section is None else _KINDS.get(section, "furniture")
            news = news or kind == "news"
            body = body or (kind == "news" and not _is_title(bare))
        yield at, line, kind


def furniture(view: View) -> set[Span]:
    """The lines of `view.folded`, whole, that hold no news: furniture, bylines, related titles, comments."""
    return {
        Span(start, start + len(line))
        for start, line, kind in classified(view.folded)
        if kind in ("furniture", "byline")
    }


def _section(line: str, news: bool) -> str | None:
    """The section of `furniture.yaml` for `line`, below or above the news; a dateline and a line of signs too."""
    bare = core(line)
    if not bare:
        return "furniture"
    section = kind_of(bare)
    if section is None:
        return "furniture" if is_dateline(bare) else None
    if section in (_NEEDS_NO_NEWS_ABOVE if news else _NEEDS_NEWS_ABOVE):
        return None
    return section


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith(_TITLE_ENDS)
