"""Whose turn it is in a sentence: headlines, verbs of saying, sources, and what nobody in particular says."""

import re
from dataclasses import replace

from extractor.annotations import Mention, PersonMention, Sentence, Span
from extractor.claims.clauses import finite_verbs
from extractor.claims.voice import Turn, Voice
from extractor.claims.voices.identities import Identities
from extractor.claims.voices.scene import Scene
from extractor.claims.voices.sources import REACH, Sources
from extractor.claims.voices.speakers import Found, Speakers, Verb
from extractor.claims.voices.words import press

# A colon that heads what is said stands within so many characters of who says it.
_HEAD = 90
# Titles stand in the first paragraphs.
_TITLES = 2
_COLON = re.compile(r"(?<!\d) ?:(?!//)|(?<=\d) ?:(?!\d)")
_SAYS_NEXT = re.compile(r" ?(?:[:«\"]|که )")
_LETTER = re.compile(r"[^\W_]")
_OF = re.compile(r" ")


class Turns:
    """Reads sentences one after the other."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.identities = Identities(scene.document)
        self._speakers = Speakers(scene, self.identities)
        self._sources = Sources(scene, self.identities, self._speakers)

    def read(self, sentence: Sentence, *, row: bool) -> list[Turn]:
        """The turns of `sentence`, in order; where two begin together the later one counts."""
        head = None if row else self._headed(sentence)
        self._note_paper(sentence)
        turns = self._aside(sentence) + self._sources.turns(sentence)
        turns += [head] if head else self._spoken(sentence, turns) or self._said_before(sentence, turns)
        turns = self._backward(sentence, turns)
        turns += self._hearsay(sentence, turns)
        if not turns:
            self._note_topic(sentence)
        self._note_issuer(sentence, turns)
        return sorted(turns, key=lambda one: (one.start, one.voice is not None))

    def _said_before(self, sentence: Sentence, turns: list[Turn]) -> list[Turn]:
        """«… ؛ این آماری است که معاون سازمان … داد»: who is named behind it, whatever the verb."""
        cue = next(iter(self._scene.frames("this_is", sentence)), None)
        named = self._scene.speakers(Span(cue.end, sentence.end))[:1] if cue else []
        if cue is None or not named or named[0].start - cue.end > 1 or any(one.voice for one in turns):
            return []
        voice = self.identities.of(named[0], Span(cue.start, named[0].end))
        self._remember(voice)
        return [Turn(sentence.start, voice)]

    def _backward(self, sentence: Sentence, turns: list[Turn]) -> list[Turn]:
        """«… ». این را وزیر گفت»: what stands before such words is said by the same."""
        opening = self._speakers.opening(sentence)
        cues = self._scene.frames("this_is", sentence) + self._scene.frames("this_said", sentence)
        if not cues:
            return turns
        begins = any(one.start <= opening + 1 for one in cues)
        return [
            replace(one, start=sentence.start, back=begins) if one.voice and self._told(one, cues) else one
            for one in turns
        ]

    def _told(self, turn: Turn, cues: list[Span]) -> bool:
        return any(turn.voice is not None and cue.end <= turn.voice.span.start for cue in cues)

    def _hearsay(self, sentence: Sentence, turns: list[Turn]) -> list[Turn]:
        if any(one.voice and one.voice.introduced.overlaps(cue) for one in turns for cue in self._passives(sentence)):
            return []
        return [Turn(one.start, None, lasting=False, closed=True) for one in self._scene.frames("hearsay", sentence)]

    def _passives(self, sentence: Sentence) -> list[Span]:
        return self._scene.frames("passive", sentence) + self._scene.frames("showing", sentence)

    def _aside(self, sentence: Sentence) -> list[Turn]:
        opens = self._scene.at("aside", sentence.start, sentence.end)
        return [Turn(sentence.start, None, closed=True)] if opens else []

    def _headed(self, sentence: Sentence) -> Turn | None:
        """«وزیر ارتباطات: …», «هشدار سازمان بازرسی: …»; «وزارت نیرو: 55 درصد» heads its own figure."""
        text, opening = self._scene.text, self._speakers.opening(sentence)
        named = self._scene.speakers(Span(sentence.start, min(sentence.end, sentence.start + 2 * _HEAD)))[:1]
        if not named:
            return None
        who = named[0]
        colon = _COLON.search(text, who.end, min(sentence.end, who.end + _HEAD))
        if colon is None or self._scene.figures(sentence.start, colon.start()):
            return None
        noun = self._scene.at("voiced", opening, sentence.end)
        if noun and who.start == noun.end + 1:
            return self._head(who, sentence, colon.end())
        said = Span(sentence.start, colon.end())
        if isinstance(who, PersonMention):
            opens = press().fullmatch(text, opening, who.start) and not self._scene.any("speech", said)
            return self._head(who, sentence, colon.end()) if opens else None
        titled = sentence.paragraph < _TITLES and who.start <= opening + 1 and colon.start() - who.end <= 1
        figure = next(iter(self._scene.quantities.within(Span(colon.end(), sentence.end))), None)
        others = figure and any(one.end <= figure.start for one in self._others(colon.end(), sentence))
        return (
            self._head(who, sentence, colon.end())
            if titled and figure and others is not None and (others or self._counts_agencies(figure.noun))
            else None
        )

    def _others(self, start: int, sentence: Sentence) -> list[Mention]:
        return self._scene.bodies.within(Span(start, sentence.end))

    def _counts_agencies(self, noun: Span | None) -> bool:
        return noun is not None and self._scene.text[noun.start : noun.end].startswith("دستگاه")

    def _head(self, who: PersonMention | Mention, sentence: Sentence, end: int) -> Turn:
        voice = self.identities.of(who, Span(sentence.start, end))
        self._remember(voice)
        return Turn(sentence.start, voice)

    def _spoken(self, sentence: Sentence, sources: list[Turn]) -> list[Turn]:
        turns: list[Turn] = []
        region = sentence.start
        sourced = any(one.voice for one in sources)
        verbs = self._scene.frames("speech", sentence)
        told = self._scene.frames("hearsay", sentence)
        for one in verbs:
            if any(other.overlaps(one) for other in told):
                continue
            adds = self._scene.at("adds", one.start, one.end) is not None
            verb = Verb(one, adds, self._is_deed(one, sentence), first=region == sentence.start)
            turn = self._turn(verb, Span(region, one.start), sentence, known=sourced or bool(turns))
            if turn:
                turns += [turn, *self._after(one, sentence)]
            region = one.end
        return turns or self._without_verb(sentence, known=sourced)

    def _after(self, verb: Span, sentence: Sentence) -> list[Turn]:
        """«… هشدار داد و وزارت نیرو …»: what a body does behind the verb is told by the paper."""
        if not self._scene.text.startswith(" و ", verb.end):
            return []
        place = verb.end + 3
        bodies = [one for one in self._scene.bodies.within(Span(place, sentence.end)) if one.start == place]
        return [Turn(place, None)] if bodies else []

    def _is_deed(self, verb: Span, sentence: Sentence) -> bool:
        """«20 درخواست را رد کرد»; «پذیرفته است 20 خدمت را …» are words."""
        if self._scene.at("acts", verb.start, verb.end + 20) is None:
            return False
        return self._scene.figures(sentence.start, verb.start) or not self._scene.figures(verb.end, sentence.end)

    def _turn(self, verb: Verb, region: Span, sentence: Sentence, *, known: bool) -> Turn | None:
        follows = _LETTER.search(self._scene.masked, verb.span.end, sentence.end) is not None
        says = _SAYS_NEXT.match(self._scene.text, verb.span.end) is not None
        said = Span(region.start, verb.span.end)
        found = self._speakers.before(verb, region, said=said)
        if found:
            # What stands between the speaker and the verb, with a figure in it, is said and no introduction.
            told = self._scene.figures(found.voice.span.end, verb.span.start)
            turn = self._found(found, sentence, says=(says or follows) and not told)
            turn = replace(turn, issued=not follows and self._publishes(found, region))
            promised = self._scene.at("promises", verb.span.start, verb.span.end) is not None
            return replace(turn, yields=promised and found.voice.identity < 0)
        if known:
            return None
        asked = self._asked(region)
        if asked:
            return Turn(sentence.start, self.identities.of(asked, said))
        again = self.identities.again(said)
        near = verb.span.start - self._speakers.opening(region) < REACH
        if again and (verb.adds or (near and not self._scene.speakers(region))):
            self._remember(again)
            return Turn(sentence.start, again, again=True)
        if not says or verb.deed:
            return None
        shaped = self._speakers.strangers.shaped(self._speakers.opening(region), region.end, said)
        if shaped:
            self._remember(shaped)
        return Turn(sentence.start, shaped, closed=shaped is None)

    def _publishes(self, found: Found, region: Span) -> bool:
        """«هیئت … تازه‌ترین آمار را اعلام کرد»: the figures come in the next paragraph."""
        told = Span(found.begin, region.end)
        return (
            found.voice.identity < 0
            and self._scene.any("paper", told)
            and not self._scene.figures(told.start, told.end)
        )

    def _asked(self, region: Span) -> PersonMention | None:
        """«از وزیر می‌پرسیم … می‌گوید»."""
        asking = self._scene.frames("we_ask", region)
        people = self._scene.people.within(Span(region.start, asking[0].start)) if asking else []
        return people[0] if people else None

    def _found(self, found: Found, sentence: Sentence, *, says: bool) -> Turn:
        voice = found.voice
        if not says:
            voice = Voice(
                voice.claimant,
                voice.span,
                voice.body,
                Span(found.begin, max(found.begin, voice.span.end)),
                voice.identity,
            )
        self._remember(voice, sentence)
        return Turn(found.begin, voice, again=found.again)

    def _without_verb(self, sentence: Sentence, *, known: bool) -> list[Turn]:
        """«X با بیان اینکه …», «X کارنامه را منتشر کرد», «او … بسنده کرد: «…»», «پاسخ کوتاه بود: …»."""
        if known:
            return []
        for category in ("while", "issues"):
            for one in self._scene.frames(category, sentence)[:1]:
                before = Span(sentence.start, one.end)
                inside = self._scene.text.startswith("در ", one.start)
                if category == "issues" and not (inside or self._scene.any("paper", before)):
                    continue  # services are made public, too
                found = self._speakers.before(
                    Verb(one), Span(sentence.start, one.start), said=Span(sentence.start, one.start)
                )
                if found:
                    turn = self._found(found, sentence, says=category == "while")
                    issued = category == "issues" and turn.voice is not None and turn.voice.identity < 0
                    return [Turn(turn.start, turn.voice, again=turn.again, issued=issued)]
        return self._before_colon(sentence) or self._before_that(sentence)

    def _before_that(self, sentence: Sentence) -> list[Turn]:
        """«وزیر انکار نکرد که …», «نظر وزیر این است که …»: whatever the verb, a person says it."""
        opening = self._speakers.opening(sentence)
        noun = self._scene.at("voiced", opening, sentence.end)
        start = noun.end + 1 if noun else opening
        people = [one for one in self._scene.people.within(sentence) if one.start == start]
        pronoun = self._scene.at("pronoun", start, sentence.end)
        end = people[0].end if people else pronoun.end if pronoun else None
        if end is None:
            return []
        for verb in finite_verbs(self._scene.masked, Span(end, min(sentence.end, end + _HEAD))):
            said = Span(sentence.start, verb.end)
            if self._scene.figures(end, verb.end) or not self._scene.text.startswith(" که ", verb.end):
                continue
            voice = self.identities.of(people[0], said) if people else self.identities.again(said)
            if voice:
                self._remember(voice)
                return [Turn(sentence.start, voice, again=not people)]
        return []

    def _before_colon(self, sentence: Sentence) -> list[Turn]:
        colon = _COLON.search(self._scene.text, sentence.start, min(sentence.end, sentence.start + 2 * _HEAD))
        if colon is None or self._scene.figures(sentence.start, colon.start()):
            return []
        said = Span(sentence.start, colon.end())
        answer = self._scene.frames("answer", said)
        region = Span(sentence.start, colon.start())
        opening = self._speakers.opening(region)
        people = self._scene.people.within(region)
        pronoun = self._scene.at("pronoun", opening, colon.start())
        noun = self._scene.at("voiced", opening, colon.start())
        voice = self._speakers.strangers.at(noun.end + 1, colon.start(), said) if noun else None
        if voice is None and (answer or pronoun):
            voice = self.identities.again(said)
        elif voice is None and people and people[0].start <= opening + 1:
            voice = self.identities.of(people[0], said)
        voice = voice or self._speakers.strangers.at(opening, colon.start(), said)
        if voice is None:
            return []
        self._remember(voice)
        return [Turn(sentence.start, voice, again=bool(answer or pronoun))]

    def _remember(self, voice: Voice, sentence: Sentence | None = None) -> None:
        if voice.identity >= 0:
            self.identities.last = voice
        if voice.identity < 0 or (sentence and self._in_paper(sentence)):
            self.identities.issuer = voice

    def _in_paper(self, sentence: Sentence) -> bool:
        """«در نامه‌ای …»: who writes a paper speaks in it."""
        return any(self._scene.text.startswith("در ", one.start) for one in self._scene.frames("issues", sentence))

    def _note_topic(self, sentence: Sentence) -> None:
        """A person who opens a sentence, or whose turn comes, is whom «وی» means."""
        opening = self._speakers.opening(sentence)
        people = self._scene.people.within(sentence)
        turn = next(iter(self._scene.frames("turn_to", sentence)), None)
        for one in people:
            if one.start <= opening + 1 or (turn and 0 <= one.start - turn.end <= 1):
                self.identities.last = self.identities.of(one, Span(one.start, one.start))
                return

    def _note_issuer(self, sentence: Sentence, turns: list[Turn]) -> None:
        """Remember the body that issues a report, a list or a statement in `sentence`."""
        opening = self._speakers.opening(sentence)
        for one in self._scene.speakers(sentence)[:1]:
            if isinstance(one, PersonMention):
                if self._scene.any("its_paper", Span(one.end, sentence.end)):
                    body = self.identities.of(one, Span(one.start, one.end)).body
                    self.identities.issuer = self.identities.of(body, body) if body else self.identities.issuer
                continue
            before = Span(opening, one.start)
            paper = self._scene.text.endswith(" را ", opening, one.start) and self._scene.any("paper", before)
            opens = one.type == "agency" and (paper or press().fullmatch(self._scene.text, opening, one.start))
            if opens and self._scene.any("issuing", Span(one.end, sentence.end)):
                self.identities.issuer = self.identities.of(one, Span(one.start, one.end))

    def _note_paper(self, sentence: Sentence) -> None:
        """«جوابیه وزارت نیرو», «گزارش عملکرد گمرک»: whose paper is spoken of."""
        if not self._scene.any("paper", sentence):
            return
        for one in self._scene.speakers(sentence):
            paper = self._scene.ends_at("paper", one.start)
            owned = paper and not self._scene.text[: paper.start].endswith(("این ", "همین "))
            if owned and (isinstance(one, PersonMention) or one.type == "agency"):
                self.identities.issuer = self.identities.of(one, Span(one.start, one.end))
                return
