"""Bare numbers of a table, in the unit that the column's heading names."""

from functools import cache
from pathlib import Path
from re import Pattern

import yaml

from corpus.schema import Unit
from extractor.annotations import Number, Ordered, Quantity, QuantityKind, Span
from extractor.claims.rows import CELLS, Rows
from extractor.document import Document
from extractor.text.patterns import any_of, pattern

_HEADINGS: dict[Unit, list[str]] = yaml.safe_load(Path(__file__).with_name("cells.yml").read_text("utf-8"))
# A cell holds its number and hardly anything else.
_BESIDE = 3


@cache
def _units() -> list[tuple[Unit, Pattern[str]]]:
    return [(unit, pattern(any_of(words))) for unit, words in _HEADINGS.items()]


def unit_of(heading: str) -> Unit | None:
    """What the numbers below `heading`, a folded cell, count; the first unit of cells.yml whose words it has."""
    return next((unit for unit, words in _units() if words.search(heading)), None)


def find_cells(document: Document, masked: str, rows: Rows, numbers: list[Number]) -> list[Quantity]:
    """Figures of the tables' cells that name no unit themselves."""
    inside = Ordered(numbers)
    found: list[Quantity] = []
    for place, sentence in enumerate(document.sentences):
        if not rows.at(place):
            continue
        for column, cell in enumerate(cells(masked, sentence)):
            figures = _alone(masked, cell, inside.within(cell))
            heading = rows.column(place, column) if figures else None
            if not (figures and heading):
                continue
            unit = unit_of(masked[heading.start : heading.end]) or _led(masked, rows, place)
            if unit:
                found.append(_figure(figures, unit))
    return found


def _led(masked: str, rows: Rows, place: int) -> Unit | None:
    """«رتبه‌ها در دو دور:» above columns that only name the rounds."""
    heading = rows.heading(place)
    unit = unit_of(masked[heading.start : heading.end]) if heading else None
    return unit if unit == "rank" else None


def cells(masked: str, row: Span) -> list[Span]:
    """The cells of `row`, in order."""
    edges = [row.start]
    for match in CELLS.finditer(masked, row.start, row.end):
        edges += [match.start(), match.end()]
    edges.append(row.end)
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _alone(masked: str, cell: Span, numbers: list[Number]) -> list[Number]:
    """The number that a cell holds and hardly anything else, or the two of a range; empty where there is none."""
    if not 1 <= len(numbers) <= len(("from", "to")) or numbers[0].kind not in ("cardinal", "ordinal"):
        return []
    if len(numbers) > 1 and masked[numbers[0].end : numbers[1].start] not in (" تا ", "-", " - "):
        return []
    beside = masked[cell.start : numbers[0].start] + masked[numbers[-1].end : cell.end]
    return numbers if len(beside.strip(" |")) < _BESIDE else []


def _figure(numbers: list[Number], unit: Unit) -> Quantity:
    kind: QuantityKind = "percent" if unit == "percent" else "count"
    span = Span(numbers[0].start, numbers[-1].end)
    low, high = numbers[0].value, numbers[-1].value
    return Quantity(span.start, span.end, kind, "range" if low < high else "eq", low, high, unit, span)
