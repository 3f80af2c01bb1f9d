"""Which letters the matches of a pattern can begin with, told from its source."""

import re
from collections.abc import Iterator

from corpus.folding import fold_characters

_BEHIND = re.compile(r"(?:\(\?<[!=][^)]*\))*")
_CLASS = re.compile(r"\[([^\W\d_]+)\]")
_LETTERS = re.compile(r"[^\W\d_]+")
_OPTIONAL = "?*{"
# A masked name is no word, and only words are looked at.
_NO_WORD = "■"


def openings(source: str) -> tuple[str, ...]:
    """The letters, folded, that a match of `source` can begin with in its first word; none where they are not known."""
    found = _of_any(source)
    return tuple(sorted({fold_characters(one) for one in found})) if found else ()


def _of_any(source: str) -> set[str] | None:
    """Those of all alternatives of `source`; None where those of one are not known."""
    found: set[str] = set()
    for one in alternatives(source):
        known = _of_one(one)
        if known is None:
            return None
        found |= known
    return found


def _of_one(source: str) -> set[str] | None:
    behind = _BEHIND.match(source)
    source = source[behind.end() if behind else 0 :]
    if source.startswith(_NO_WORD):
        return set()
    if source.startswith("(?:"):
        end = closing(source)
        return _followed(_of_any(source[3:end]), source[end + 1 :])
    letters = _CLASS.match(source)
    if letters:
        return _followed(set(letters[1]), source[letters.end() :])
    letters = _LETTERS.match(source)
    if letters is None:
        return None
    end = letters.end()
    if source[end : end + 1] and source[end] in _OPTIONAL:
        end -= 1
    return {source[:end]} if end else _followed({source[0]}, source[1:])


def _followed(found: set[str] | None, rest: str) -> set[str] | None:
    """`found`, with the openings of `rest` where what `found` opens may be left out."""
    if found is None or not rest or rest[0] not in _OPTIONAL:
        return found
    further = _of_one(rest[1:]) if rest[0] == "?" and rest[1:2] not in ("+", "?") else None
    return None if further is None else found | further


def closing(source: str) -> int:
    """Where the group ends that `source` begins with."""
    return next(place for place, depth in _depths(source) if depth == 0 and source[place] == ")")


def alternatives(source: str) -> Iterator[str]:
    """The parts between the bars of `source` that stand in no bracket."""
    start = 0
    for place, depth in _depths(source):
        if depth == 0 and source[place] == "|":
            yield source[start:place]
            start = place + 1
    yield source[start:]


def _depths(source: str) -> Iterator[tuple[int, int]]:
    """Places of the brackets and bars of `source`, each with the depth behind it."""
    depth = 0
    for match in re.finditer(r"\\.|\[[^\]]*\]|[()|]", source):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
        if len(match[0]) == 1:
            yield match.start(), depth
