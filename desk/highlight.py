"""An article's text cut where evidence begins and ends, and as HTML with each piece marked.

Offsets count code points of the text; an end is exclusive. The HTML's own text is the article's, character for
character, so what an editor copies is what was read.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from corpus.schema import Record
from desk.words import label, words


class Marking(NamedTuple):
    """Characters to be marked: `name` is the CSS class, `title` what a reader sees beside the colour.

    `anchor` is what a link to the place where the marking begins ends in, if anything.
    """

    start: int
    end: int
    name: str
    title: str
    anchor: str = ""


class Piece(NamedTuple):
    """Characters that the same markings cover, the longest marking first. `opened` are those that begin here."""

    text: str
    markings: tuple[Marking, ...]
    opened: frozenset[Marking]


def markings_of(record: Record) -> list[Marking]:
    """The passages of a record and the fields inside them."""
    passages = [
        Marking(one.start, one.end, "evidence", "", "" if number else "evidence")
        for number, one in enumerate(record.evidence)
    ]
    known = words()["fields"]
    fields = {
        Marking(*span, name if name in known else "other", label("fields", name))
        for one in record.evidence
        for name, span in one.fields.items()
    }
    return passages + sorted(fields)


def fields_marked(record: Record) -> list[tuple[str, str]]:
    """Class and label of each field that the evidence of `record` points at, in the order of `words.yml`."""
    order = list(words()["fields"])
    found = {(one.name, one.title) for one in markings_of(record) if one.name != "evidence"}
    return sorted(found, key=lambda pair: (order.index(pair[0]) if pair[0] in order else len(order), pair[1]))


def pieces(text: str, markings: Iterable[Marking]) -> Iterator[Piece]:
    """All of `text` in order, cut wherever a marking begins or ends; markings end with the text at the latest."""
    fitting = [one._replace(end=min(one.end, len(text))) for one in markings]
    fitting = sorted((one for one in fitting if one.start < one.end), key=_longest_first)
    cuts = sorted({0, len(text), *(one.start for one in fitting), *(one.end for one in fitting)})
    for start, end in pairwise(cuts):
        covering = tuple(one for one in fitting if one.start <= start and end <= one.end)
        yield Piece(text[start:end], covering, frozenset(one for one in covering if one.start == start))


def _longest_first(one: Marking) -> tuple[int, bool, str]:
    return one.start - one.end, one.name != "evidence", one.name


def paragraphs(text: str, markings: Iterable[Marking]) -> SafeString:
    """`text` as HTML, a paragraph a line, each line's end inside its paragraph."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces(text, markings):
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                _end_line(lines)
            lines[-1].append(piece._replace(text=line, opened=piece.opened if not number else frozenset()))
    return format_html_join("", "{}", ((_paragraph(line),) for line in lines if any(one.text for one in line)))


def _paragraph(line: Sequence[Piece]) -> SafeString:
    blank = not "".join(piece.text for piece in line).strip()
    return format_html('<p class="blank">{}</p>' if blank else "<p>{}</p>", _html(line))


def _end_line(lines: list[list[Piece]]) -> None:
    lines[-1].append(Piece("\n", (), frozenset()))
    lines.append([])


def _html(line: Sequence[Piece]) -> SafeString:
    return format_html_join("", "{}", ((_marked(piece),) for piece in line if piece.text))


def _marked(piece: Piece) -> SafeString:
    # A carriage return written as itself would be read back as a line feed.
    html = mark_safe(escape(piece.text).replace("\r", "&#13;"))  # noqa: S308 - escaped in this very line
    for one in reversed(piece.markings):
        opened = one in piece.opened
        anchor = format_html(' id="{}"', one.anchor) if opened and one.anchor else ""
        title = one.title if opened else ""
        html = format_html('<mark{} class="{}" data-label="{}">{}</mark>', anchor, f"mark {one.name}", title, html)
    return html
