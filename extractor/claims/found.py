"""Where the words of many categories stand in a text."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extractor.annotations import Span


class Found:
    """Spans by category. What lies inside a span is found out once: rules ask of the same clauses again and again."""

    def __init__(self, found: Mapping[str, Sequence[Span]]) -> None:
        everywhere = ((one, category) for category, spans in found.items() for one in spans)
        self._all = sorted(everywhere, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [one.start for one, _ in self._all]
        self._inside: dict[tuple[int, int], dict[str, list[Span]]] = {}
        self._present: dict[tuple[int, int], frozenset[str]] = {}

    def within(self, category: str, span: Span) -> list[Span]:
        """Those of `category` that lie inside `span`, in order."""
        return [*self.inside(span).get(category, ())]

    def present(self, span: Span) -> frozenset[str]:
        """The categories that have one inside `span`."""
        key = (span.start, span.end)
        found = self._present.get(key)
        if found is None:
            found = self._present[key] = frozenset(self.inside(span))
        return found

    def inside(self, span: Span) -> Mapping[str, Sequence[Span]]:
        """Those that lie inside `span`, by category."""
        key = (span.start, span.end)
        found = self._inside.get(key)
        if found is None:
            found = self._inside[key] = {}
            first = bisect_left(self._starts, span.start)
            for one, category in self._all[first : bisect_left(self._starts, span.end, first)]:
                if one.end <= span.end:
                    found.setdefault(category, []).append(one)
        return found
