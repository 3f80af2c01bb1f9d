"""A document read clause by clause: what every rule may ask of the words around it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable
from functools import cached_property
from typing import Any

from corpus.registry import load
from extractor.annotations import (
    DateMention,
    LawMention,
    Mention,
    Ordered,
    PersonMention,
    Quantity,
    Sentence,
    Span,
    annotation,
)
from extractor.claims import meant
from extractor.claims.claimants import Voices
from extractor.claims.clauses import clauses, finite_verbs
from extractor.claims.found import Found
from extractor.claims.lexicon import Cues
from extractor.claims.lists import CUES, FRAMES, STATES, find_all
from extractor.claims.platforms import PLATFORM, Platforms
from extractor.claims.polarity import Polarity
from extractor.claims.rows import Rows
from extractor.claims.tables import bare_figures
from extractor.claims.voices.scene import Scene
from extractor.document import Document

# What opens a statement of its own; anything else goes on with what a relative clause broke off.
JOINING = ("و ", "، و ", "، اما", "اما ", "، ولی", "ولی ", "که ", "، که", "؛", ":", ".", "تا ", "، تا ", "بلکه", "یعنی",
           "/", "زیرا", "چون")  # fmt: skip


@annotation
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
        self._dates = Ordered(document.dates)
        self._laws = Ordered(document.laws)
        self._people = Ordered(document.people)
        # What `remembered` keeps, by the name of the rule.
        self.answers: defaultdict[str, dict[Hashable, Any]] = defaultdict(dict)
        self._features: dict[tuple[int, int], frozenset[str]] = {}
        self._starts = [sentence.start for sentence in document.sentences]
        self.masked = document.masked()
        found = find_all(self.masked)
        self.cues, self.states = Cues(found[CUES]), found[STATES]
        about = self.contexts | {f"document:{(one.id or '').removeprefix('platform:')}" for one in document.bodies}
        document.quantities = meant.figures(document, self.masked, self.cues, about)
        self._verbs = Ordered(verb for one in document.sentences for verb in finite_verbs(self.masked, one))
        self.rows = Rows(document, self.masked)
        self._quantities = Ordered([*document.quantities, *bare_figures(document, self.masked, self.rows, self.cues)])
        self.platforms = Platforms(document, self.masked, self.cues)
        self.polarity = Polarity(self.masked, self.cues, self.platforms, document.quantities)
        self.voices = Voices(Scene(document, self.masked, Found(found[FRAMES])), self.rows.at)
        self.clauses: list[list[Clause]] = [
            [
                Clause(span.start, span.end, sentence, place, order)
                for order, span in enumerate(clauses(self.masked, sentence, self._verbs.within(sentence)))
            ]
            for place, sentence in enumerate(document.sentences)
        ]

    @cached_property
    def contexts(self) -> frozenset[str]:
        """`document:…` of what the article as a whole is about, as the programmes' `contexts` tell it."""
        everywhere = self.cues.present(Span(0, len(self.masked)))
        wanted = {name: needed for one in load().programmes for name, needed in one.contexts.items()}
        return frozenset(f"document:{name}" for name, needed in wanted.items() if everywhere.issuperset(needed))

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

    def verbs(self, span: Span) -> list[Span]:
        """Finite verbs inside `span`, which is of one sentence."""
        return self._verbs.within(span)

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

    def place(self, span: Span) -> int:
        """Which sentence `span` begins in: its place among the document's; -1 before the first."""
        return bisect_right(self._starts, span.start) - 1

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence that `span` lies in."""
        place = self.place(span)
        found = self.document.sentences[place] if place >= 0 else None
        return found if found and found.covers(span) else None

    def text(self, span: Span) -> str:
        """Folded, masked text of `span`."""
        return self.masked[span.start : span.end]

    def platform_features(self, clause: Clause) -> frozenset[str]:
        """`here:…`, `near:…` and `document:…` of each platform, as the programmes' signs name them.

        A clause that names a platform speaks of that one alone; else the sentence's last one, else the paragraph's.
        """
        key = (clause.start, clause.end)
        if key not in self._features:
            self._features[key] = self._platform_features(clause)
        return self._features[key]

    def _platform_features(self, clause: Clause) -> frozenset[str]:
        named = self.platforms.named
        here = named(Span(clause.start, clause.end))
        if here:
            return frozenset(f"{level}:{name}" for level in ("here", "near", "document") for name in here)
        near = named(Span(clause.sentence.start, clause.start))[-1:] or named(clause.sentence)[:1]
        if near:
            return frozenset(f"{level}:{name}" for level in ("near", "document") for name in near)
        near = named(Span(self._paragraph_start(clause), clause.start))[-1:]
        return self.platforms.anywhere | {f"near:{name}" for name in near}

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
        opens = not self.text(following).lstrip("» ").startswith(JOINING)
        if not (relative and opens) or self.quantities(following) or self.bodies(following):
            return clause
        return Clause(clause.start, following.end, clause.sentence, clause.place, clause.order)

    def siblings(self, clause: Clause) -> list[Clause]:
        """The clauses of its sentence, in order."""
        return self.clauses[clause.place]
