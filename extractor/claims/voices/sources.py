"""Who is named as a source: «به گفته …», «طبق گزارش …», «گزارش … نشان می‌دهد», «به نقل از …»."""

import re
from dataclasses import replace

from extractor.annotations import Mention, PersonMention, Sentence, Span
from extractor.claims.voice import Turn, Voice
from extractor.claims.voices.identities import Identities
from extractor.claims.voices.scene import MEDIA, Scene
from extractor.claims.voices.speakers import Speakers
from extractor.claims.voices.words import press

# A source is named right after its cue: within this many characters of it.
REACH = 40
# A source named this near the sentence's start is the sentence's, and goes on to the paragraph's end.
EARLY = 70
_FROM = re.compile(r"[^،.؛:]{0,40}?(?:از سوی|توسط|از جانب) ")
# A report that is known already: «در بند سوم نامه می‌خوانیم», not «نامه‌ای», «نامه وزیر».
_BARE = re.compile(r" (?:به|با|از|در|همچنین|نیز|می|آمده|سپس|بر|تصریح|تاکید|نوشته)\b| ?[:،]")
# Several reports, or the paper's own, are not the one that was named.
_SEVERAL = re.compile("ها(?:ی|یی)?\\Z")
_OURS = re.compile(r"(?<!\w)(?:ما|خبرنگار|میدانی|خبرنگاران|تحریریه|مردمی|رسانه)(?!\w)|[ ‌]ها(?!\w)")
_LETTER = re.compile(r"[^\W\d_]")
_NAME_FIRST = re.compile(r" ((?:[^\W\d_]+ ?){1,3})، ")


