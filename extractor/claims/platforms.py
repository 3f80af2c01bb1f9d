"""Which platform a clause speaks of, and whether what it connects to is one of ours at all."""

import re
from functools import cached_property

from extractor.annotations import Mention, Ordered, Span
from extractor.claims.lexicon import Cues
from extractor.document import Document

PLATFORM = "platform"
# «به» before the thing that is connected to, not before a manner; and how far from the connecting it may stand.
_TO = re.compile(
    r"(?<![^\W\d_])(?<!قریب )(?<!نزدیک )"
    r"به (?!صورت|طور|شکل|زودی|تازگی|گفته|گزارش|ترتیب|سرعت|عنوان|دلیل|علت|جز|غیر|طرز|تدریج|موقع)"
)
_THIS = re.compile(r"(?:این|آن|همین) ")
_NETWORK = re.compile(r"شبکه|سامانه|درگاه|پنجره|بستر|مجموعه|سیستم")
# «به سامانه وصل شدند», in an article about a «سامانه …» of ours.
_THE_SYSTEM = re.compile(r"سامانه(?= (?:متصل|وصل|ملحق|[بن]?پیوست))")
_OURS = re.compile(r"(?:پنجره|درگاه ■|درگاه(?! پرداخت| بانک)|بستر|مجموعه|جمع|سامانه ■)")
# A system by a name of its own: «سامانه سادا», «سامانه «ستاد»».
_NAMED_SYSTEM = re.compile(
    r"سامانه (?:«|(?!های|ها|خود|ملی|و |را|با |است|به |در |که |ای |از |این|اختصاصی|داخلی|■)[^\W\d_]{2,})"
)
_STOP = re.compile(r"[،.؛:]")
TARGET_REACH = 70
BACK = 120
# «پس از پنجره ملی پرمراجعه‌ترین است»: it is only compared with.
_COMPARED = re.compile(
    r"(?<![^\W\d_])(?:(?:پس|بعد|غیر|جدا) از|به ?جز|جز|همچون|مانند|همانند|نظیر|مثل|برخلاف|در مقایسه با|نسبت به|"
    r"به اندازه|علاوه بر|افزون بر|در کنار) ?$"
)
# Before a platform: what is in it, comes to it or is got from it. «خارج از پنجره» is not.
_AT = re.compile(
    r"(?<![^\W\d_])(?:به|در|بر|روی|بر روی|از|از طریق|از راه|از مسیر|از درون|از روی|پشت|توی|داخل|درون|بر بستر|در بستر|"
    r"روی بستر|به درون|به داخل)(?: (?:این|آن|همین|همان|سامانه|بستر|سکوی|درگاه))? ?$"
)
_NOT_AT = re.compile(r"(?:خارج|بیرون|غیر|جدا|استفاده|بازدید|مراجعه|حذف|گزارش|رضایت|برکنار|مقایسه|دور) ?$")
_TO_BEGIN = re.compile(r"(?:به|در|از|روی|از طریق|آنجا)(?: |$|[^\W\d_]*)")
AT_REACH = 22


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
            inside = [one for one in self._bodies.within(span) if one.type == PLATFORM]
            found = [(one.start, _short(one)) for one in inside if not self._is_compared(one)]
            for anaphor in self._cues.within("this_platform", span):
                meant = self._meant(anaphor)
                found += [(anaphor.start, _short(meant))] if meant else []
            self._known[key] = [name for _, name in sorted(found)]
        return self._known[key]

    def _is_compared(self, platform: Span) -> bool:
        return _COMPARED.search(self._masked, max(0, platform.start - AT_REACH), platform.start) is not None

    @cached_property
    def _places(self) -> Ordered[Span]:
        """Words that put something in a platform: «در پنجره ملی», «از طریق این درگاه»."""
        named = [Span(one.start, one.end) for one in self.all if not self._is_compared(one)]
        whole = Span(0, len(self._masked))
        pointed = [one for one in self._cues.within("this_platform", whole) if self._meant(one)]
        found: list[Span] = []
        for one in sorted([*named, *pointed]):
            lead = _AT.search(self._masked, max(0, one.start - AT_REACH), one.start)
            start = lead.start() if lead else one.start
            leads = lead is not None or _TO_BEGIN.match(self._masked, one.start) is not None
            if leads and not _NOT_AT.search(self._masked, max(0, start - 10), start):
                found.append(Span(start, one.end))
        return Ordered(found)

    def places(self, span: Span) -> list[Span]:
        """Words inside `span` that put something in a platform."""
        return self._places.within(span)

    def placed(self, span: Span) -> list[str]:
        """The platforms that something in `span` is put in, without the `platform:` of their ids."""
        return [name for place in self.places(span) for name in self.named(place)[-1:]]

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
        # «ملزم به پیوستن»: that is no thing to be connected to.
        before = [one for one in _TO.finditer(self._masked, opening, cue.start) if one.end() < cue.start]
        if before and not self._masked[: cue.start].endswith(("برای ", "جهت ")):
            return not self._is_ours(before[-1].end())
        if not self._reaches(cue, span) and (earlier := self._before(cue)):
            return self._is_elsewhere(earlier, Span(self._opening(earlier.start), earlier.end))
        stop = _STOP.search(self._masked, cue.end, span.end)
        after = _TO.search(self._masked, cue.end, min(stop.start() if stop else span.end, cue.end + TARGET_REACH))
        return after is not None and "اتصال" in self._masked[cue.start : cue.end] and not self._is_ours(after.end())

    def _reaches(self, cue: Span, span: Span) -> bool:
        """Whether a platform is named about `cue`, or «به …» says behind it what it leads to."""
        return (
            bool(self.named(span))
            or _TO.search(self._masked, cue.end, min(span.end, cue.end + TARGET_REACH)) is not None
        )

    def _before(self, cue: Span) -> Span | None:
        """What connecting the sentence told of before: «به شبکه برق وصل شده و دو دستگاه هنوز وصل نشده‌اند»."""
        found = self._cues.within("connect", Span(self._opening(cue.start), cue.start))
        return found[-1] if found else None

    def _opening(self, place: int) -> int:
        """Where the statement that goes on at `place` begins, not too far back."""
        earliest = max(0, place - BACK)
        return max(earliest, *(self._masked.rfind(mark, earliest, place) for mark in ".:؛\n"))

    def _is_anothers(self, place: int) -> bool:
        """Whether «این سامانه» at `place` takes up a system that is none of ours, the last that is named before."""
        other = max((match.start() for match in _NAMED_SYSTEM.finditer(self._masked, 0, place)), default=-1)
        return other > max((one.start for one in self.all if one.start < place), default=-1)

    def _called(self, platform: Mention) -> str:
        return self._document.text[platform.start : platform.end]

    def _is_ours(self, place: int) -> bool:
        """Whether a platform is named at `place`, by name or as «این درگاه»."""
        this = _THIS.match(self._masked, place)
        if _THE_SYSTEM.match(self._masked, place) and any(self._called(one).startswith("سامانه") for one in self.all):
            return True
        if this and _NETWORK.match(self._masked, this.end()):
            return not self._is_anothers(place)
        start = this.end() if this else place
        named = self._bodies.overlapping(Span(start, start + 2))
        return any(one.type == PLATFORM for one in named) or _OURS.match(self._masked, start) is not None
