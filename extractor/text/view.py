r"""The folded view of a text: what all patterns are matched against, with an exact way back to the text itself.

The stored text is never rewritten. `View.folded` is a copy in which one word has one spelling as far as possible:
letters, digits and signs folded one to one (`corpus.folding`), diacritics, tatweel and bidi marks gone, a half-space
(ZWNJ) turned into one plain space, runs of spaces made one, line ends made `\n`, ligatures and HTML entities written
out. Where lengths differ a sparse list of edits maps offsets both ways.
"""

import re
from bisect import bisect_right
from html import unescape

from corpus.folding import exchange, fold_characters
from extractor.text.characters import EDIT, GLUED, LIGATURES, MARKS, RARE, TABLE, has_space

_BY_GROUP = {"dash": "-", "glued": " "}


def _replacement(written: str) -> str:
    """What stands in the folded text for `written`, a match of `EDIT`."""
    if written[0] == "\r" or written in "\x0b\x0c\x85\u2028\u2029":
        return "\n"
    ligature = LIGATURES.get(written)
    if ligature is not None:
        return ligature
    if written[0] == "&" and (plain := fold_characters(_unescaped(written))) != written and plain.isprintable():
        return " " if plain.isspace() else plain
    return " " if has_space(written) else ""


def _unescaped(written: str) -> str:
    """`written` with its HTML entity written out, however often it was escaped."""
    while (plain := unescape(written)) != written:
        written = plain
    return written


class View:
    """A text (`raw`) and its folded form (`folded`); offsets go both ways by `to_raw` and `to_folded`."""

    __slots__ = ("_again", "_folded_ends", "_folded_starts", "_raw_ends", "_raw_starts", "folded", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._raw_starts: list[int] = []
        self._raw_ends: list[int] = []
        self._folded_starts: list[int] = []
        self._folded_ends: list[int] = []
        self.folded = self._fold(exchange(raw, TABLE))
        # What was removed may have parted the letters of an entity: then the folded text is folded once more.
        self._again = View(self.folded) if self._raw_starts and EDIT.search(self.folded) else None
        if self._again:
            self.folded = self._again.folded

    def _fold(self, even: str) -> str:
        """Apply the edits to `even`, the text folded one to one, and note each."""
        if "  " not in even and not RARE.search(even) and not GLUED.search(even):
            return even
        pieces: list[str] = []
        raw_end = folded_end = 0
        for match in EDIT.finditer(even):
            start, end = match.span()
            folded_start = folded_end + start - raw_end
            written = match.group()
            instead = _BY_GROUP.get(match.lastgroup or "") or _replacement(written)
            pieces.append(even[raw_end:start])
            pieces.append(instead)
            raw_end, folded_end = end, folded_start + len(instead)
            self._raw_starts.append(start)
            self._raw_ends.append(end)
            self._folded_starts.append(folded_start)
            self._folded_ends.append(folded_end)
        pieces.append(even[raw_end:])
        return "".join(pieces)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The shortest span of `raw` that folds to `folded[start:end]`, with the marks on its last letter.

        A span that begins or ends inside a written-out ligature or entity takes the whole of it in.

        Raises:
            ValueError: the span does not lie in the folded text.

        """
        _check(start, end, len(self.folded))
        if self._again:
            start, end = self._again.to_raw(start, end)
        first = _carry(start, self._folded_starts, self._folded_ends, self._raw_starts, self._raw_ends)[0]
        if start == end:
            return first, first
        last = _carry(end - 1, self._folded_starts, self._folded_ends, self._raw_starts, self._raw_ends)[1]
        marks = MARKS.match(self.raw, last)
        return first, marks.end() if marks else last

    def to_folded(self, start: int, end: int) -> tuple[int, int]:
        """The span of `folded` that `raw[start:end]` became; empty where all of it was removed.

        Raises:
            ValueError: the span does not lie in the raw text.

        """
        _check(start, end, len(self.raw))
        first = _carry(start, self._raw_starts, self._raw_ends, self._folded_starts, self._folded_ends)[0]
        last = first
        if start < end:
            last = _carry(end - 1, self._raw_starts, self._raw_ends, self._folded_starts, self._folded_ends)[1]
        return self._again.to_folded(first, last) if self._again else (first, last)


def _check(start: int, end: int, length: int) -> None:
    if not 0 <= start <= end <= length:
        raise ValueError(f"no span {start}:{end} in a text of {length} characters")


def _carry(
    offset: int, starts: list[int], ends: list[int], other_starts: list[int], other_ends: list[int]
) -> tuple[int, int]:
    """Where the character at `offset` of one side begins and ends on the other side."""
    at = bisect_right(starts, offset) - 1
    if at < 0:
        return offset, offset + 1
    if offset < ends[at]:
        return other_starts[at], other_ends[at]
    moved = other_ends[at] + offset - ends[at]
    return moved, moved + 1


def fold(text: str) -> str:
    """`text` as `View` folds it, for names and words that are to be compared with folded text."""
    return re.sub(" +", " ", View(text).folded).strip()
