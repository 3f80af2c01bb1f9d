"""What hazm's word lists know of a word: its part of speech, how common it is, whether it is a form of a verb.

Most names are made of words that no list has, or that are no verbs. hazm itself is not imported, only its files read.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from corpus.folding import fold_characters

_COMMON = ((5_000_000, "4"), (500_000, "3"), (50_000, "2"), (1, "1"))
_TAGGED = re.compile(r"^[^\t\n]+\t\d+\t[A-Z,]+$", re.MULTILINE)
_PAST = ("", "ند", "م", "یم", "ید", "ه")
_PRESENT = ("د", "ند", "م", "یم", "ید")


def _read(name: str) -> str:
    spec = find_spec("hazm")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("hazm is not installed", name="hazm")
    return (Path(spec.origin).parent / "data" / name).read_text(encoding="utf-8")


def _lines(text: str) -> list[str]:
    """The lines with letters as in skeletons; folded together, far faster than one by one."""
    return fold_characters(text).replace("آ", "ا").split("\n")


def _letters(word: str) -> str:
    return word if word.isalnum() else "".join(filter(str.isalnum, word))


@cache
def speech() -> dict[str, str]:
    """Skeletons of words with their parts of speech as letters, and a digit that grows with how common they are."""
    found: dict[str, str] = {}
    for line in _lines("\n".join(_TAGGED.findall(_read("words.dat")))):
        word, count, parts = line.rsplit(" ", 2)  # folding makes tabs spaces
        often = next((digit for least, digit in _COMMON if int(count) >= least), "0")
        found.setdefault(_letters(word), "".join(sorted({part[:2] for part in parts.split(",")})) + often)
    return found


@cache
def verbs() -> frozenset[str]:
    """Skeletons of verbs' forms, without «می»."""
    found: set[str] = set()
    for line in _lines(_read("verbs.dat")):
        past, _, present = (_letters(stem) for stem in line.partition("#"))
        forms = [past + end for end in _PAST if len(past) > 1]
        forms += [present + end for end in _PRESENT if len(present) > 1]
        forms += [f"ب{form}" for form in forms if present and form.startswith(present)]
        found.update(forms, (f"ن{form}" for form in forms))
    return frozenset(found)


def told(word: str) -> str:
    """The letters of a word's parts of speech and how common it is; «?» where the lists lack it."""
    return ("V" if word in verbs() else "") + speech().get(word, "?")
