"""Who says so: the claimant of each sentence.

A sentence with a source («به گفته …», «گزارش … نشان می‌دهد») is the source's. Speech («… گفت:») is the speaker's to the end of
its paragraph; «وی افزود» names the last speaker again. Anything else is the paper's own voice: None.
"""

import re
from dataclasses import dataclass
from functools import cache

import yaml

from corpus.schema import Claimant
from extractor.annotations import Mention, PersonMention, Sentence, Span
from extractor.claims.lexicon import HERE, words
from extractor.document import Document

# A source is named right after its cue: within this many characters of it.
REACH = 40


@dataclass(frozen=True, slots=True)
class Voice:
    """A claimant with the characters that name it and the end of the words that introduce it."""

    claimant: Claimant
    span: Span
    body: Mention | None
    introduced: Span


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = yaml.safe_load((HERE / "claimants.yml").read_text(encoding="utf-8"))
    return {name: words(alternatives) for name, alternatives in lists.items()}


def of_person(person: PersonMention, document: Document) -> Claimant:
    """A person as a claimant."""
    return Claimant(
        name=person.name,
        role=person.role,
        organization=person.organization,
        mention=document.words(person),
        id=person.organization_id,
    )


def of_body(body: Mention, document: Document) -> Claimant:
    """A body as a claimant."""
    return Claimant(name=None, role=None, organization=body.name, mention=document.words(body), id=body.id)


class Voices:
    """The claimant of every sentence of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_sentence: dict[int, Voice | None] = {}
        self._last: Voice | None = None
        speaking: Voice | None = None
        paragraph = -1
        for sentence in document.sentences:
            if sentence.paragraph != paragraph:
                paragraph, speaking = sentence.paragraph, None
            speaking = self._speaker(sentence) or speaking
            voice = self._source(sentence) or speaking
            self._by_sentence[sentence.start] = voice

    def of(self, sentence: Sentence) -> Voice | None:
        """Whose words `sentence` is; None for the paper's own."""
        return self._by_sentence.get(sentence.start)

    def _candidates(self, span: Span) -> list[PersonMention | Mention]:
        """People inside `span`, and bodies that are no part of a person's description."""
        people = [person for person in self._document.people if span.covers(person)]
        bodies = [
            body
            for body in self._document.bodies
            if span.covers(body) and body.type == "agency" and not any(one.overlaps(body) for one in people)
        ]
        return sorted([*people, *bodies], key=lambda one: one.start)

    def _voice(self, who: PersonMention | Mention, introduced: Span) -> Voice:
        if isinstance(who, Mention):
            return Voice(of_body(who, self._document), Span(who.start, who.end), who, introduced)
        body = None
        if who.organization:
            body = Mention(who.start, who.end, who.organization_id, who.organization, "agency")
        known = self._last
        claimant = of_person(who, self._document)
        # «معاون سازمان افزود» after «رضا احمدی معاون سازمان گفت»: the same person, named fully before.
        if known and claimant.name is None and known.claimant.role and claimant.role == known.claimant.role:
            return Voice(known.claimant, Span(who.start, who.end), known.body, introduced)
        if known and claimant.name and claimant.name == known.claimant.name and not claimant.role:
            return Voice(known.claimant, Span(who.start, who.end), known.body, introduced)
        return Voice(claimant, Span(who.start, who.end), body, introduced)

    def _speaker(self, sentence: Sentence) -> Voice | None:
        text = self._document.text
        for verb in _patterns()["speech"].finditer(text, sentence.start, sentence.end):
            before = Span(sentence.start, verb.start())
            introduced = Span(sentence.start, verb.end())
            named = self._candidates(before)
            if named:
                people = [one for one in named if isinstance(one, PersonMention)]
                self._last = self._voice(people[0] if people else named[0], introduced)
                return self._last
            if self._last and _patterns()["pronoun"].search(text, before.start, before.end):
                return self._again(introduced)
            if self._last and verb.start() - sentence.start < REACH:
                return self._again(introduced)
        return None

    def _again(self, introduced: Span) -> Voice | None:
        last = self._last
        return last and Voice(last.claimant, last.span, last.body, introduced)

    def _source(self, sentence: Sentence) -> Voice | None:
        text = self._document.text
        for cue in _patterns()["source"].finditer(text, sentence.start, sentence.end):
            named = [one for one in self._candidates(sentence) if 0 <= one.start - cue.end() < REACH]
            if named:
                return self._voice(named[0], Span(cue.start(), named[0].end))
        for cue in _patterns()["shows"].finditer(text, sentence.start, sentence.end):
            showing = _patterns()["showing"].search(text, cue.end(), sentence.end)
            named = [one for one in self._candidates(sentence) if 0 <= one.start - cue.end() < REACH]
            if showing and named and named[0].end <= showing.start():
                return self._voice(named[0], Span(cue.start(), showing.end()))
        return None

    def own_body(self, sentence: Sentence, clause: Span) -> Mention | None:
        """The speaker's body where the clause speaks in the first person («خدماتمان», «متصل کرده‌ایم»)."""
        voice = self.of(sentence)
        if voice is None or voice.body is None:
            return None
        return voice.body if _patterns()["own"].search(self._document.text, clause.start, clause.end) else None
