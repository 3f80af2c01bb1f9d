"""A folded text without spaces and signs, with the way back: what names are looked up in."""

import re
from array import array
from functools import lru_cache
from itertools import chain

from corpus.folding import skeleton

_RUN = re.compile(r"[^\W_]+")
_ONE_TO_ONE = str.maketrans("آABCDEFGHIJKLMNOPQRSTUVWXYZ", "اabcdefghijklmnopqrstuvwxyz")


class Skeleton:
    """`text`: letters and digits of `folded`, one to one as `corpus.folding.skeleton` spells them.

    `offsets[i]` is the place in `folded` of `text[i]`.
    """

    __slots__ = ("folded", "offsets", "text")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        runs = [match.span() for match in _RUN.finditer(folded)]
        self.text = "".join([folded[start:end] for start, end in runs]).translate(_ONE_TO_ONE)
        self.offsets = array("I", chain.from_iterable(range(start, end) for start, end in runs))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in `folded` of `text[start:end]`, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


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
