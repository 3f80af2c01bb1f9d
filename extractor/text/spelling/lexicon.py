"""The lexicon behind half-space repair: hazm's list of words, read without importing hazm (a second or more).

Only the words that the list gives a part of speech are taken (23,000 without a half-space, 13,000 with one); the other
150,000 are old dictionary entries, many of them misspelt, of which no reader of news would know one.
All words are folded as `corpus.folding` does.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from sys import intern
from typing import NamedTuple

import yaml

from corpus.folding import fold_characters

ZWNJ = "\u200c"
# Letters that do not join to the left: no half-space is written after them («کشورها», «بهتر»).
NOT_JOINING = frozenset("آادذرزژو")
_TAGGED = re.compile(r"^([^\t\n]+)\t\d+\t([A-Z][A-Z,]*)$", re.MULTILINE)
_SPACED = re.compile(r"^([^\t\n]+\u200c[^\t\n]+)\t\d+\t0$", re.MULTILINE)
_DIACRITICS = re.compile("[\u064b-\u0655\u0670]")

type Cuts = tuple[int, ...]


class Lexicon(NamedTuple):
    """Words by their letters, without half-spaces.

    `plain`: those written in one piece, with their tags; `spaced`: of those with half-spaces, how many letters stand
    before each; `nouns`: which of `spaced` are nouns; `firsts`: what stands before a half-space in one of them.
    """

    plain: dict[str, str]
    spaced: dict[str, Cuts]
    nouns: frozenset[str]
    firsts: frozenset[str]


def hazm_data(name: str) -> str:
    """The text of a file of hazm's data.

    Raises:
        ModuleNotFoundError: hazm is not installed.

    """
    package = find_spec("hazm")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("hazm, whose lists of words the extractor reads, is not installed")
    return (Path(package.submodule_search_locations[0]) / "data" / name).read_text(encoding="utf-8")


def cuts_of(spelling: str) -> tuple[str, Cuts]:
    """The letters of `spelling` without half-spaces, and how many of them stand before each half-space.

    A half-space after a letter that does not join, which changes nothing that can be seen, is left out.
    """
    pieces = spelling.split(ZWNJ)
    cuts: list[int] = []
    length = 0
    for piece in pieces[:-1]:
        length += len(piece)
        if piece and piece[-1] not in NOT_JOINING:
            cuts.append(length)
    return "".join(pieces), tuple(cuts)


@cache
def lexicon() -> Lexicon:
    """The words of hazm's list; read once, in a quarter of a second."""
    plain: dict[str, str] = {}
    spaced: dict[str, Cuts] = {}
    nouns: set[str] = set()
    for written, tags in _entries():
        letters, cuts = cuts_of(written) if ZWNJ in written else (written, ())
        if cuts:
            spaced.setdefault(letters, cuts)
            if "N" in tags.split(","):
                nouns.add(letters)
        elif tags:
            plain[letters] = intern(f"{plain[letters]},{tags}" if letters in plain else tags)
    for word in data()["not_words"]:
        plain.pop(word, None)
    firsts = frozenset(letters[:cut] for letters, cuts in spaced.items() for cut in cuts)
    return Lexicon(plain, spaced, frozenset(nouns), firsts)


def _entries() -> list[list[str]]:
    """Words and their tags, folded; folded together, which is far faster than one by one."""
    text = hazm_data("words.dat")
    found = [f"{word}\t{tags}" for word, tags in _TAGGED.findall(text)]
    found += [f"{word}\tN" for word in (*data()["words"], *data()["spelt"])]
    found += [f"{word}\t" for word in _SPACED.findall(text)]
    even = _DIACRITICS.sub("", fold_characters("\n".join(found).replace("\t", "|")))
    return [line.split("|") for line in even.split("\n")]


@cache
def data() -> dict[str, frozenset[str]]:
    """Endings, prefixes and short lists of words: `halfspace.yaml`, folded."""
    text = Path(__file__).with_name("halfspace.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.safe_load(fold_characters(text))
    return {
        name: frozenset((value if name == "spelt" else value.replace(ZWNJ, "")).split())
        for name, value in found.items()
    }
