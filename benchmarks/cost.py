"""What an article costs, as a multiple of hazm's Normalizer on the same text: `python -m benchmarks.cost [--rounds 5]`.

Relevant articles are those of the newsroom, and of shared/seeds where it is at hand, that hold a record; irrelevant
ones are the unrelated pages of the gold that name no platform and speak of no programme. The aims are of an article of
some 3,000 characters: a relevant one at most `RELEVANT` times, an irrelevant one at most `IRRELEVANT` times. Ratios
alone are told: how many characters a second it is depends on the machine.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import yaml

import corpus.gold
from benchmarks.console import CONSOLE
from benchmarks.stages import PEERS, YARDSTICK, extract_records
from benchmarks.texts import Text, newsroom, seeds
from benchmarks.timing import Stage, speeds
from extractor.claims.assembling import may_concern_us
from extractor.text.view import View

RELEVANT, IRRELEVANT = 3.0, 0.5
UNRELATED = Path(corpus.gold.__file__).parent / "unrelated"
# No stage is so slow that its round is cut short.
BUDGET = 60.0


def relevant() -> list[Text]:
    """Articles that hold a record."""
    return [one for one in newsroom() + seeds() if extract_records(one)]


def irrelevant() -> list[Text]:
    """Pages that can hold none, as their words tell at once."""
    pages = [page for path in sorted(UNRELATED.glob("*.yml")) for page in yaml.safe_load(path.read_text("utf-8"))]
    texts = [Text(page["text"], None) for page in pages if "text" in page]
    return [one for one in texts if not may_concern_us(View(one.text).folded)]


def ratio(texts: Sequence[Text], yardstick: Stage, rounds: int) -> float:
    """How many times what the yardstick takes the records of `texts` take."""
    found = speeds({YARDSTICK: yardstick, "records": extract_records}, texts, rounds, BUDGET)
    return found[YARDSTICK].characters / found["records"].characters


def show(rounds: int) -> None:
    """Print a line for each kind of article."""
    try:
        yardstick = PEERS[YARDSTICK]()
    except ImportError:
        CONSOLE.print(f"Cost of an article: {YARDSTICK} is not installed")
        return
    for kind, texts, aim in (("relevant", relevant(), RELEVANT), ("irrelevant", irrelevant(), IRRELEVANT)):
        found = ratio(texts, yardstick, rounds)
        CONSOLE.print(f"Cost of {len(texts)} {kind} articles: {found:.2f} times {YARDSTICK} (aim: {aim})")


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    show(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
