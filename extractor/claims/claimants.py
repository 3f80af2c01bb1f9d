"""Who says so: the claimant of each sentence.

A sentence with a source («به گفته …», «گزارش … نشان می‌دهد») is the source's. Speech («… گفت:») is the speaker's to the
end of its paragraph; «وی افزود» names the last speaker again. Anything else is the paper's own voice: None.
"""

import re
from collections.abc import Callable
from functools import cache

import yaml

from corpus.registry import load
from corpus.schema import Claimant
from extractor.annotations import Mention, Ordered, PersonMention, Sentence, Span
from extractor.claims.lexicon import HERE, words
from extractor.claims.voice import Voice, joined, of_body, of_person, same_person
from extractor.document import Document
from extractor.text.patterns import pattern

# A source is named right after its cue: within this many characters of it.
REACH = 40
_COLON = re.compile(r" ?:")
# Bodies that report others' words: what is told «به گزارش» of them is nobody's claim.
MEDIA = frozenset({"org:irib"})
# A body opens a sentence within this many characters.
OPENING = 4
# A release says whose it is within this many sentences.
RELEASE = 5


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = yaml.safe_load((HERE / "claimants.yml").read_text(encoding="utf-8"))
    return {name: words(alternatives) for name, alternatives in lists.items()}


@cache
def _press() -> re.Pattern[str]:
    """What may stand before a body that speaks: nothing, or those who speak for it."""
    return pattern(
        r"\W{0,4}(?:(?:روابط عمومی|مرکز روابط عمومی|پایگاه اطلاع‌رسانی|مرکز اطلاع‌رسانی|دبیرخانه|معاونت|سخنگوی) )?",
        whole=False,
    )


