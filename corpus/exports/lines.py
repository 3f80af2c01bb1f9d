"""JSON Lines: the whole Record, one object a line."""

from collections.abc import Iterable
from typing import BinaryIO

from corpus.schema import Record


def write_jsonl(records: Iterable[Record], file: BinaryIO) -> int:
    """Writes each record as one line of UTF-8; returns how many there were."""
    count = 0
    for count, record in enumerate(records, start=1):  # noqa: B007 - the last one is the count
        file.write(record.model_dump_json().encode() + b"\n")
    return count
