"""Deadlines that were moved: «مهلت … که پایان آذر بود، تا پایان دی تمدید شد»."""

import re
from itertools import pairwise

from extractor.annotations import Span
from extractor.dates.cues import Cue, cues
from extractor.dates.intervals import Resolved
from extractor.dates.resolve import Frame, resolve
from extractor.dates.speech import Speech

_REACH = 160
_SOON = 40
_HINT = re.compile(
    "تمدید|موکول|تعویق|تغییر|افزایش یافت|منتقل شد|جلو کشید|به ?جای |جدید|دوباره|ادامه می|ادامه خواهد|عقب|جا ?به ?جا"
)
_FROM = re.compile(r"(?:\A|\W)از (?:روز |تاریخ )?\Z")
_INSTEAD = re.compile(r"(?:\A|\W)به ?جای (?:روز |تاریخ )?\Z")
_TO = re.compile(r",? (?:به|تا) (?:روز |تاریخ )?")
_TOWARDS = re.compile(r"(?:\A|\W)(?:به|تا) (?:روز |تاریخ )?\Z")
_GOES_ON = (" ادامه می", " ادامه خواهد", " ادامه یافت")
_WAS = re.compile(r"[ ،]*(?:(?:که )?(?:بود|تعیین شده بود|اعلام شده بود))(?!\w)")
_EARLIER = re.compile(r"(?:پیش ?تر|پیش از این|قبلا|در ابتدا|ابتدا|مهلت (?:قبلی|پیشین|اولیه|نخست))[^.؛]{0,12}\Z")
_STOP = re.compile(r"[.!?؟\n](?!\d)")


def mark(folded: str, resolved: list[Resolved], frame: Frame) -> None:
    """Make both days of a moved deadline deadlines, the new one with the characters of the old one."""
    for first, second in pairwise(resolved):
        start, end = first.found.end, second.found.start
        if end - start > _REACH or not _HINT.search(folded, max(0, start - _REACH), end + _REACH):
            continue
        if "\n" not in folded[start:end] and (order := _Pair(folded, first, second).order()):
            for one in order:
                _make_due(one, frame)
            old, new = order
            new.replaces = Span(old.found.start, old.found.end)


class _Pair:
    """Two dates that follow one another, and the words around them."""

    def __init__(self, folded: str, first: Resolved, second: Resolved) -> None:
        self.folded, self.first, self.second = folded, first, second
        self.gap = folded[first.found.end : second.found.start]
        self.speech = Speech(folded, Span(first.found.start, second.found.end))
        self.soon = [cue for cue in self.speech.after if cue.start - second.found.end < _SOON]
        self.between = list(cues(folded, first.found.end, second.found.start))

    def order(self) -> tuple[Resolved, Resolved] | None:
        """The old deadline and the new one; None where nothing was moved from the one to the other."""
        if self._moved_on():
            return self.first, self.second
        told = _has(self.between, "moved") or _has(self.soon, "moved")
        return (self.second, self.first) if self.first.deadline and told and self._second_was() else None

    def _moved_on(self) -> bool:
        before = self.speech.before
        if self._stands_before(_INSTEAD, self.first):
            return self.second.deadline or _has(before, "noun")
        if _TO.fullmatch(self.gap) and self._stands_before(_FROM, self.first):
            named = self.first.deadline or self.speech.has("noun") or self.speech.has("span")
            return named and (_has(before, "moved") or _has(self.soon, "moved"))
        return self.first.deadline and self._is_newer()

    def _is_newer(self) -> bool:
        """Whether the second is what the first, a deadline, was moved to."""
        if _STOP.search(self.gap):
            return self.second.deadline and _has(self.soon, "moved")
        if self._stands_before(_TOWARDS, self.second):
            return _has(self.soon, "moved") or self.folded.startswith(_GOES_ON, self.second.found.end)
        if not _has(self.between, "moved"):
            return False
        return (self.second.deadline and "جدید" in self.gap) or (
            self.gap.endswith(" و ") and self.second.found.part == "end"
        )

    def _second_was(self) -> bool:
        """Whether the second is told as one that was: «۱۰ دی به سر می‌رسید», «(پیش‌تر ۲۰ بهمن)»."""
        end = self.second.found.end
        if _WAS.match(self.folded, end) or self._stands_before(_EARLIER, self.second):
            return True
        after = list(cues(self.folded, end, min(len(self.folded), end + _SOON)))
        return bool(after) and "runs_out" in after[0].kinds and _has(after, "elapsed")

    def _stands_before(self, form: re.Pattern[str], one: Resolved) -> bool:
        start = one.found.start
        return form.search(self.folded, max(0, start - _SOON), start) is not None


def _has(found: list[Cue], kind: str) -> bool:
    return any(kind in cue.kinds for cue in found)


def _make_due(one: Resolved, frame: Frame) -> None:
    """Make `one` a deadline; a year that the sentence does not tell is that of a day to come."""
    if one.deadline:
        return
    one.deadline = True
    if one.found.undated or one.found.kind == "weekday":
        again = resolve(one.found, frame, "future")
        if again:
            one.period, one.basis = again
