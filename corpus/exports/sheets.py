"""CSV and XLSX, for people who open records in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, BinaryIO

from corpus.exports.columns import Cell, Column, columns, labels, row
from corpus.exports.errors import ExportError, library
from corpus.schema import Record

# Text that a spreadsheet would take for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# Limits of XLSX: rows of a sheet, characters of a cell, and characters that XML 1.0 cannot hold.
_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTHS = {"text": 24, "number": 12, "integer": 10, "date": 12, "json": 40}


def write_csv(records: Iterable[Record], file: BinaryIO, *, bom: bool, persian_labels: bool) -> int:
    """Writes a head and a row for each record, in UTF-8; returns how many records there were.

    Dates are Gregorian ISO, whole numbers have no decimals. Text that a spreadsheet would run as a formula gets an
    apostrophe before it.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig" if bom else "utf-8", newline="")
    count = 0
    try:
        writer = csv.writer(text)
        writer.writerow(_head(persian_labels=persian_labels))
        for count, record in enumerate(records, start=1):  # noqa: B007 - the last one is the count
            writer.writerow(map(_in_csv, row(record)))
    finally:
        text.detach()
    return count


def write_xlsx(records: Iterable[Record], file: BinaryIO, *, persian_labels: bool) -> int:
    """Writes a right-to-left sheet with a head that stays in sight; returns how many records there were.

    Text is kept as text, whatever it begins with. Where XLSX cannot hold it, it is cut at 32,767 characters and ends
    in «…», and control characters become «�». ExportError beyond 1,048,575 records.
    """
    openpyxl = library("openpyxl", "xlsx")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("records")
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "A2"
    letter = library("openpyxl.utils", "xlsx").get_column_letter
    for number, column in enumerate(columns(), start=1):
        sheet.column_dimensions[letter(number)].width = _WIDTHS[column.kind]
    sheet.append(_head(persian_labels=persian_labels))
    try:
        count = _append(records, sheet, library("openpyxl.cell", "xlsx").WriteOnlyCell)
    except BaseException:
        # An unfinished sheet would complain on standard error when it is forgotten, and leave its temporary file.
        sheet.close()
        sheet._writer.cleanup()
        raise
    book.save(file)
    return count


def _append(records: Iterable[Record], sheet: Any, new_cell: Any) -> int:  # noqa: ANN401 - openpyxl has no types
    count = 0
    for count, record in enumerate(records, start=1):
        if count >= _MOST_ROWS:
            raise ExportError(f"xlsx holds at most {_MOST_ROWS - 1:,} records; choose csv or parquet")
        sheet.append([_in_xlsx(cell, sheet, new_cell) for cell in row(record)])
    return count


def _head(*, persian_labels: bool) -> list[str]:
    return [_label(column) if persian_labels else column.name for column in columns()]


def _label(column: Column) -> str:
    return labels()[column.name]


def _in_csv(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _in_xlsx(cell: Cell, sheet: Any, new_cell: Any) -> Any:  # noqa: ANN401 - openpyxl has no types
    if not isinstance(cell, str):
        return cell
    text = _NOT_IN_XML.sub("\ufffd", cell)
    if len(text) > _LONGEST_CELL:
        text = text[: _LONGEST_CELL - 1] + "…"
    if not text.startswith(_FORMULA):
        return text
    kept = new_cell(sheet, text)
    kept.data_type = "s"
    kept.quotePrefix = True
    return kept
