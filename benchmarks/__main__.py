"""`make bench`: the speed of our stages beside named peers', and right and wrong on the cases of `tests/specs`.

    python -m benchmarks [--rounds 5] [--budget 3] [--only speed|cases]

Speed is characters a second over the sample newsroom's articles, and over those in ../shared/seeds where that folder
is at hand, all stages in one run and in turns (`timing`). The yardstick is hazm's Normalizer, which Persian pipelines
begin with: a ratio of 1 or more means that ours is as fast or faster. Peers that are not installed are shown as such.
What an article costs against it: `cost`. How fast the registry's names are looked up: `matching`. Right and wrong:
`recognisers`. Memory over a long stream: `stream`. Pages to articles: `pages`.
"""

import argparse
import os
import platform

from rich.table import Table

from benchmarks import cost, matching, pages, recognisers
from benchmarks.console import CONSOLE
from benchmarks.stages import AIM, OURS, PEERS, YARDSTICK
from benchmarks.texts import newsroom, seeds
from benchmarks.timing import Stage, speeds


def _installed() -> dict[str, Stage]:
    found = {}
    for name, make in PEERS.items():
        try:
            found[name] = make()
        except ImportError:
            continue
    return found


def speed_table(rounds: int, budget: float) -> Table:
    """Measure, and lay out."""
    articles, further = newsroom(), seeds()
    texts = articles + further
    found = speeds(_installed() | OURS, texts, rounds, budget)
    beside = f"{len(further)} texts of shared/seeds" if further else "without shared/seeds, which is not here"
    size = sum(len(one.text) for one in texts)
    table = Table(
        title=f"Speed: {len(articles)} articles of the newsroom, {beside}; {size:,} characters;"
        f" {os.cpu_count()} cores, Python {platform.python_version()}, best of {rounds} rounds",
        title_justify="left",
        caption=f"aim: {AIM} at a ratio of 1 or more",
        caption_justify="left",
    )
    table.add_column("stage")
    for column in ("characters a second", f"to {YARDSTICK}", "of the text"):
        table.add_column(column, justify="right")
    for name in [*PEERS, *OURS]:
        speed = found.get(name)
        if speed is None:
            table.add_row(name, "not installed")
            continue
        ratio = speed.characters / found[YARDSTICK].characters
        table.add_row(name, f"{speed.characters:,.0f}", f"{ratio:.2f}", f"{speed.share:.0%}")
    return table


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each stage is measured")
    parser.add_argument("--budget", type=float, default=3, help="seconds after which a slow stage ends its round")
    parser.add_argument("--only", choices=("speed", "cases"))
    given = parser.parse_args()
    if given.only != "cases":
        CONSOLE.print(speed_table(given.rounds, given.budget))
        cost.show(given.rounds)
        matching.show(3 * given.rounds)
        pages.show(given.rounds)
    if given.only != "speed":
        recognisers.show()


if __name__ == "__main__":
    main()
