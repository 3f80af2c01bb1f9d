"""`make bench`: characters a second of our stages and of a peer's, over the sample newsroom's text, in one process.

    python -m benchmarks [--repeat 5]

Each figure is the best of its repeats: a shared machine only ever makes a run slower. The peer is hazm's Normalizer,
which every Persian pipeline begins with; a ratio above 1 means that ours is faster.
"""

import argparse
import os
import platform
import time
from collections.abc import Callable, Iterable

from hazm import Normalizer
from rich.console import Console
from rich.table import Table

from corpus.newsroom.articles import load
from corpus.schema import Article
from extractor import extract
from extractor.dates import find_dates
from extractor.entities import find_bodies
from extractor.quantities import find_quantities
from extractor.text.sentences import sentences
from extractor.text.view import View


def _recognise(text: str) -> None:
    view = View(text)
    sentences(view)
    find_quantities(view.folded)
    find_dates(view.folded, None)


def _entities(text: str) -> None:
    find_bodies(View(text).folded)


def _extract(text: str) -> None:
    extract(Article(id="bench", text=text))


def _hazm() -> Callable[[str], object]:
    normalize: Callable[[str], object] = Normalizer().normalize
    return normalize


def speed(stage: Callable[[str], object], texts: Iterable[str], repeat: int) -> float:
    """Characters a second, the best of `repeat` runs over all `texts` after one that warms up."""
    texts = list(texts)
    size = sum(map(len, texts))
    best = float("inf")
    for run in range(repeat + 1):
        begun = time.perf_counter()
        for text in texts:
            stage(text)
        if run:
            best = min(best, time.perf_counter() - begun)
    return size / best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    texts = [article.text for article in load()]
    peer = speed(_hazm(), texts, repeat)
    table = Table(title=f"{len(texts)} articles, {os.cpu_count()} cores, Python {platform.python_version()}")
    for column in ("stage", "characters a second", "to hazm's Normalizer"):
        table.add_column(column, justify="left" if column == "stage" else "right")
    table.add_row("hazm Normalizer (peer)", f"{peer:,.0f}", "1.00")
    stages = {"view, sentences, figures, dates": _recognise, "view, bodies": _entities, "article to records": _extract}
    for name, stage in stages.items():
        found = speed(stage, texts, repeat)
        table.add_row(name, f"{found:,.0f}", f"{found / peer:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
