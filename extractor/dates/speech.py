"""What a sentence says around a date."""

import re
from functools import cached_property

from extractor.annotations import Span
from extractor.dates.cues import TENSED, TENSES, Cue, cues

# As far as a sentence is read to either side.
_REACH = 200
_STOP = re.compile(r"[.!?؟\n](?!\d)")
# The tenses of what is still to come.
TO_COME = frozenset({"ahead", "will", "future"})


class Speech:
    """The sentence around a date, as far as it matters."""

    def __init__(self, folded: str, span: Span) -> None:
        self.folded = folded
        self.span = span
        low = max(0, span.start - _REACH)
        for before in _STOP.finditer(folded, low, span.start):
            low = before.end()
        self.start = low
        after = _STOP.search(folded, span.end, span.end + _REACH)
        self.end = after.start() if after else min(len(folded), span.end + _REACH)

    @cached_property
    def before(self) -> list[Cue]:
        """Cues of the sentence before the date."""
        return list(cues(self.folded, self.start, self.span.start))

    @cached_property
    def after(self) -> list[Cue]:
        """Cues of the sentence after the date."""
        return list(cues(self.folded, self.span.end, self.end))

    def has_before(self, kind: str) -> bool:
        """Whether such a cue stands before the date."""
        return any(kind in cue.kinds for cue in self.before)

    def has_after(self, kind: str) -> bool:
        """Whether such a cue stands after the date."""
        return any(kind in cue.kinds for cue in self.after)

    def has(self, kind: str) -> bool:
        """Whether the sentence has such a cue."""
        return self.has_after(kind) or self.has_before(kind)

    @cached_property
    def first_verb(self) -> Cue | None:
        """The first verb after the date; no further than it is read where only it is asked for."""
        return next((cue for cue in self.to_verb if cue.kinds & TENSED), None)

    @cached_property
    def to_verb(self) -> list[Cue]:
        """The cues after the date up to its verb."""
        found = []
        for cue in self.__dict__.get("after") or cues(self.folded, self.span.end, self.end):
            found.append(cue)
            if cue.kinds & TENSED:
                break
        return found

    def first_tense(self) -> str:
        """The tense of the first verb after the date: "past", "will", "ahead", "future", "state" or ""."""
        verb = self.first_verb
        return next((tense for tense in TENSES if tense in verb.kinds), "") if verb else ""
