"""Which platform a clause speaks of, and whether what it connects to is one of ours at all."""

import re
from functools import cached_property

from extractor.annotations import Mention, Ordered, Span
from extractor.claims.lexicon import Cues
from extractor.document import Document

PLATFORM = "platform"
# «به» before the thing that is connected to, not before a manner; and how far from the connecting it may stand.
_TO = re.compile(
    r"(?<![^\W\d_])به (?!صورت|طور|شکل|زودی|تازگی|گفته|گزارش|ترتیب|سرعت|عنوان|دلیل|علت|جز|غیر|طرز|تدریج|موقع)"
)
_THIS = re.compile(r"(?:این|آن|همین) ")
_NETWORK = re.compile(r"شبکه|سامانه|درگاه|پنجره|بستر|مجموعه|سیستم")
_OURS = re.compile(r"(?:پنجره|درگاه ■|درگاه(?! پرداخت| بانک)|بستر|مجموعه|جمع|سامانه ■)")
_STOP = re.compile(r"[،.؛:]")
TARGET_REACH = 70


def _short(platform: Mention) -> str:
    return (platform.id or "").removeprefix("platform:")


class Platforms:
    """The platforms of a document, as its clauses speak of them."""

    def __init__(self, document: Document, masked: str, cues: Cues) -> None:
        self._document = document
        self._masked = masked
        self._cues = cues
        self._bodies = Ordered(document.bodies)
        self._known: dict[tuple[int, int], list[str]] = {}

    @cached_property
    def all(self) -> list[Mention]:
        """Mentions of platforms, in order."""
        return [body for body in self._document.bodies if body.type == PLATFORM]

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """`document:…` of each platform that the article names."""
        return frozenset(f"document:{_short(platform)}" for platform in self.all)

    def named(self, span: Span) -> list[str]:
        """Platforms that `span` names, by name or as «این پنجره», in order and without the `platform:` of their ids."""
        key = (span.start, span.end)
        if key not in self._known:
            found = [(one.start, _short(one)) for one in self._bodies.within(span) if one.type == PLATFORM]
            for anaphor in self._cues.within("this_platform", span):
                meant = self._meant(anaphor)
                found += [(anaphor.start, _short(meant))] if meant else []
            self._known[key] = [name for _, name in sorted(found)]
        return self._known[key]

    def _meant(self, anaphor: Span) -> Mention | None:
        """The platform before that «این درگاه» means: the last whose name has that word, else the last."""
        before = [one for one in self.all if one.start < anaphor.start]
        text = self._document.text
        noun = next((word for word in ("پنجره", "درگاه") if word in text[anaphor.start : anaphor.end]), None)
        same = [one for one in before if noun and noun in text[one.start : one.end]]
        found = same or before
        return found[-1] if found else None

    def elsewhere(self, span: Span) -> bool:
        """Whether `span` speaks of connecting to something that is no platform of ours: «به شبکه برق متصل شدند»."""
        connects = self._cues.within("connect", span)
        return bool(connects) and all(self._is_elsewhere(cue, span) for cue in connects)

    def _is_elsewhere(self, cue: Span, span: Span) -> bool:
        opening = max(span.start, self._masked.rfind("،", span.start, cue.start), cue.start - TARGET_REACH)
        before = list(_TO.finditer(self._masked, opening, cue.start))
        if before:
            return not self._is_ours(before[-1].end())
        stop = _STOP.search(self._masked, cue.end, span.end)
        after = _TO.search(self._masked, cue.end, min(stop.start() if stop else span.end, cue.end + TARGET_REACH))
        return after is not None and "اتصال" in self._masked[cue.start : cue.end] and not self._is_ours(after.end())

    def _is_ours(self, place: int) -> bool:
        """Whether a platform is named at `place`, by name or as «این درگاه»."""
        this = _THIS.match(self._masked, place)
        if this and _NETWORK.match(self._masked, this.end()):
            return True
        start = this.end() if this else place
        named = self._bodies.overlapping(Span(start, start + 2))
        return any(one.type == PLATFORM for one in named) or _OURS.match(self._masked, start) is not None
