"""Records as files: JSON Lines, CSV, XLSX and Parquet, written as they come and never held together in memory."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from corpus.exports.errors import ExportError
from corpus.exports.files import replacing
from corpus.exports.lines import write_jsonl
from corpus.exports.parquet import write_parquet
from corpus.exports.sheets import write_csv, write_xlsx
from corpus.schema import Record

__all__ = ["FORMATS", "ExportError", "Format", "write"]

Format = Literal["jsonl", "csv", "xlsx", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)


def write(
    records: Iterable[Record],
    format: Format,  # noqa: A002 - what the command line and the API call it too
    out: Path | BinaryIO,
    *,
    bom: bool = False,
    persian_labels: bool = False,
) -> int:
    """Writes `records` to `out` and returns how many there were.

    A path is replaced in one step when all is written, and left as it was when anything fails; an open file is
    written to where it stands and stays open. `bom`: CSV begins with the mark by which Excel knows UTF-8.
    `persian_labels`: CSV and XLSX have their heads in Persian in place of the names of `corpus.exports.columns`.

    ExportError where the format is unknown, its library is not installed or it cannot hold so many records;
    OSError where the file cannot be written.
    """
    writers: dict[str, Callable[[Iterable[Record], BinaryIO], int]] = {
        "jsonl": write_jsonl,
        "csv": lambda records, file: write_csv(records, file, bom=bom, persian_labels=persian_labels),
        "xlsx": lambda records, file: write_xlsx(records, file, persian_labels=persian_labels),
        "parquet": write_parquet,
    }
    if format not in writers:
        raise ExportError(f"unknown format {format!r}; there are {', '.join(FORMATS)}")
    if not isinstance(out, Path):
        return writers[format](records, out)
    with replacing(out) as file:
        return writers[format](records, file)
