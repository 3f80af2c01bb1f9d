"""The word lists of words.yml and corpus/registry/names, compared by letters alone."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from corpus.folding import skeleton
from corpus.registry import load
from corpus.registry.names import listed

_FILE = Path(__file__).with_name("words.yml")
_HOME = "ایران"
_PROVINCE = "استانداری "


@cache
def kinds() -> dict[str, str]:
    """Skeletons of the listed words, each with the letters of the lists that hold it, as they stand in the features."""
    found: dict[str, str] = {}
    for letter, words in _lists():
        for word in {skeleton(one) for one in words} - {""}:
            found[word] = found.get(word, "") + letter
    return found


def _lists() -> Iterator[tuple[str, Iterable[str]]]:
    own: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    places, persons = listed("places"), listed("persons")
    yield "h", own["heads"].split("،")
    yield "p", [*places["towns"], *places["regions"], *_provinces()]
    yield "c", [*places["countries"], _HOME]
    yield "g", [*persons["given"], *persons["women"]]
    yield "e", [*persons["surname_endings"], *persons["second"]]
    yield "t", persons["titles"]
    yield "r", persons["roles"]
    yield "s", own["saying"].split("،")


def _provinces() -> Iterator[str]:
    return (one.name.removeprefix(_PROVINCE) for one in load().bodies if one.kind == "province")
