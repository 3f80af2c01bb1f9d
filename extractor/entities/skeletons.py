"""A folded text without spaces and signs, with the way back: what names are looked up in."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from corpus.folding import skeleton
from extractor.entities.codes import BREAK, encoded, letters_of, spaced

__all__ = ["Skeleton", "ends_word", "key", "letters", "skeleton_of", "starts_word", "word_end"]

_RUN = re.compile(r"[^\W_]+")


class Skeleton:
    """`codes`: letters and digits of `folded` as `corpus.folding.skeleton` spells them, one byte each.

    `starts[i]` is the place in `codes` of the run of letters behind the i-th sign. Every sign parts two runs, so in
    `folded` that run begins at `starts[i] + i`.
    """

    __slots__ = ("_text", "codes", "folded", "starts")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._text: str | None = None
        runs = spaced(folded).split(BREAK)
        self.codes = b"".join(runs)
        self.starts = list(accumulate(map(len, runs), initial=0))

    @property
    def text(self) -> str:
        """The letters and digits themselves, one to one with `codes`."""
        if self._text is None:
            self._text = letters_of(self.codes, self.folded)
        return self._text

    def origin(self, at: int) -> int:
        """The place in `folded` of `codes[at]`."""
        return at + bisect_right(self.starts, at) - 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in `folded` of `codes[start:end]`, which must not be empty."""
        return self.origin(start), self.origin(end - 1) + 1


def letters(folded: str) -> str:
    """The skeleton of a folded text, for those who need no way back."""
    return letters_of(encoded(folded), folded)


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
