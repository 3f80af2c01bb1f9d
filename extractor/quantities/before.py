"""The words right before a place in folded text, as keys for look-ups in sets and dictionaries.

Looking words up is many times faster than searching backwards with regular expressions, and a list of words is easier
to read and add to.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

_REACH = 48
_MOST_WORDS = 4
# The last sign of a word: what stands before it is parted from what comes after the word.
_SIGN = re.compile(r"[(\[«»)\]\"'،,.;؛:!؟?\n](?=[^(\[«»)\]\"'،,.;؛:!؟?\n]*\Z)")


@dataclass(frozen=True, slots=True)
class Lead:
    """The last one to four words before a place, each time joined without spaces, and where they begin."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]

    def is_in(self, words: frozenset[str]) -> bool:
        """Whether one of the keys is among `words`."""
        return not words.isdisjoint(self.keys)

    def find[Value](self, words: Mapping[str, Value]) -> tuple[Value, int] | None:
        """The value of the longest key that `words` has, and where its words begin."""
        if words.keys().isdisjoint(self.keys):
            return None
        for key, start in zip(reversed(self.keys), reversed(self.starts), strict=True):
            if key in words:
                return words[key], start
        return None


NOTHING = Lead((), ())


# Several rules ask for the words before one figure, one after the other.
@lru_cache(maxsize=2048)
def lead(folded: str, at: int) -> Lead:
    """The words before `at`, up to a sign that parts them from it."""
    begin = max(0, at - _REACH)
    words = folded[begin:at].rsplit(" ", _MOST_WORDS + 1)
    start = at
    if words[-1] == "":
        words.pop()
        start -= 1
    keys: list[str] = []
    starts: list[int] = []
    key = ""
    for word in islice(reversed(words), _MOST_WORDS):
        bare, parted = (word, False) if word.isalpha() else _opened(word)
        start -= len(bare)
        if not bare or (start == begin and begin):
            break
        key = bare + key
        keys.append(key)
        starts.append(start)
        if parted:
            break
        start -= 1
    return Lead(tuple(keys), tuple(starts)) if keys else NOTHING


def _opened(word: str) -> tuple[str, bool]:
    """`word` from its last sign or line end on, and whether there was one; nothing where it ends with one."""
    match = _SIGN.search(word)
    return (word[match.end() :], True) if match else (word, False)
