"""How fast all names of the registry are looked up: megabytes of UTF-8 a second of processor time.

    python -m benchmarks.matching [--rounds 15]

Measured is the first stage of reading bodies, from the folded text to every spelling that stands there as a word, over
the articles of `texts`, each as it is. The best of the rounds counts, and processor time leaves out what other
programmes take; a busy neighbour on the same core still shows.
"""

import argparse
import time

from benchmarks.console import CONSOLE
from benchmarks.texts import newsroom, seeds
from extractor.entities.index import index
from extractor.entities.matches import matches
from extractor.entities.skeletons import Skeleton
from extractor.text.view import View

FLOOR = 20
_MEGABYTE = 1_000_000


def speed(folded: list[str], rounds: int) -> float:
    """Megabytes a second in the best of `rounds`."""
    size = sum(len(text.encode("utf-8")) for text in folded)
    return size / _MEGABYTE / min(_round(folded) for _ in range(rounds))


def _round(folded: list[str]) -> float:
    begun = time.process_time()
    for text in folded:
        for _ in matches(Skeleton(text)):
            pass
    return time.process_time() - begun


def show(rounds: int) -> None:
    """Print the line."""
    texts = [View(one.text).folded for one in newsroom() + seeds()]
    names, found = len(index().patterns), speed(texts, rounds)
    CONSOLE.print(
        f"Names: {names:,} spellings of the registry looked up in {len(texts)} articles at {found:.1f} MB/s of UTF-8,"
        f" best of {rounds} rounds (floor: {FLOOR} on a quiet core)"
    )


def main() -> None:
    """Print the line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="how often the articles are read")
    show(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
