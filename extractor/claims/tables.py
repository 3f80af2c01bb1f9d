"""Figures in the cells of a table that have no unit of their own: the column's heading says what they count."""

import re
from collections.abc import Iterator

from corpus.schema import Unit
from extractor.annotations import Number, Quantity, Span
from extractor.claims.lexicon import Cues
from extractor.claims.rows import CELLS, Rows
from extractor.document import Document
from extractor.quantities import find_numbers
from extractor.quantities.making import Noun, single
from extractor.text.patterns import pattern

# What a heading with these cues counts, the first that it has.
UNITS: tuple[tuple[str, Unit], ...] = (
    ("inquiry", "inquiry"),
    ("delay", "request"),
    ("request", "request"),
    ("permit", "permit"),
    ("issue", "permit"),
    ("service", "service"),
)
_SHARE = pattern(r"درصد|سهم|نسبت|پیشرفت|٪|%", whole=False)
_RANK = pattern(r"رتبه‌?(?:ها\w*)?|جایگاه|رده")
# Columns that count nothing of ours.
_NO_COUNT = pattern(r"ردیف|شماره|سال|امتیاز|نمره|استان|تاریخ|توضیح\w*|کارکنان|نیرو|بودجه|اعتبار|زمان|روز|ماه|قلم")
# Matters whose shares are none of ours either («درصد جذب اعتبار»), where the heading names nothing of ours beside them.
_FOREIGN = pattern(r"کارکنان|پرسنل|بودجه|اعتبار\w*|هزینه\w*|درآمد\w*|فروش|تولید|مصرف|جمعیت|سهام|تورم|مالیات\w*|آرا|رأی")
_EDGE = " ()%٪\n"


def bare_figures(document: Document, masked: str, rows: Rows, cues: Cues) -> list[Quantity]:
    """Figures of all such cells of `document`, in the order of the text."""
    taken = {one.number.start for one in document.quantities}
    return [
        figure
        for place in range(len(document.sentences))
        if rows.at(place)
        for figure in _row(document, masked, rows, cues, place)
        if figure.number.start not in taken
    ]


def _row(document: Document, masked: str, rows: Rows, cues: Cues, place: int) -> Iterator[Quantity]:
    sentence = document.sentences[place]
    if CELLS.search(masked, sentence.start, sentence.end) is None:
        return
    lead = rows.heading(place)
    last: Unit | None = None
    for column, cell in enumerate(cells(masked, sentence)):
        head = rows.column(place, column)
        if head is None:
            return
        last = _unit(masked, cues, head) or (None if _counts_nothing(masked, head) else last)
        unit = last or (_unit(masked, cues, lead) if column and lead and not _counts_nothing(masked, head) else None)
        number = _number(masked, cell)
        if unit and number:
            noun = Noun("percent" if unit == "percent" else "count", unit, None)
            yield single(masked, Span(number.start, number.end), number, number.value, noun)


def cells(masked: str, row: Span) -> list[Span]:
    """The cells of the table's row at `row`, in order."""
    edges = [match.span() for match in CELLS.finditer(masked, row.start, row.end)]
    starts = [row.start, *(end for _, end in edges)]
    return [Span(start, end) for start, end in zip(starts, [*(start for start, _ in edges), row.end], strict=True)]


def _counts_nothing(masked: str, head: Span) -> bool:
    return _NO_COUNT.search(masked, head.start, head.end) is not None


def _unit(masked: str, cues: Cues, head: Span) -> Unit | None:
    if _RANK.search(masked, head.start, head.end):
        return "rank"
    present = cues.present(head)
    counted = next((unit for cue, unit in UNITS if cue in present), None)
    if _SHARE.search(masked, head.start, head.end):
        return "percent" if counted or not _FOREIGN.search(masked, head.start, head.end) else None
    return counted


def _number(masked: str, cell: Span) -> Number | None:
    """The number that is all that `cell` holds."""
    text = masked[cell.start : cell.end]
    if not re.search(r"\d", text):
        return None
    found = find_numbers(masked[: cell.end][cell.start :])
    if len(found) != 1 or text[: found[0].start].strip(_EDGE) or text[found[0].end :].strip(_EDGE):
        return None
    one = found[0]
    return Number(cell.start + one.start, cell.start + one.end, one.value, one.kind)
