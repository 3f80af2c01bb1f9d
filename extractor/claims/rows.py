"""Rows of tables and items of lists: paragraphs without a verb that stand under a heading."""

import re
from functools import cached_property

from extractor.annotations import Ordered, Span
from extractor.claims.clauses import finite_verbs
from extractor.document import Document

# Cells of a table's row; how many characters an item of a list has at most.
CELLS = re.compile(r" \| |\t| ; ")
ITEM = 120
# A row of so many cells, none longer than this, is one of a table whatever stands in it.
COLUMNS, CELL = 3, 48


def _is_table(row: str) -> bool:
    """Whether `row` has several short cells: in a heading «متصل‌نشده» is no verb."""
    parts = CELLS.split(row)
    return len(parts) >= COLUMNS and max(map(len, parts)) < CELL


class Rows:
    """Which sentences of a document are rows, and what each stands under."""

    def __init__(self, document: Document, masked: str) -> None:
        self._sentences = document.sentences
        self._quantities = Ordered(document.quantities)
        self._masked = masked

    @cached_property
    def _places(self) -> frozenset[int]:
        return frozenset(place for place in range(len(self._sentences)) if self._looks_like_one(place))

    def at(self, place: int) -> bool:
        """Whether the sentence at `place` is a row of a table or an item of a list with a figure."""
        return place in self._places

    def _looks_like_one(self, place: int) -> bool:
        sentence = self._sentences[place]
        text = self._masked[sentence.start : sentence.end]
        alone = all(
            other.paragraph != sentence.paragraph
            for other in self._sentences[max(0, place - 1) : place + 2]
            if other is not sentence
        )
        if not alone:
            return False
        cells = CELLS.search(text) is not None
        item = ":" in text and len(text) < ITEM and bool(self._quantities.within(sentence))
        return (cells or item) and (_is_table(text) or not finite_verbs(self._masked, sentence))

    def heading(self, place: int) -> Span | None:
        """The words that say what a row's figures are: the table's first row and the sentence that leads in to it.

        None where the sentence at `place` is no row.
        """
        if not self.at(place):
            return None
        first = place
        while first and self.at(first - 1):
            first -= 1
        if not first and CELLS.search(self._masked, self._sentences[0].start, self._sentences[0].end) is None:
            opening = self._sentences[0]
            colon = self._masked.find(":", opening.start, opening.end)
            return Span(opening.start, colon if colon > 0 else opening.end)
        lead = self._sentences[first - 1] if first else self._sentences[first]
        header = self._sentences[first]
        is_header = not self._quantities.within(header) and first != place
        return Span(lead.start, header.end if is_header else lead.end)

    def column(self, place: int, number: int) -> Span | None:
        """The cell of the table's first row above column `number` (from 0) of the row at `place`; None without one."""
        heads = self.heads(place)
        return heads[number] if number < len(heads) else None

    def heads(self, place: int) -> list[Span]:
        """The cells of the first row of the table that the row at `place` is of; empty where it has no such row."""
        first = place
        while first and self.at(first - 1):
            first -= 1
        header = self._sentences[first]
        if first == place or self._quantities.within(header):
            return []
        cells = [Span(header.start, header.start)]
        for match in CELLS.finditer(self._masked, header.start, header.end):
            cells[-1] = Span(cells[-1].start, match.start())
            cells.append(Span(match.end(), header.end))
        return cells

    def over(self, place: int, figure: Span) -> Span | None:
        """The heading of the column that `figure`, in the row at `place`, stands in; None without one."""
        if not self.at(place):
            return None
        before = CELLS.finditer(self._masked, self._sentences[place].start, figure.start)
        return self.column(place, sum(1 for _ in before))
