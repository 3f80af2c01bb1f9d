"""The words right before a place of a folded text."""

import re

_SIGN = re.compile(r"[\W_]")
_LONGEST = 24


def words_before(folded: str, at: int, floor: int) -> list[tuple[str, int]]:
    """The words between `floor` and `at` with single spaces between them and behind them, each with its place.

    The nearest comes first. A word that begins before `floor` is left out.
    """
    found: list[tuple[str, int]] = []
    if at <= floor or folded[at - 1] != " ":
        return found
    end = at - 1
    while end > floor:
        start = folded.rfind(" ", floor, end) + 1
        whole = start > 0 or floor == 0
        start = max(start, floor)
        word = folded[start:end]
        if not word.isalnum():
            signs = [one.end() for one in _SIGN.finditer(word)]
            tail = signs[-1] if signs else 0
            if word[tail:]:
                found.append((word[tail:], start + tail))
            return found
        if not whole and start > 0 and folded[start - 1].isalnum():
            return found
        found.append((word, start))
        end = start - 1
    return found


def word_before(folded: str, at: int) -> str:
    """The word before `at` with one space between; "" where none stands there."""
    if at < 2 or folded[at - 1] != " ":
        return ""
    floor = max(0, at - _LONGEST)
    space = folded.rfind(" ", floor, at - 1)
    word = folded[max(space + 1, floor) : at - 1]
    if not word.isalnum():
        return _SIGN.split(word)[-1]
    cut = space < 0 and floor > 0 and folded[floor - 1].isalnum()
    return "" if cut else word
