"""Exports stream: the peak of memory does not grow with the number of records."""

import subprocess
import sys
import tracemalloc

import pyarrow
import pytest

from corpus.exports import FORMATS, write

MEGABYTE = 2**20


def peak_of(record, count, format_, path, given=iter):
    """Megabytes of Python objects at the highest. Each record is a new object, with a quote of its own."""

    def fresh(number):
        quote = f"{number} {record.evidence[0].quote}"
        evidence = record.evidence[0].model_copy(update={"quote": quote})
        return record.model_copy(update={"id": f"rec:{number}", "evidence": (evidence,)})

    tracemalloc.start()
    try:
        write(given(map(fresh, range(count))), format_, path)
        return tracemalloc.get_traced_memory()[1] / MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("format_", FORMATS)
def test_four_times_as_many_records_take_no_more(tmp_path, full, format_, monkeypatch):
    monkeypatch.setattr("corpus.exports.parquet._ROWS_A_GROUP", 100)
    write([full], format_, tmp_path / "records")  # what a format loads once is no matter of records
    before = pyarrow.total_allocated_bytes()
    short, long = (peak_of(full, count, format_, tmp_path / "records") for count in (250, 1_000))
    assert long < short + 0.5
    assert pyarrow.total_allocated_bytes() - before < MEGABYTE


def test_records_that_are_held_would_show(tmp_path, full):
    short, long = (peak_of(full, count, "jsonl", tmp_path / "records", given=list) for count in (250, 1_000))
    assert long > short + 0.8


def test_formats_load_their_libraries_only_when_asked():
    loaded = "import sys, corpus.exports; sys.exit(bool({'openpyxl', 'pyarrow', 'django'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
