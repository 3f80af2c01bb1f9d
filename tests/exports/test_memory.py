"""Exports stream: the peak of memory does not grow with the number of records."""

import subprocess
import sys
import tracemalloc

import pyarrow
import pytest

from corpus.exports import write

MEGABYTE = 2**20


def peak_of(record, count, format_, path):
    """Megabytes of Python objects at the highest. Each record is a new object, with a quote of its own."""

    def fresh(number):
        quote = f"{number} {record.evidence[0].quote}"
        evidence = record.evidence[0].model_copy(update={"quote": quote})
        return record.model_copy(update={"id": f"rec:{number}", "evidence": (evidence,)})

    tracemalloc.start()
    try:
        write(map(fresh, range(count)), format_, path)
        return tracemalloc.get_traced_memory()[1] / MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize(("format_", "bound"), [("jsonl", 2), ("csv", 2), ("parquet", 50)])
def test_hundred_thousand_records(tmp_path, full, format_, bound):
    before = pyarrow.total_allocated_bytes()
    assert peak_of(full, 100_000, format_, tmp_path / "records") < bound
    assert pyarrow.total_allocated_bytes() - before < 10 * MEGABYTE


def test_a_sheet_four_times_as_long_takes_no_more(tmp_path, full):
    short, long = (peak_of(full, count, "xlsx", tmp_path / "records.xlsx") for count in (500, 2_000))
    assert long < short + 0.5


def test_formats_load_their_libraries_only_when_asked():
    loaded = "import sys, corpus.exports; sys.exit(bool({'openpyxl', 'pyarrow', 'django'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
