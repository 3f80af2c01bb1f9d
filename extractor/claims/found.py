"""Where the words of many categories stand in a text."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extractor.annotations import Span


class Found:
    """Spans by category, those of each in their order.

    Most categories have none in a text, and rules ask for one of them at a time: so each is kept apart. Which there are
    at all in a span is found out once, for rules ask it of the same clauses again and again.
    """

    def __init__(self, found: Mapping[str, Sequence[Span]]) -> None:
        self._of = {category: ([one.start for one in spans], spans) for category, spans in found.items() if spans}
        everywhere = [
            (start, one.end, category) for category, (starts, spans) in self._of.items()
            for start, one in zip(starts, spans, strict=True)
        ]  # fmt: skip
        everywhere.sort()
        self._all = everywhere
        self._starts = [start for start, _, _ in everywhere]
        self._present: dict[tuple[int, int], frozenset[str]] = {}

    def within(self, category: str, span: Span) -> list[Span]:
        """Those of `category` that lie inside `span`, in order."""
        known = self._of.get(category)
        if known is None:
            return []
        starts, spans = known
        end = span.end
        first = bisect_left(starts, span.start)
        if first == len(starts) or starts[first] >= end:
            return []
        return [one for one in spans[first : bisect_left(starts, end, first)] if one.end <= end]

    def any(self, category: str, span: Span) -> bool:
        """Whether one of `category` lies inside `span`."""
        return category in self._of and bool(self.within(category, span))

    def present(self, span: Span) -> frozenset[str]:
        """The categories that have one inside `span`."""
        key = (span.start, span.end)
        found = self._present.get(key)
        if found is None:
            start, end = key
            first = bisect_left(self._starts, start)
            inside = self._all[first : bisect_left(self._starts, end, first)]
            found = self._present[key] = frozenset([category for _, reach, category in inside if reach <= end])
        return found
