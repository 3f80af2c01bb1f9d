"""Where words of a fixed list stand in a text, by an automaton over its skeleton."""

from collections.abc import Iterable

from extractor.entities.codes import automaton
from extractor.entities.skeletons import Skeleton, ends_word, starts_word


class Spotter:
    """Finds `words`, which are skeletons, where they stand as whole words."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(words)
        self._automaton = automaton(self.words)

    def find(self, skeleton: Skeleton) -> list[tuple[int, int, str]]:
        """Places in the folded text and the word there, in order; of those that begin together the longest."""
        found: dict[int, tuple[int, int, str]] = {}
        folded = skeleton.folded
        for number, start, end in self._automaton.find_matches_as_indexes(skeleton.codes, overlapping=True):
            first = skeleton.origin(start)
            if not starts_word(folded, first):
                continue
            last = skeleton.origin(end - 1) + 1
            # A word goes over spaces and half-spaces alone.
            written = folded[first:last]
            if ends_word(folded, last) and written.replace(" ", "").isalnum():
                known = found.get(first)
                if known is None or known[1] < last:
                    found[first] = (first, last, self.words[number])
        return [found[first] for first in sorted(found)]
