"""Which characters of a text are taken already, so that of two readings the surer one stands."""

from bisect import bisect_left, insort

from extractor.annotations import Span


class Occupied:
    """Spans that do not overlap; asking and adding stay fast in texts of many megabytes."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def claim(self, span: Span) -> bool:
        """Take the characters of `span`; False, with nothing taken, where one of them is taken already."""
        if not self.free(span):
            return False
        insort(self._spans, (span.start, span.end))
        return True

    def free(self, span: Span) -> bool:
        """Whether no character of `span` is taken."""
        at = bisect_left(self._spans, (span.end, -1))
        return at == 0 or self._spans[at - 1][1] <= span.start