class Sources:
    """Reads the sources of a sentence."""

    def __init__(self, scene: Scene, identities: Identities, speakers: Speakers) -> None:
        self._scene = scene
        self._identities = identities
        self._speakers = speakers

    def turns(self, sentence: Sentence) -> list[Turn]:
        """The turns that sources, reports and bylines of `sentence` give."""
        found = [self._byline(one, sentence) for one in self._scene.frames("byline", sentence)]
        found += [self._cued(one, sentence) for one in self._scene.frames("source", sentence)]
        found += [self._shown(one, sentence) for one in self._scene.frames("shows", sentence)]
        found += [self._again(one, sentence) for one in self._scene.frames("again", sentence)]
        found += [self._text(one, sentence) for one in self._scene.frames("text_follows", sentence)]
        found += [self._words_of(one, sentence) for one in self._scene.frames("words_of", sentence)]
        found += [Turn(one.start, None, lasting=False, closed=True) for one in self._scene.frames("ours", sentence)]
        found += [self._by(one, sentence) for one in self._scene.frames("by", sentence)]
        return [one for one in found if one]

    def _turn(self, cue: Span, voice: Voice, sentence: Sentence) -> Turn:
        """Speaks from the cue on; the whole sentence, where the cue opens or closes it."""
        before = Span(sentence.start, cue.start)
        nested = self._scene.any("speech", before) or self._scene.figures(before.start, before.end)
        early = cue.start - sentence.start <= EARLY and not nested
        # «معاون … به نقل از رئیس گفت»: the words are the second one's; «وزیر بر اساس آمار … گفت»: the first one's.
        quoting = self._scene.at("quoting", cue.start, sentence.end) and self._scene.people.any_within(before)
        whole = early and not quoting
        closing = not _LETTER.search(self._scene.masked, max(voice.span.end, cue.end), sentence.end)
        if voice.identity >= 0:
            self._identities.last = voice
        else:
            self._identities.issuer = voice
        return Turn(sentence.start if whole or closing else cue.start, voice, lasting=early)

    def _cued(self, cue: Span, sentence: Sentence) -> Turn | None:
        if self._leans(cue, sentence):
            return None
        rest = Span(cue.end, sentence.end)
        pointer = next(iter(self._scene.frames("pronoun", Span(cue.end, min(sentence.end, cue.end + REACH)))), None)
        if pointer and pointer.start - cue.end <= 1:
            again = self._pointed(Span(sentence.start, cue.start), Span(cue.start, pointer.end))
            return self._turn(cue, again, sentence) if again else None
        issuer = self._identities.issuer
        authors = self._scene.at("authors", cue.end + 1, sentence.end) or self._scene.at(
            "they", cue.end + 1, sentence.end
        )
        if authors and issuer and not self._owned(authors, sentence):
            return self._turn(cue, replace(issuer, introduced=Span(cue.start, authors.end)), sentence)
        if self._scene.at("crowd", cue.end + 1, sentence.end):
            return Turn(cue.start, None, lasting=False, closed=True)
        near = self._near(rest)
        if near:
            named = self._named_first(cue, near)
            return self._turn(cue, named or self._identities.of(near, Span(cue.start, near.end)), sentence)
        said = Span(cue.start, cue.end)
        beside = Span(cue.end + 1, min(sentence.end, cue.end + REACH))
        voice = (
            self._speakers.body_again(cue.end + 1, sentence.end, said)
            or self._speakers.strangers.its_head(beside, said, at_once=True)
            or self._speakers.strangers.at(cue.end + 1, sentence.end, said)
        )
        return self._turn(cue, voice, sentence) if voice else None

    def _leans(self, cue: Span, sentence: Sentence) -> bool:
        """«وزیر گفت: بر اساس آمار سازمان …»: a speaker leans on figures and makes them his own."""
        verbs = self._scene.frames("speech", Span(sentence.start, cue.start))
        after = bool(verbs) and not self._scene.figures(verbs[-1].end, cue.start)
        return after and self._scene.at("quoting", cue.start, sentence.end) is None

    def _owned(self, authors: Span, sentence: Sentence) -> bool:
        named = self._scene.speakers(Span(authors.end, sentence.end))[:1]
        return bool(named) and named[0].start - authors.end <= 1

    def _pointed(self, before: Span, said: Span) -> Voice | None:
        """Whom «وی» means: who opens the sentence, else the last speaker."""
        subjects = [
            one
            for one in self._scene.people.within(before)
            if self._speakers.is_subject(one, before) or self._scene.ends_at("turn_to", one.start)
        ]
        return self._identities.of(subjects[0], said) if subjects else self._identities.again(said)

    def _near(self, rest: Span) -> PersonMention | Mention | None:
        text = self._scene.text
        for one in self._scene.speakers(Span(rest.start, min(rest.end, rest.start + 4 * REACH))):
            gap = text[rest.start : one.start]
            apart = "،" in gap or ":" in gap
            by = _FROM.fullmatch(gap) is not None
            if isinstance(one, PersonMention) and one.name is None and _NAME_FIRST.fullmatch(gap):
                return one
            return one if (len(gap) < REACH or by) and not apart else None
        return None

    def _named_first(self, cue: Span, near: PersonMention | Mention) -> Voice | None:
        """«به گفته احمدی، معاون وزیر»: a name that the recogniser left alone stands before the office."""
        found = _NAME_FIRST.fullmatch(self._scene.text, cue.end, near.start)
        if not (found and isinstance(near, PersonMention) and near.name is None):
            return None
        span = Span(found.start(1), near.end)
        claimant = self._identities.of(near, span).claimant
        body = Mention(span.start, span.end, claimant.id, claimant.organization or "", "agency")
        named = claimant.model_copy(update={"name": found[1].strip(), "mention": self._scene.document.words(span)})
        return self._identities.person(named, span, body if claimant.organization else None, Span(cue.start, near.end))

    def _byline(self, cue: Span, sentence: Sentence) -> Turn | None:
        """«به گزارش سازمان …»: a body of the registry that is no newsroom; else the paper's own voice begins."""
        text = self._scene.text
        named = self._scene.speakers(Span(cue.end, min(sentence.end, cue.end + 2 * REACH)))[:1]
        for one in named:
            source = isinstance(one, Mention) and one.id is not None and one.id not in MEDIA and one.type == "agency"
            if source and press().fullmatch(text, cue.end, one.start):
                return self._turn(cue, self._identities.of(one, Span(cue.start, one.end)), sentence)
        again = self._speakers.body_again(cue.end + 1, sentence.end, cue)
        if again:
            return self._turn(cue, again, sentence)
        opens = cue.start - sentence.start <= REACH
        return Turn(sentence.start, None) if opens else None

    def _shown(self, cue: Span, sentence: Sentence) -> Turn | None:
        showing = next(iter(self._scene.frames("showing", Span(cue.end, sentence.end))), None) or self._colon(
            cue, sentence
        )
        if showing is None or self._leans(cue, sentence):
            return None
        before = self._scene.text[max(0, cue.start - 6) : cue.start].split(" ")
        if before[-2:-1] in (["این"], ["همین"]):
            return self._again(cue, sentence)
        if self._scene.any("speech", Span(cue.end, showing.start)):
            return None
        known = _BARE.match(self._scene.masked, cue.end) or self._opens(cue, showing, sentence)
        if known and not _FROM.match(self._scene.text, cue.end):
            return self._again(cue, sentence)
        named = self._scene.speakers(Span(cue.end, showing.start))[:1]
        if named and named[0].start - cue.end < REACH:
            voice: Voice | None = self._identities.of(named[0], Span(cue.start, showing.end))
        else:
            voice = self._speakers.body_again(cue.end + 1, showing.start, Span(cue.start, showing.end))
        return self._turn(cue, voice, sentence) if voice else None

    def _opens(self, cue: Span, showing: Span, sentence: Sentence) -> bool:
        """«گزارش تفریغ … خبر می‌دهد»: one report that opens a sentence and is nobody else's is the one known."""
        if cue.start != self._speakers.opening(sentence) or _SEVERAL.search(self._scene.text, cue.start, cue.end):
            return False
        between = Span(cue.end, showing.start)
        return not self._scene.speakers(between) and not _OURS.search(self._scene.text, cue.end, showing.start)

    def _colon(self, cue: Span, sentence: Sentence) -> Span | None:
        """«نامه با … تمام می‌شود: …»: a report that opens the sentence tells what stands behind the colon."""
        if cue.start - self._speakers.opening(sentence) > len("در "):
            return None
        colon = self._scene.masked.find(":", cue.end, sentence.end)
        if colon < 0 or self._scene.figures(cue.end, colon) or self._scene.text[cue.end] == ":":
            return None
        return Span(colon, colon + 1)

    def _by(self, cue: Span, sentence: Sentence) -> Turn | None:
        """«از سوی وزارت نیرو اعلام شد که …»."""
        named = self._scene.speakers(Span(cue.end, min(sentence.end, cue.end + 2 * REACH)))[:1]
        if not named or named[0].start - cue.end > 1:
            return None
        told = self._scene.frames("passive", Span(named[0].end, min(sentence.end, named[0].end + 2 * REACH)))
        if not told or self._scene.figures(named[0].end, told[0].start):
            return None
        return self._turn(cue, self._identities.of(named[0], Span(cue.start, told[0].end)), sentence)

    def _text(self, cue: Span, sentence: Sentence) -> Turn | None:
        """«جوابیه‌ای فرستاد که متن آن در ادامه می‌آید»: what follows is its author's."""
        turn = self._again(cue, sentence)
        return turn and replace(turn, lasting=True)

    def _words_of(self, cue: Span, sentence: Sentence) -> Turn | None:
        """«مهم‌ترین محورهای سخنان وزیر به این شرح است: …»."""
        named = [one for one in self._scene.people.within(Span(cue.end, sentence.end)) if one.start - cue.end <= 1]
        if not named or not self._scene.text[: sentence.end].endswith(":"):
            return None
        return self._turn(cue, self._identities.of(named[0], sentence), sentence)

    def _again(self, cue: Span, sentence: Sentence) -> Turn | None:
        issuer = self._identities.issuer
        if issuer is None or self._leans(cue, sentence):
            return None
        voice = Voice(issuer.claimant, issuer.span, issuer.body, cue, issuer.identity)
        return self._turn(cue, voice, sentence)
