"""A folded text without spaces and signs, with the way back: what names are looked up in."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from corpus.folding import skeleton

_RUN = re.compile(r"[^\W_]+")
_ONE_TO_ONE = {"آ": "ا", **dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", strict=True))}
# A text of more kinds of signs than these is no article; each kind takes one pass over the text.
_MANY_SIGNS = 60


class Skeleton:
    """`text`: letters and digits of `folded`, one to one as `corpus.folding.skeleton` spells them.

    `origin(i)` is the place in `folded` of `text[i]`. Runs of letters are kept by how many letters stand before each,
    since few places are ever asked for.
    """

    __slots__ = ("_before", "folded", "text")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        characters = set(folded)
        # Every sign becomes one space, so that a run's number is also the number of signs before it.
        runs = _spaced(folded, characters).split(" ")
        self.text = "".join(runs)
        for char in _ONE_TO_ONE.keys() & characters:
            self.text = self.text.replace(char, _ONE_TO_ONE[char])
        self._before = list(accumulate(map(len, runs), initial=0))

    def origin(self, at: int) -> int:
        """The place in `folded` of `text[at]`."""
        return at + bisect_right(self._before, at) - 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in `folded` of `text[start:end]`, which must not be empty."""
        return self.origin(start), self.origin(end - 1) + 1


def letters(folded: str) -> str:
    """The skeleton of a folded text, for those who need no way back."""
    text = "".join(_spaced(folded, set(folded)).split(" "))
    for char in _ONE_TO_ONE.keys() & set(text):
        text = text.replace(char, _ONE_TO_ONE[char])
    return text


def _spaced(folded: str, characters: set[str]) -> str:
    """`folded`, which has these `characters`, with a space for every sign."""
    signs = [char for char in characters if char != " " and not char.isalnum()]
    if len(signs) > _MANY_SIGNS:
        return folded.translate(dict.fromkeys(map(ord, signs), " "))
    for sign in signs:
        folded = folded.replace(sign, " ")
    return folded


@lru_cache(maxsize=1)
def skeleton_of(folded: str) -> Skeleton:
    """The skeleton of a whole text, made once for all who look for names in it."""
    return Skeleton(folded)


def starts_word(folded: str, at: int) -> bool:
    """Whether a word may begin at `at`: no letter stands before it, or digits meet letters there."""
    return at == 0 or not _same_word(folded[at - 1], folded[at])


def ends_word(folded: str, at: int) -> bool:
    """Whether a word may end before `at`."""
    return at >= len(folded) or not _same_word(folded[at - 1], folded[at])


def _same_word(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and left.isdigit() == right.isdigit()


def word_end(folded: str, at: int) -> int:
    """Where the run of letters that goes on at `at` ends; `at` itself where none does."""
    match = _RUN.match(folded, at)
    return match.end() if match else at


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """The spelling under which a word or name is looked up."""
    return skeleton(text)
