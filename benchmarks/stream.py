"""Memory over a long stream: article after article through the view and all recognisers, and the peak as it goes.

    python -m benchmarks.stream [--megabytes 200]

The articles are paragraphs of the newsroom put together at random, with words never seen before, made as they are
read; megabytes are of UTF-8. The peak is the process's own (resident set), taken at a tenth, at half and at the end: it
must be flat. Exit 1 where the end is more than a tenth above the first.
"""

import argparse
import resource
import sys
import time
from collections.abc import Iterator

from rich.progress import Progress
from rich.table import Table

from benchmarks.console import CONSOLE, ERRORS
from benchmarks.stages import recognise
from benchmarks.texts import endless, newsroom

MARKS = (0.1, 0.5, 1.0)
ALLOWED = 1.1
# Kilobytes on Linux, bytes on macOS.
_UNIT = 1 if sys.platform == "darwin" else 1024


def peak() -> float:
    """The most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6


def peaks(size: int) -> Iterator[tuple[int, float, float]]:
    """Read `size` bytes; at each mark the bytes read, the seconds spent and the peak."""
    left = [round(mark * size) for mark in MARKS]
    begun, read = time.perf_counter(), 0
    with Progress(console=ERRORS, transient=True, disable=not ERRORS.is_terminal) as bar:
        task = bar.add_task("memory", total=size)
        for one in endless(newsroom()):
            recognise(one)
            length = len(one.text.encode())
            read += length
            bar.advance(task, length)
            while left and read >= left[0]:
                left.pop(0)
                yield read, time.perf_counter() - begun, peak()
            if not left:
                return


def main() -> int:
    """Print the table; 1 where memory grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=200)
    size = round(parser.parse_args().megabytes * 1e6)
    table = Table(title="Memory: view and all recognisers over a stream of articles", title_justify="left")
    for column in ("megabytes read", "seconds", "peak megabytes"):
        table.add_column(column, justify="right")
    found = list(peaks(size))
    for read, seconds, most in found:
        table.add_row(f"{read / 1e6:.0f}", f"{seconds:.0f}", f"{most:.1f}")
    CONSOLE.print(table)
    flat = found[-1][2] <= ALLOWED * found[0][2]
    CONSOLE.print("flat" if flat else "memory grows with what is read")
    return not flat


if __name__ == "__main__":
    sys.exit(main())
