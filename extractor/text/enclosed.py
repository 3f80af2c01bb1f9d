"""What stands between quotation marks or brackets that close in the same line."""

import re
from bisect import bisect_left

_SIGN = re.compile(r"[«»\"()]")
_OPENED_BY = {"»": "«", ")": "("}
# A longer bracket is one that was never meant to close there.
_LONGEST_BRACKET = 300


class Enclosed:
    """The outermost «…», "…" and (…) of a line, by the offsets of their signs."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, line: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(_pairs(line)):
            if not self._ends or start > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether one begins before `offset` and ends at it or later."""
        at = bisect_left(self._starts, offset) - 1
        return at >= 0 and offset <= self._ends[at]

    def opening(self, end: int) -> int | None:
        """Where the one that ends with the sign at `end` begins."""
        at = bisect_left(self._ends, end)
        return self._starts[at] if at < len(self._ends) and self._ends[at] == end else None


def _pairs(line: str) -> list[tuple[int, int]]:
    found = []
    opened: dict[str, list[int]] = {"«": [], "(": []}
    straight: int | None = None
    # An odd number of straight marks tells nobody which of them close.
    paired = line.count('"') % 2 == 0
    for match in _SIGN.finditer(line):
        sign, at = match.group(), match.start()
        if sign == '"':
            if straight is not None:
                found.append((straight, at))
            straight = at if paired and straight is None else None
        elif sign in opened:
            opened[sign].append(at)
        elif opened[_OPENED_BY[sign]]:
            start = opened[_OPENED_BY[sign]].pop()
            if sign == "»" or at - start <= _LONGEST_BRACKET:
                found.append((start, at))
    return found
