"""Parquet, for data tools: typed columns, in row groups."""

from collections.abc import Iterable
from itertools import batched
from typing import Any, BinaryIO

from corpus.exports.columns import columns, row
from corpus.exports.errors import library
from corpus.schema import Record

_ROWS_A_GROUP = 10_000


def write_parquet(records: Iterable[Record], file: BinaryIO) -> int:
    """Writes the records in groups of 10,000 rows, compressed with zstd; returns how many there were."""
    pyarrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    schema = _schema(pyarrow)
    count = 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batched(map(row, records), _ROWS_A_GROUP):
            by_column = zip(*batch, strict=True)
            arrays = [pyarrow.array(cells, type=field.type) for cells, field in zip(by_column, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), row_group_size=_ROWS_A_GROUP)
            count += len(batch)
    return count


def _schema(pyarrow: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    types = {
        "text": pyarrow.string(),
        "json": pyarrow.string(),
        "number": pyarrow.float64(),
        "integer": pyarrow.int64(),
        "date": pyarrow.date32(),
    }
    return pyarrow.schema([(column.name, types[column.kind]) for column in columns()])
