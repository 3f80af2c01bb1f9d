"""Pages to articles: pages a second and right words of ours and of peers, `python -m benchmarks.pages [--rounds 5]`.

On the sample newsroom's pages and the stored pages of `tests/crawler/pages`. Body F1 is by words with their number: the
words that a reader gives against those of the lines below kicker, title and lead; a reader may repeat those three at no
cost. The aim: pages of known publishers at `AIM` times trafilatura's pages a second, with a better F1.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rich.table import Table

from benchmarks.console import CONSOLE, track
from benchmarks.page_cases import PageCase, newsroom, stored
from benchmarks.page_readers import AIM, OURS, READERS, YARDSTICK, PageReader


def body_f1(found: Iterable[str], case: PageCase) -> float:
    """F1 of the words of `found` against the case's body, from 0 to 1."""
    given = Counter(word for line in found if line.strip() not in case.heads for word in line.split())
    wanted = Counter(word for line in case.body for word in line.split())
    right = (given & wanted).total()
    return 2 * right / (given.total() + wanted.total()) if right else 0.0


def scores(reader: PageReader, cases: Sequence[PageCase]) -> float:
    """The mean body F1 of a reader."""
    return sum(body_f1(reader(case), case) for case in cases) / len(cases)


def speeds(readers: dict[str, PageReader], cases: Sequence[PageCase], rounds: int) -> dict[str, float]:
    """Pages a second of each reader: they take turns, and the best round of each counts."""
    best = dict.fromkeys(readers, 0.0)
    for turn in track(range(rounds + 1), "pages"):
        for name, reader in readers.items():
            pace = _pace(reader, cases)
            best[name] = max(best[name], pace) if turn else best[name]
    return best


def _pace(reader: Callable[[PageCase], object], cases: Sequence[PageCase]) -> float:
    begun = time.perf_counter()
    for case in cases:
        reader(case)
    return len(cases) / (time.perf_counter() - begun)


def table(rounds: int) -> Table:
    """Measure, and lay out."""
    kinds = {"newsroom": newsroom(), "stored": stored()}
    found = speeds(READERS, kinds["newsroom"], rounds)
    size = sum(len(case.page) for case in kinds["newsroom"]) // len(kinds["newsroom"])
    laid = Table(
        title=f"Pages: {len(kinds['newsroom'])} of the newsroom ({size:,} bytes each), {len(kinds['stored'])} stored;"
        f" best of {rounds} rounds",
        title_justify="left",
        caption=f"aim: {OURS} at a ratio of {AIM} or more, with a better body F1 than {YARDSTICK}",
        caption_justify="left",
    )
    laid.add_column("reader")
    for column in ("pages a second", f"to {YARDSTICK}", *(f"body F1, {kind}" for kind in kinds)):
        laid.add_column(column, justify="right")
    for name, reader in READERS.items():
        right = (f"{scores(reader, cases):.3f}" for cases in kinds.values())
        laid.add_row(name, f"{found[name]:,.0f}", f"{found[name] / found[YARDSTICK]:.1f}", *right)
    return laid


def show(rounds: int) -> None:
    """Print the table."""
    CONSOLE.print(table(rounds))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    show(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
