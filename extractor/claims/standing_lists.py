"""Standings told without a verb: in cells of tables, under headings, in brackets, in lists «الف وصل، ب نیمه‌راه»."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.schema import Status
from extractor.annotations import Mention, Sentence, Span
from extractor.claims.reading import Reading
from extractor.claims.rows import CELLS
from extractor.claims.standing_rules import Said
from extractor.claims.subjects import JOINT
from extractor.text.patterns import pattern

# What may stand before an item or its first words, between a name and its state, and behind the state.
_BULLET = re.compile(r"[\s\-–—•*▪◾✓«\"(\d.]*")
_BESIDE = re.compile(r" ?[:(«\-–—]{0,2} ?«?")
_BEHIND = re.compile(r"[»)\"]* ?(?:[،؛.|\n]|$|و(?= ))")
_COLON = re.compile(r"[»\"]* ?[^:.؛|]{0,60}: ?")
_NOTHING = re.compile(r"[\s.،؛]*")

Standing = tuple[Mention, Status, Span]


@cache
def _lead() -> re.Pattern[str]:
    """What a heading may have before its state: «فهرست دستگاه‌های»."""
    return pattern(
        r"(?:(?:فهرست|نام|اسامی|نام‌های|گروه|وضعیت|وضع|ردیف|سیاهه) )?"
        r"(?:(?:دستگاه‌های|دستگاه‌ها|سازمان‌های|بانک‌های|نهاد‌های|شرکت‌های|شهرداری‌های|وزارتخانه‌های|مراجع|مراجع صدور) )?«?",
        whole=False,
    )


class StandingLists:
    """Finds them in one document."""

    def __init__(self, reading: Reading, said: Said) -> None:
        self._reading = reading
        self._said = said
        self._heading: tuple[Span, Status] | None = None

    def of(self, sentence: Sentence) -> list[Standing]:
        """What `sentence` tells without a verb, or as an item under the heading before it."""
        states = self._said.states(sentence)
        rows = list(self._rows(sentence))
        headed, self._heading = self._heading, None
        if not rows:
            self._heading = self._heads(sentence, states)
            return []
        if not states:
            return self._under(headed, sentence, rows) if headed else []
        if CELLS.search(self._reading.masked, sentence.start, sentence.end):
            return self._cells(sentence, states)
        return self._before(sentence, states, rows) or self._behind(sentence, states, rows)

    def _rows(self, sentence: Sentence) -> Iterator[list[Mention]]:
        row: list[Mention] = []
        for body in self._reading.bodies(sentence, "agency"):
            if row and not JOINT.fullmatch(self._reading.document.text, row[-1].end, body.start):
                yield row
                row = []
            row.append(body)
        if row:
            yield row

    def _cells(self, sentence: Sentence, states: list[tuple[Span, Status]]) -> list[Standing]:
        """A table's row: its one body, and a cell that is nothing but a state."""
        bodies = self._reading.bodies(sentence, "agency")
        edges = [sentence.start, *(one.end() for one in CELLS.finditer(self._reading.masked, *_ends(sentence)))]
        for state, status in states:
            first = max(edge for edge in edges if edge <= state.start)
            alone = not self._reading.masked[first : state.start].strip()
            if alone and _BEHIND.match(self._reading.masked, state.end, sentence.end) and len(bodies) == 1:
                return [(bodies[0], status, state)]
        return []

    def _before(
        self, sentence: Sentence, states: list[tuple[Span, Status]], rows: list[list[Mention]]
    ) -> list[Standing]:
        """«متصل: الف، ب»."""
        state, status = states[0]
        colon = _COLON.match(self._reading.masked, state.end, rows[0][0].start)
        if not self._opens(sentence, state) or not colon or colon.end() != rows[0][0].start:
            return []
        if self._reading.verbs(Span(sentence.start, colon.end())):
            return []
        return [(body, status, state) for body in rows[0]]

    def _behind(
        self, sentence: Sentence, states: list[tuple[Span, Status]], rows: list[list[Mention]]
    ) -> list[Standing]:
        """«الف وصل، ب نیمه‌راه», «الف: معاف», «الف (معاف)»."""
        masked = self._reading.masked
        found: list[Standing] = []
        for row in rows:
            after = [pair for pair in states if pair[0].start >= row[-1].end]
            if not after:
                continue
            state, status = after[0]
            beside = _BESIDE.fullmatch(masked, row[-1].end, state.start)
            if beside and _BEHIND.match(masked, state.end, sentence.end):
                whose = row[-1:] if "(" in beside[0] else row
                found.extend((body, status, state) for body in whose)
        return found

    def _heads(self, sentence: Sentence, states: list[tuple[Span, Status]]) -> tuple[Span, Status] | None:
        """The state that a heading names for the items under it: «دستگاه‌های متصل‌نشده:»."""
        if not states or not self._opens(sentence, states[0][0]):
            return None
        ends = self._reading.masked[sentence.start : sentence.end].rstrip().endswith(":")
        return states[0] if ends and not self._reading.verbs(sentence) else None

    def _opens(self, sentence: Sentence, state: Span) -> bool:
        bullet = _BULLET.match(self._reading.masked, sentence.start, state.start)
        start = bullet.end() if bullet else sentence.start
        return _lead().fullmatch(self._reading.masked, start, state.start) is not None

    def _under(self, headed: tuple[Span, Status], sentence: Sentence, rows: list[list[Mention]]) -> list[Standing]:
        """An item that is nothing but names, under a heading; the heading then holds for the next as well."""
        masked = self._reading.masked
        bullet = _BULLET.match(masked, sentence.start, rows[0][0].start)
        bare = bullet is not None and bullet.end() == rows[0][0].start
        if not bare or not _NOTHING.fullmatch(masked, rows[-1][-1].end, sentence.end):
            return []
        self._heading = headed
        return [(body, headed[1], headed[0]) for row in rows for body in row]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
