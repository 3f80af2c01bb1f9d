"""How far a voice carries: from sentence to sentence, and over the end of a paragraph."""

from collections.abc import Callable

from extractor.annotations import Sentence
from extractor.claims.voice import Turn, Voice
from extractor.claims.voices.scene import Scene

# A title, a kicker and the lead stand in the first paragraphs.
_HEADING = 3
# A kicker has at most so many characters.
_KICKER = 80
# A speech that goes on behind them encloses at most so many paragraphs without a word of who speaks.
_ENCLOSED = 2

Said = tuple[list[Turn], Voice | None]


class Crossing:
    """Gives each sentence of an article the voice that it begins with, before its own turns."""

    def __init__(self, scene: Scene, said: list[Said], is_row: Callable[[int], bool]) -> None:
        """`said`: of each sentence its turns, and the body that had issued something by then."""
        self._scene = scene
        self._said = said
        self._is_row = is_row
        self._sentences = scene.document.sentences
        self._listing = False
        self._whole: Voice | None = None
        self._issued: Voice | None = None
        self._quote = 0

    def carried(self) -> list[tuple[Voice | None, bool]]:
        """For each sentence the voice carried into it, and whether the body that issued it speaks on in a byline."""
        found: list[tuple[Voice | None, bool]] = []
        voice: Voice | None = None
        kept = False
        for place, sentence in enumerate(self._sentences):
            if place == 0 or sentence.paragraph != self._sentences[place - 1].paragraph:
                voice, kept = self._cross(place, sentence, voice)
            found.append((voice, kept))
            for turn in self._said[place][0]:
                bylined = turn.voice is None and not turn.closed
                if turn.lasting and not (kept and bylined) and not (voice and turn.yields):
                    voice = turn.voice
            self._note(place, sentence, voice)
        return found

    def _note(self, place: int, sentence: Sentence, voice: Voice | None) -> None:
        """Remember what `sentence` promises of the next paragraph."""
        text = self._scene.text
        turns = self._said[place][0]
        opens = text[: sentence.end].endswith(":")
        kicks = self._kicks(sentence, turns)
        self._listing = voice is not None and (opens or kicks or (self._listing and not turns))
        self._issued = next((one.voice for one in turns if one.issued and sentence.paragraph < _HEADING), None)
        if voice and self._scene.any("text_follows", sentence):
            self._whole = voice
        elif any(one.voice and one.lasting for one in turns):
            self._whole = None
        quoted = text[sentence.start : sentence.end]
        self._quote = max(0, self._quote + quoted.count("«") - quoted.count("»"))

    def _kicks(self, sentence: Sentence, turns: list[Turn]) -> bool:
        """«مدیرکل … استان خبر داد», above the title."""
        short = sentence.paragraph < _HEADING - 1 and sentence.end - sentence.start <= _KICKER
        if not (short and turns and turns[-1].voice) or self._scene.figures(sentence.start, sentence.end):
            return False
        end = len(self._scene.text[: sentence.end].rstrip(" ؛;"))
        return self._scene.ends_at("speech", end) is not None

    def _cross(self, place: int, sentence: Sentence, voice: Voice | None) -> tuple[Voice | None, bool]:
        turns, issuer = self._said[place]
        issued, listing, quote = self._issued, self._listing, self._quote
        self._issued, self._quote = None, 0 if not voice else quote
        if self._is_row(place):
            return voice or issuer, False
        if issued and not any(one.voice or one.closed for one in turns):
            return issued, True
        self._listing = listing and (self._alone(place) or sentence.paragraph < _HEADING)
        if self._listing and not turns:
            return voice, False
        if voice is None:
            return self._whole, False
        goes_on = quote > 0 or self._first_person(place) or self._joins(sentence) or self._enclosed(place, voice)
        return (voice if goes_on else self._whole), False

    def _alone(self, place: int) -> bool:
        following = self._sentences[place + 1 : place + 2]
        return not following or following[0].paragraph != self._sentences[place].paragraph

    def _first_person(self, place: int) -> bool:
        """«ما … کرده‌ایم»: a speech goes on; a paper says so of itself too, but not behind a speech."""
        return self._scene.any("own", self._sentences[place])

    def _joins(self, sentence: Sentence) -> bool:
        return self._scene.at("goes_on", sentence.start, sentence.end) is not None

    def _enclosed(self, place: int, voice: Voice) -> bool:
        """Whether the same speaker goes on soon, with nobody else between."""
        first = self._sentences[place].paragraph
        for one, (turns, _) in zip(self._sentences[place:], self._said[place:], strict=True):
            if one.paragraph - first > _ENCLOSED:
                return False
            if turns:
                turn = turns[0]
                same = turn.voice is not None and turn.voice.identity == voice.identity >= 0
                return one.paragraph > first and same and (turn.again or turn.voice is not None)
        return False
