"""The word lists of words.yml, compared by letters alone."""

from functools import cache
from pathlib import Path

import yaml

from corpus.folding import skeleton

_FILE = Path(__file__).with_name("words.yml")
# One letter for each list, as it stands in the features.
_LETTERS = {
    "heads": "h",
    "places": "p",
    "countries": "c",
    "given": "g",
    "surname_endings": "e",
    "titles": "t",
    "roles": "r",
    "saying": "s",
}


@cache
def kinds() -> dict[str, str]:
    """Skeletons of the listed words, each with the letters of the lists that hold it."""
    lists: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for name, letter in _LETTERS.items():
        for word in {skeleton(one) for one in lists[name].split("،")} - {""}:
            found[word] = found.get(word, "") + letter
    return found
