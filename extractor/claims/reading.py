"""A document read clause by clause: what every rule may ask of the words around it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from extractor.annotations import (
    DateMention,
    LawMention,
    Mention,
    Ordered,
    PersonMention,
    Quantity,
    Sentence,
    Span,
)
from extractor.claims.claimants import Voices
from extractor.claims.clauses import clauses, finite_verbs
from extractor.claims.lexicon import Cues
from extractor.document import MASK, Document

PLATFORM = "platform"
# Things that are done or not done, and how many characters from them the verb or noun that says so may stand.
ACTS = ("connect", "offer", "issue", "register", "inactive")
# «برخط شده» is done, «خدمات الکترونیک … شده» need not be: a manner counts only right before the verb.
MANNERS = ("online", "smart")
MANNER_REACH = 4
# «به» before the thing that is connected to, not before a manner; and how far from the connecting it may stand.
_TO = re.compile(
    r"(?<![^\W\d_])به (?!صورت|طور|شکل|زودی|تازگی|گفته|گزارش|ترتیب|سرعت|عنوان|دلیل|علت|جز|غیر|طرز|تدریج|موقع)"
)
_THIS = re.compile(r"(?:این|آن|همین) ")
_NETWORK = re.compile(r"شبکه|سامانه|درگاه|پنجره|بستر|مجموعه|سیستم")
_OURS = re.compile(r"(?:پنجره|درگاه ■|درگاه(?! پرداخت| بانک)|بستر|مجموعه|جمع|سامانه ■)")
# «اتصال» with a verb of being («مشمول اتصال هستند») is not done, nor what one is bound to («به اتصال مکلف کرده»).
_DEED = re.compile(r"اتصال|ارایه|عرضه|صدور")
_BEING = re.compile(r"است|هست|بود|اند")
_BOUND = re.compile(r"مکلف|موظف|ملزم|مشمول")
_STOP = re.compile(r"[،.؛:]")
TARGET_REACH = 70
# Cells of a table's row; how many characters an item of a list has at most.
CELLS = re.compile(r" \| |\t| ; ")
ITEM = 120
VERB_REACH = 14
NOUN_REACH = 25


def _short(platform: Mention) -> str:
    return (platform.id or "").removeprefix("platform:")


@dataclass(frozen=True, slots=True)
class Clause(Span):
    """A clause with its sentence and its place in it."""

    sentence: Sentence
    place: int
    order: int


class Reading:
    """A document with its cues, clauses and voices."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._bodies = Ordered(document.bodies)
        self._quantities = Ordered(document.quantities)
        self._dates = Ordered(document.dates)
        self._laws = Ordered(document.laws)
        self._people = Ordered(document.people)
        self._starts = [sentence.start for sentence in document.sentences]
        self._rows: dict[int, bool] = {}
        self.masked = document.masked()
        self.cues = Cues(self.masked)
        self.voices = Voices(document, self.is_row)
        self.clauses: list[list[Clause]] = [
            [
                Clause(span.start, span.end, sentence, place, order)
                for order, span in enumerate(clauses(self.masked, sentence))
            ]
            for place, sentence in enumerate(document.sentences)
        ]

    @cached_property
    def platforms(self) -> list[Mention]:
        """Mentions of platforms, in order."""
        return [body for body in self.document.bodies if body.type == PLATFORM]

    @cached_property
    def about_assessment(self) -> bool:
        """Whether the article speaks of the e-government assessment: then its score bands and ranks are of that."""
        everything = Span(0, len(self.masked))
        return bool(self.cues.within("egov", everything) and self.cues.within("assessed", everything))

    def bodies(self, span: Span, kind: str | None = None) -> list[Mention]:
        """Bodies and groups inside `span` (platforms only when asked for by `kind`)."""
        found = self._bodies.within(span)
        return [body for body in found if (body.type == kind if kind else body.type != PLATFORM)]

    def quantities(self, span: Span) -> list[Quantity]:
        """Figures inside `span`."""
        return self._quantities.within(span)

    def dates(self, span: Span) -> list[DateMention]:
        """Dates inside `span`."""
        return self._dates.within(span)

    def laws(self, span: Span) -> list[LawMention]:
        """Laws inside `span`."""
        return self._laws.within(span)

    def named(self, span: Span) -> bool:
        """Whether `span` is part of the name of a body or a law."""
        names = (*self._bodies.overlapping(span), *self._laws.overlapping(span))
        return any(name.covers(span) for name in names)

    def people(self, span: Span) -> list[PersonMention]:
        """People whose mention shares a character with `span`."""
        return self._people.overlapping(span)

    def counted(self, span: Span) -> list[Quantity]:
        """Figures that share a character with `span`."""
        return self._quantities.overlapping(span)

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence that `span` lies in."""
        place = bisect_right(self._starts, span.start) - 1
        found = self.document.sentences[place] if place >= 0 else None
        return found if found and found.covers(span) else None

    def text(self, span: Span) -> str:
        """Folded, masked text of `span`."""
        return self.masked[span.start : span.end]

    def told(self, span: Span) -> set[str]:
        """`done` where a verb in `span` says of an action that it is done, `denied` where one says that it is not.

        The verb stands close behind the action («متصل نشده‌اند»; in «ارائه خدمات را … نکرده» it is too far), the noun
        before it («عدم اتصال»).
        """
        actions = [cue for name in ACTS for cue in self.cues.within(name, span)]
        manners = [cue for name in MANNERS for cue in self.cues.within(name, span)]
        told: set[str] = set()
        for name, outcome in (("did_verb", "done"), ("not_verb", "denied")):
            for verb in self.cues.within(name, span):
                near = any(self._close(action, verb, VERB_REACH) or action.overlaps(verb) for action in actions)
                if near or any(self._close(manner, verb, MANNER_REACH) for manner in manners):
                    told.add(outcome)
        for noun in self.cues.within("not_noun", span):
            if any(0 <= action.start - noun.end <= NOUN_REACH for action in actions):
                told.add("denied")
        if any(self.masked[action.start : action.end].startswith("نپیوست") for action in actions):
            told.add("denied")
        if actions and self.cues.within("zero", span):
            told.add("denied")
        if self.cues.within("inactive", span) or "denied" in told:
            told.discard("done")
        return told

    def _close(self, action: Span, verb: Span, reach: int) -> bool:
        between = self.masked[action.end : verb.start]
        if _BOUND.search(between) or (_DEED.match(self.masked, action.start) and _BEING.match(self.masked, verb.start)):
            return False
        # A name between them, however long, does not part them.
        return verb.start >= action.end and len(between.replace(MASK, "")) <= reach and "،" not in between

    def elsewhere(self, span: Span) -> bool:
        """Whether `span` speaks of connecting to something that is no platform of ours: «به شبکه برق متصل شدند»."""
        connects = self.cues.within("connect", span)
        return bool(connects) and all(self._is_elsewhere(cue, span) for cue in connects)

    def _is_elsewhere(self, cue: Span, span: Span) -> bool:
        opening = max(span.start, self.masked.rfind("،", span.start, cue.start), cue.start - TARGET_REACH)
        before = list(_TO.finditer(self.masked, opening, cue.start))
        if before:
            return not self._is_ours(before[-1].end())
        stop = _STOP.search(self.masked, cue.end, span.end)
        after = _TO.search(self.masked, cue.end, min(stop.start() if stop else span.end, cue.end + TARGET_REACH))
        return after is not None and "اتصال" in self.masked[cue.start : cue.end] and not self._is_ours(after.end())

    def _is_ours(self, place: int) -> bool:
        """Whether a platform is named at `place`, by name or as «این درگاه»."""
        this = _THIS.match(self.masked, place)
        if this and _NETWORK.match(self.masked, this.end()):
            return True
        start = this.end() if this else place
        named = self._bodies.overlapping(Span(start, start + 2))
        return any(one.type == PLATFORM for one in named) or _OURS.match(self.masked, start) is not None

    def platform_features(self, clause: Clause) -> set[str]:
        """`here:…`, `near:…` and `document:…` of each platform, as the programmes' signs name them.

        A clause that names a platform speaks of that one alone; else the sentence's last one, else the paragraph's.
        """
        here = self._named_in(clause)
        if here:
            return {f"{level}:{name}" for level in ("here", "near", "document") for name in here}
        before = Span(clause.sentence.start, clause.start)
        near = self._named_in(before)[-1:] or self._named_in(clause.sentence)[:1]
        if near:
            return {f"{level}:{name}" for level in ("near", "document") for name in near}
        paragraph = Span(self._paragraph_start(clause), clause.start)
        near = self._named_in(paragraph)[-1:]
        return {*self._everywhere, *(f"near:{name}" for name in near)}

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        return frozenset(f"document:{_short(platform)}" for platform in self.platforms)

    def _named_in(self, span: Span) -> list[str]:
        """Platforms that `span` names, by name or as «این پنجره», in order and without the `platform:` of their ids."""
        named = [(one.start, _short(one)) for one in self.bodies(span, PLATFORM)]
        for anaphor in self.cues.within("this_platform", span):
            meant = self._meant(anaphor)
            named += [(anaphor.start, _short(meant))] if meant else []
        return [name for _, name in sorted(named)]

    def _meant(self, anaphor: Span) -> Mention | None:
        """The platform before that «این درگاه» means: the last whose name has that word, else the last."""
        before = [one for one in self.platforms if one.start < anaphor.start]
        noun = next((word for word in ("پنجره", "درگاه") if word in self.text(anaphor)), None)
        same = [one for one in before if noun and noun in self.document.text[one.start : one.end]]
        found = same or before
        return found[-1] if found else None

    def _paragraph_start(self, clause: Clause) -> int:
        place = clause.place
        while place and self.document.sentences[place - 1].paragraph == clause.sentence.paragraph:
            place -= 1
        return self.document.sentences[place].start

    def previous(self, clause: Clause) -> Sentence | None:
        """The sentence before the clause's, whatever its paragraph."""
        return self.document.sentences[clause.place - 1] if clause.place else None

    def whole(self, clause: Clause) -> Clause:
        """`clause` with the one after it where its own verb is a relative clause's.

        «چهار خدمت باقی‌مانده که به تبادل داده نیاز دارد، تا پایان اسفند متصل خواهد شد»: what is said of the services
        comes behind the comma. So is it where «که» stands after the figure and the next clause names no other figure
        and no other body.
        """
        siblings = self.siblings(clause)
        figures = self.quantities(clause)
        if not figures or clause.order + 1 >= len(siblings):
            return clause
        following = siblings[clause.order + 1]
        relative = " که " in self.text(Span(figures[-1].end, clause.end))
        opens = self.text(following).startswith("، ") and not self.text(following).startswith(
            ("، اما", "، ولی", "، که")
        )
        if not (relative and opens) or self.quantities(following) or self.bodies(following):
            return clause
        return Clause(clause.start, following.end, clause.sentence, clause.place, clause.order)

    def siblings(self, clause: Clause) -> list[Clause]:
        """The clauses of its sentence, in order."""
        return self.clauses[clause.place]

    def heading(self, clause: Clause) -> Span | None:
        """What a row of a table or an item of a list stands under: the words that say what its figures are.

        A row is a paragraph without a verb, cells apart or a body before a colon; its heading is the first row of the
        table and the sentence that leads in to it. None where the clause is no row.
        """
        if not self.is_row(clause.place):
            return None
        first = clause.place
        while first and self.is_row(first - 1):
            first -= 1
        lead = self.document.sentences[first - 1] if first else self.document.sentences[first]
        header = self.document.sentences[first]
        is_header = not self.quantities(header) and first != clause.place
        return Span(lead.start, header.end if is_header else lead.end)

    def is_row(self, place: int) -> bool:
        """Whether the sentence at `place` is a row of a table or an item of a list with a figure."""
        if place not in self._rows:
            self._rows[place] = self._looks_like_row(place)
        return self._rows[place]

    def _looks_like_row(self, place: int) -> bool:
        sentence = self.document.sentences[place]
        text = self.masked[sentence.start : sentence.end]
        alone = all(
            other.paragraph != sentence.paragraph
            for other in self.document.sentences[max(0, place - 1) : place + 2]
            if other is not sentence
        )
        cells = CELLS.search(text) is not None
        item = ":" in text and len(text) < ITEM and bool(self.quantities(sentence))
        return alone and (cells or item) and not finite_verbs(self.masked, sentence)
