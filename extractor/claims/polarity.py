"""Whether what a clause speaks of is done or not: «متصل شده‌اند», «متصل نشده‌اند», «عدم اتصال»."""

import re
from collections.abc import Iterable

from extractor.annotations import Ordered, Quantity, Span
from extractor.claims.lexicon import Cues
from extractor.claims.platforms import Platforms
from extractor.document import MASK

# Things that are done or not done, and how many characters from them the verb or noun that says so may stand.
ACTS = ("connect", "offer", "arrive", "issue", "register", "inactive")
VERB_REACH = 14
# What the verbs say of the deed.
VERBS = {"did_verb": "done", "not_verb": "denied"}
NOUN_REACH = 25
# How far behind «در پنجره» the verb may stand that says what is done there; and behind a figure, the one that compares.
PLACE_REACH = 40
SPENT_REACH = 8
# «برخط شده» is done, «خدمات الکترونیک … شده» need not be: a manner counts only right before the verb.
MANNERS = ("online", "smart")
MANNER_REACH = 4
# «اتصال» with a verb of being («مشمول اتصال هستند») is not done, nor what one is bound to («به اتصال مکلف کرده»).
_DEED = re.compile(r"اتصال|ارایه|عرضه|صدور")
_INFINITIVE = re.compile(r"(?:کرد|شد|داد|گرفت|یافت|پیوست|گذاشت|آورد|برد|رساند|رسید|داشت|سپرد|ساخت)ن$")
_BEING = re.compile(r"است|هست|بود|اند")
# «… در پنجره به قانون عمل نکرده»: what is not done is something else.
_OTHER_DEED = re.compile(r"قانون|تکلیف|وظیفه|تعهد|وعده|قول|معرفی|منتشر|خواستار|پیگیر")
# «… مکلف به پیوستن را اعلام کرد»: what is done is that it is said.
_SAYING = re.compile(r"اعلام|اظهار|عنوان|بیان|تاکید|اشاره|تصریح|یادآور")
_BOUND = re.compile(r"مکلف|موظف|ملزم|مشمول")


class Polarity:
    """What the verbs of a text say of the deeds before them."""

    def __init__(self, masked: str, cues: Cues, platforms: Platforms, quantities: Iterable[Quantity]) -> None:
        self._masked = masked
        self._cues = cues
        self._platforms = platforms
        self._spent = Ordered(
            Span(one.end, one.end + SPENT_REACH) for one in quantities if one.comparator in ("lt", "le")
        )
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def told(self, span: Span) -> frozenset[str]:
        """`done` where a verb in `span` says of an action that it is done, `denied` where one says that it is not.

        The verb stands close behind the action («متصل نشده‌اند»; in «ارائه خدمات را … نکرده» it is too far), the noun
        before it («عدم اتصال»).
        """
        key = (span.start, span.end)
        if key not in self._known:
            self._known[key] = frozenset(self._read(span))
        return self._known[key]

    def _read(self, span: Span) -> set[str]:
        present = self._cues.present(span)
        owed = self._cues.within("bound_to", span)
        actions = [
            cue
            for name in ACTS
            if name in present
            for cue in self._cues.within(name, span)
            if not any(one.covers(cue) for one in owed)
        ]
        told = set() if present.isdisjoint(VERBS) else self._by_verbs(actions, span)
        for noun in self._cues.within("not_noun", span):
            if any(0 <= action.start - noun.end <= NOUN_REACH for action in actions):
                told.add("denied")
        if any(self._masked[action.start : action.end].startswith("نپیوست") for action in actions):
            told.add("denied")
        if actions and self._cues.within("zero", span):
            told.add("denied")
        if self._cues.within("inactive", span) or "denied" in told:
            told.discard("done")
        return told

    def _is_spent(self, verb: Span) -> bool:
        """Whether a denying verb only compares: «به ۲۰ درصد هم نرسیده», «از ۱۴ درصد بیشتر نیست»."""
        return bool(self._spent.overlapping(Span(verb.start, verb.start + 1)))

    def _is_infinitive(self, verb: Span) -> bool:
        """«مکلف به پیوستن»: the name of a deed."""
        return _INFINITIVE.search(self._masked, verb.start, verb.end) is not None

    def _by_verbs(self, actions: list[Span], span: Span) -> set[str]:
        places = [one for one in self._platforms.places(span) if not self._is_owed(one, actions, span)]
        manners = [cue for name in MANNERS for cue in self._cues.within(name, span)]
        told: set[str] = set()
        for name, outcome in VERBS.items():
            for verb in self._cues.within(name, span):
                if self._is_infinitive(verb) or (name == "not_verb" and self._is_spent(verb)):
                    continue
                near = any(self._close(action, verb, VERB_REACH) or action.overlaps(verb) for action in actions)
                placed = any(self._done_there(place, verb) for place in places)
                if near or placed or any(self._close(manner, verb, MANNER_REACH) for manner in manners):
                    told.add(outcome)
        if told == {"done", "denied"} and actions and self._masked.startswith("ن", max(actions).start):
            told.discard("done")
        return told

    def _is_owed(self, place: Span, actions: list[Span], span: Span) -> bool:
        """Whether what stands in `place` is only owed: «مکلف به ارائه خدمات در پنجره شده بودند»."""
        owed = [one for one in self._cues.within("bound_to", span) if one.end <= place.start]
        return bool(owed) and not any(owed[-1].end <= one.start < place.start for one in actions)

    def _done_there(self, place: Span, verb: Span) -> bool:
        """Whether `verb` says what is done in the platform that `place` names; one of being tells no deed."""
        if _BEING.match(self._masked, verb.start) or _OTHER_DEED.search(self._masked, place.end, verb.start):
            return False
        return self._close(place, verb, PLACE_REACH)

    def _close(self, action: Span, verb: Span, reach: int) -> bool:
        if verb.start < action.end:
            return False
        between = self._masked[action.end : verb.start]
        # A name between them, however long, does not part them.
        if (
            "،" in between
            or len(between.replace(MASK, "")) > reach
            or _BOUND.search(between)
            or _SAYING.search(between)
        ):
            return False
        return not (_DEED.match(self._masked, action.start) and _BEING.match(self._masked, verb.start))
