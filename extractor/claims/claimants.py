"""Who says so: the claimant at each place of an article.

What a sentence says of it is read by `voices` (verbs of saying, sources, reports, headlines, interviews); how far a
voice carries, too. Anything else is the paper's own voice: None.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.annotations import Mention, Sentence, Span
from extractor.claims.voice import Turn, Voice
from extractor.claims.voices.crossing import Crossing, Said
from extractor.claims.voices.identities import spoken_for
from extractor.claims.voices.interviews import Interview
from extractor.claims.voices.scene import MEDIA, Scene
from extractor.claims.voices.turns import Turns

# A release says whose it is within this many sentences.
RELEASE = 5
# A report is named in the title, the lead or the first paragraph.
HEAD = 3
# A source stands below the article, within its last characters.
TAIL = 200
_SOURCE = re.compile(r"\n\W*منبع(?: خبر)? ?: ?")
_PUBLISHED = re.compile(r"(?:منتشر|اعلام|ارا[يئ]ه|رونمایی|انتشار) (?:کرد|شد|داد|ساخت|نمود)")
_BLANK = re.compile(r" ?(?:اداره کل )?")


class Voices:
    """The claimant of every place of a document."""

    def __init__(self, scene: Scene, is_row: Callable[[int], bool]) -> None:
        document = scene.document
        self._scene = scene
        self._reader = Turns(self._scene)
        self._interview = Interview(self._scene)
        said: list[Said] = []
        for place, sentence in enumerate(document.sentences):
            said.append((self._read(sentence, row=is_row(place)), self._reader.identities.issuer))
        self._look_back(said)
        self._said = said
        carried = Crossing(self._scene, said, is_row).carried()
        self._places = {one.start: place for place, one in enumerate(document.sentences)}
        self._turns = [turns for turns, _ in said]
        self._carried = carried
        self._release = self._released(document.sentences[:RELEASE])
        self._reports = self._reported()

    def of(self, sentence: Sentence, place: int | None = None) -> Voice | None:
        """Whose words `sentence` is, at `place` in it where given; None for the paper's own.

        Who is named in mid-sentence («… اما گزارش سازمان نشان می‌دهد …») speaks only from there.
        """
        number = self._places.get(sentence.start)
        if number is None:
            return None
        voice, kept = self._carried[number]
        closed = False
        for turn in self._turns[number]:
            if place is not None and place < turn.start:
                break
            if (kept and turn.voice is None and not turn.closed) or (voice and turn.yields):
                continue
            voice, closed = turn.voice, turn.closed
        if voice is None and not closed:
            voice = self._release or self._report(number)
        return voice and self._reader.identities.complete(voice)

    def _report(self, number: int) -> Voice | None:
        """The report that a sentence without any turn goes on with."""
        if self._reports is None or number <= self._reports[0] or self._turns[number]:
            return None
        return self._reports[1]

    def own_body(self, sentence: Sentence, clause: Span) -> Mention | None:
        """The speaker's body where the clause speaks in the first person («خدماتمان», «متصل کرده‌ایم»)."""
        if not self._scene.any("own", clause):
            return None
        voice = self.of(sentence, clause.start) or self.of(sentence, clause.end)
        return spoken_for(voice.body) if voice and voice.body else None

    def _read(self, sentence: Sentence, *, row: bool) -> list[Turn]:
        part = self._interview.parts.get(sentence.paragraph)
        if part is None:
            return self._reader.read(sentence, row=row)
        turns = [one for one in self._reader.read(sentence, row=True) if one.voice]
        asked = self._interview.asked
        if part == "asked" or asked is None:
            return [Turn(sentence.start, None, closed=True), *turns]
        voice = self._reader.identities.of(asked, Span(sentence.start, sentence.start))
        return [Turn(sentence.start, voice), *(one for one in turns if one.start > sentence.start)]

    def _look_back(self, said: list[Said]) -> None:
        """Give what «این را … گفت» points back to, a quotation or the paragraph so far, to who said it."""
        sentences = self._scene.document.sentences
        for place, (turns, _) in enumerate(said):
            turn = next((one for one in turns if one.back), None)
            before = place - 1
            while turn and before >= 0 and not said[before][0] and self._reaches(sentences[before], sentences[place]):
                said[before][0].append(Turn(sentences[before].start, turn.voice, lasting=False))
                before -= 1

    def _reaches(self, before: Sentence, sentence: Sentence) -> bool:
        quoted = self._scene.text[: before.end].rstrip(" .؛،").endswith("»")
        return before.paragraph == sentence.paragraph or (quoted and before.paragraph == sentence.paragraph - 1)

    def _released(self, sentences: list[Sentence]) -> Voice | None:
        """The body whose release the article is («به نقل از روابط عمومی …»), among its first sentences."""
        for sentence in sentences:
            for cue in self._scene.frames("release", sentence):
                for body in self._scene.speakers(Span(cue.end, sentence.end))[:1]:
                    near = _BLANK.fullmatch(self._scene.text, cue.end, body.start)
                    if near and isinstance(body, Mention) and body.id and body.type == "agency":
                        return self._reader.identities.of(body, Span(cue.start, body.end))
        return self._sourced()

    def _reported(self) -> tuple[int, Voice] | None:
        """The body whose figures an article tells: it publishes them in the head, and no other body speaks."""
        bodies = [
            (place, turn.voice)
            for place, (turns, _) in enumerate(self._said)
            for turn in turns
            if turn.voice and turn.voice.identity < 0
        ]
        if not bodies or len({voice.claimant.organization for _, voice in bodies}) > 1:
            return None
        place, voice = bodies[0]
        sentence = self._scene.document.sentences[place]
        published = _PUBLISHED.search(self._scene.text, sentence.start, sentence.end)
        issued = published and self._scene.any("issuing", sentence)
        issued = sentence.paragraph < HEAD and (issued or self._scene.any("source", sentence))
        return (place, replace(voice, introduced=voice.span)) if issued else None

    def _sourced(self) -> Voice | None:
        """«منبع: دیوان محاسبات کشور» below the article."""
        text = self._scene.text
        found = _SOURCE.search(text, max(0, len(text) - TAIL))
        named = self._scene.speakers(Span(found.end(), len(text)))[:1] if found else []
        for body in named:
            if found and body.start == found.end() and isinstance(body, Mention) and body.id and body.id not in MEDIA:
                return self._reader.identities.of(body, Span(body.start, body.end))
        return None
