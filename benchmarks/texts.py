"""What speed and memory are measured on: the sample newsroom's articles, and further ones where they are at hand."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from corpus.newsroom.articles import load

_LETTERS = "ابپتجدرزسش"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


class Text(NamedTuple):
    """An article's text and when it appeared, where that is known."""

    text: str
    published: datetime | None


def newsroom() -> list[Text]:
    """The sample newsroom's articles."""
    return [Text(article.text, article.published_at) for article in load()]


def seeds() -> list[Text]:
    """The articles in `../shared/seeds` beside the checkout; none where there is no such folder."""
    return [Text(path.read_text(encoding="utf-8"), None) for path in sorted(SEEDS.glob("*.txt"))]


def marked(texts: Sequence[Text], number: int) -> list[Text]:
    """The texts with a last line that only `number` has."""
    mark = "".join(_LETTERS[int(digit)] for digit in str(number))
    return [one._replace(text=f"{one.text}\n{mark}") for one in texts]


def endless(texts: Sequence[Text], seed: int = 0) -> Iterator[Text]:
    """Articles without end: paragraphs of `texts` at random, each with a word at its end that was never seen before."""
    chance = Random(seed)  # noqa: S311 - no secret hangs on it
    lines = [line for one in texts for line in one.text.splitlines() if line]
    moments = [one.published for one in texts]
    while True:
        some = chance.choices(lines, k=chance.randint(5, 25))
        text = "\n".join(f"{line} {''.join(chance.choices(_LETTERS, k=8))}" for line in some)
        yield Text(text, chance.choice(moments))
