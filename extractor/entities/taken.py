"""Stretches of a text that are spoken for, and the choice between mentions that overlap."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from extractor.annotations import Span


class Stretch(Protocol):
    """What has a start and an end."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The first character behind it."""


class Taken:
    """The characters that any of `spans` covers."""

    def __init__(self, spans: Iterable[Stretch]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((one.start, one.end) for one in spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a character of `start:end` is spoken for."""
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] < end


def apart[One: Span](spans: Sequence[One]) -> list[One]:
    """`spans` sorted; where two overlap the first, and of those that begin together the longest, is kept."""
    kept: list[One] = []
    for one in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
