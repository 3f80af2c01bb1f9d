"""The words of a search."""

from functools import cache
from pathlib import Path

import yaml

from corpus.folding import skeleton


def wanted(text: str) -> list[str]:
    """Skeletons of the words of `text`; an ending or prefix written apart is read with its word.

    «دستگاه ها», «دستگاه‌ها» and «دستگاهها» ask for one word. Words of signs alone ask for nothing.
    """
    affixes = _affixes()
    found: list[str] = []
    joins = False
    for word in filter(None, map(skeleton, text.split())):
        if found and (joins or word in affixes["endings"]):
            found[-1] += word
        else:
            found.append(word)
        joins = word in affixes["prefixes"]
    return found


@cache
def _affixes() -> dict[str, frozenset[str]]:
    read = yaml.safe_load(Path(__file__).with_name("affixes.yml").read_text(encoding="utf-8"))
    return {kind: frozenset(map(skeleton, words)) for kind, words in read.items()}