class Voices:
    """The claimant of every sentence of a document."""

    def __init__(self, document: Document, is_row: Callable[[int], bool]) -> None:
        self._document = document
        self._people = Ordered(document.people)
        self._bodies = Ordered(document.bodies)
        self._speech: dict[int, Voice | None] = {}
        self._sources: dict[int, Voice | None] = {}
        self._last: Voice | None = None
        self._issuer: Voice | None = None
        self._known: list[Voice] = []
        speaking: Voice | None = None
        paragraph = -1
        for place, sentence in enumerate(document.sentences):
            # Rows of a table or list belong to who spoke before them, else to who issued it.
            row = is_row(place)
            if sentence.paragraph != paragraph and not row:
                speaking = None
            paragraph = sentence.paragraph
            if row and speaking is None:
                speaking = self._issuer
            speaking = self._speaker(sentence) or speaking
            again = self._again_issued(sentence)
            if again and speaking is None:
                speaking = again  # what a report says goes on to the paragraph's end
            self._note_issuer(sentence)
            self._speech[sentence.start] = speaking
            self._sources[sentence.start] = self._source(sentence) or again
        self._release = self._released()

    def of(self, sentence: Sentence, place: int | None = None) -> Voice | None:
        """Whose words `sentence` is, at `place` in it where given; None for the paper's own.

        A source that is named in mid-sentence («… اما گزارش سازمان نشان می‌دهد …») speaks only from there.
        """
        source = self._sources.get(sentence.start)
        if source and (place is None or place >= source.introduced.start):
            return source
        return self._speech.get(sentence.start) or self._release

    def _candidates(self, span: Span) -> list[PersonMention | Mention]:
        """People inside `span`, and bodies that are no part of a person's description."""
        people = self._people.within(span)
        bodies = [
            body
            for body in self._bodies.within(span)
            if body.type == "agency" and not any(one.overlaps(body) for one in people)
        ]
        return sorted([*people, *bodies], key=lambda one: one.start)

    def _voice(self, who: PersonMention | Mention, introduced: Span) -> Voice:
        place = Span(who.start, who.end)
        if isinstance(who, Mention):
            return Voice(of_body(who, self._document), place, who, introduced)
        claimant = of_person(who, self._document)
        known = next((one for one in reversed(self._known) if same_person(one.claimant, claimant)), None)
        if known is None and claimant.name and not claimant.role:
            known = self._unnamed()
        if known:
            claimant = joined(claimant, known.claimant)
        body = self._body(who, claimant) or (known.body if known else None)
        voice = Voice(claimant, place, body, introduced)
        self._known.append(voice)
        return voice

    def _unnamed(self) -> Voice | None:
        """The last speaker, where only the office was given: the lead says «وزیر … گفت», then comes the name."""
        last = self._last
        return last if last and last.claimant.role and not last.claimant.name else None

    def _body(self, who: PersonMention, claimant: Claimant) -> Mention | None:
        if not claimant.organization:
            return None
        return Mention(who.start, who.end, claimant.id, claimant.organization, "agency")

    def _speaker(self, sentence: Sentence) -> Voice | None:
        text = self._document.text
        headed = self._candidates(Span(sentence.start, sentence.end))[:1]
        # A headline: «وزیر ارتباطات: ۸۵ درصد …»; a body before a colon («وزارت نیرو: ۵۵ درصد») heads its own figure.
        if headed and isinstance(headed[0], PersonMention) and self._heads(headed[0], sentence):
            self._last = self._voice(headed[0], Span(sentence.start, headed[0].end))
            return self._last
        for verb in _patterns()["speech"].finditer(text, sentence.start, sentence.end):
            before = Span(sentence.start, verb.start())
            introduced = Span(sentence.start, verb.end())
            if self._last and _patterns()["pronoun"].match(text, before.start, before.end):
                return self._again(introduced)
            named = self._candidates(before)
            people = [one for one in named if isinstance(one, PersonMention)]
            bodies = [one for one in named if _press().fullmatch(text, sentence.start, one.start)]
            if people or bodies:
                self._last = self._voice((people or bodies)[0], introduced)
                return self._last
            if self._last and verb.start() - sentence.start < REACH:
                return self._again(introduced)
        return None

    def _heads(self, who: PersonMention, sentence: Sentence) -> bool:
        text = self._document.text
        opens = _press().fullmatch(text, sentence.start, who.start) is not None
        return opens and _COLON.match(text, who.end) is not None

    def _again(self, introduced: Span) -> Voice | None:
        last = self._last
        return last and Voice(last.claimant, last.span, last.body, introduced)

    def _source(self, sentence: Sentence) -> Voice | None:
        text = self._document.text
        named = self._candidates(sentence)
        for cue in _patterns()["source"].finditer(text, sentence.start, sentence.end):
            if _patterns()["pronoun"].match(text, cue.end() + 1, sentence.end):
                return self._again(Span(cue.start(), cue.end()))
            near = [
                one for one in named if 0 <= one.start - cue.end() < REACH and "،" not in text[cue.end() : one.start]
            ]
            if near and cue.group().startswith("به گزارش") and not _is_source(near[0], cue.end()):
                continue
            if near:
                return self._voice(near[0], Span(cue.start(), near[0].end))
        for cue in _patterns()["shows"].finditer(text, sentence.start, sentence.end):
            showing = _patterns()["showing"].search(text, cue.end(), sentence.end)
            near = [one for one in named if 0 <= one.start - cue.end() < REACH]
            if showing and near and near[0].end <= showing.start():
                return self._voice(near[0], Span(cue.start(), showing.end()))
        return None

    def _note_issuer(self, sentence: Sentence) -> None:
        """Remember the body that issues a report, a list or a statement in `sentence`: it opens it."""
        named = [one for one in self._candidates(sentence) if isinstance(one, Mention)]
        opens = named and named[0].start - sentence.start <= OPENING
        if opens and _patterns()["issuing"].search(self._document.text, named[0].end, sentence.end):
            self._issuer = self._voice(named[0], Span(named[0].start, named[0].end))

    def _again_issued(self, sentence: Sentence) -> Voice | None:
        """The issuer named before, where `sentence` goes on with the report («بر پایه این گزارش …»)."""
        found = _patterns()["again"].search(self._document.text, sentence.start, sentence.end)
        if not (found and self._issuer):
            return None
        return Voice(self._issuer.claimant, self._issuer.span, self._issuer.body, Span(*found.span()))

    def _released(self) -> Voice | None:
        """The body whose release the article is («به نقل از روابط عمومی …»), among its first sentences."""
        for sentence in self._document.sentences[:RELEASE]:
            for cue in _patterns()["release"].finditer(self._document.text, sentence.start, sentence.end):
                near = [one for one in self._candidates(sentence) if 0 <= one.start - cue.end() <= 1]
                if near and isinstance(near[0], Mention) and near[0].id:
                    return self._voice(near[0], Span(cue.start(), near[0].end))
        return None

    def own_body(self, sentence: Sentence, clause: Span) -> Mention | None:
        """The speaker's body where the clause speaks in the first person («خدماتمان», «متصل کرده‌ایم»)."""
        voice = self.of(sentence, clause.start)
        if voice is None or voice.body is None:
            return None
        if not _patterns()["own"].search(self._document.text, clause.start, clause.end):
            return None
        return _spoken_for(voice.body)


def _is_source(who: PersonMention | Mention, place: int) -> bool:
    """Whether «به گزارش» at `place` names a body of the registry that is no newsroom, right behind it."""
    return isinstance(who, Mention) and who.id is not None and who.id not in MEDIA and who.start - place <= 1


def _spoken_for(body: Mention) -> Mention:
    """The body that «ما» means: for an inner office of the registry the body around it."""
    around = load().get(load().speaks_for(body.id)) if body.id else None
    return Mention(body.start, body.end, around.id, around.name, "agency") if around else body
