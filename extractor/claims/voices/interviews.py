"""Interviews: which paragraphs ask and which answer, and who is asked."""

import re
from collections import defaultdict
from typing import Literal

from extractor.annotations import PersonMention, Sentence, Span
from extractor.claims.voices.scene import Scene
from extractor.entities.skeletons import key

Part = Literal["asked", "answered"]

_LABEL = re.compile(r"[^\w\n]{0,3}([^\W\d_][^:\n.؟،«\"]{0,28}?) ?:")
_QUESTION = ("؟", "?", "؟»")
# A longer paragraph with a question mark at its end is no question of an interview.
_LONGEST = 300
# The introduction says that somebody is interviewed within so many paragraphs; two questions at least make it one.
_INTRODUCTION = 4
_QUESTIONS = 2


class Interview:
    """What each paragraph of an article is in a conversation; nothing where it is none."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.parts: dict[int, Part] = {}
        self._marks: set[str] = set()
        self.asked: PersonMention | None = None
        if "؟" in scene.text or "?" in scene.text or ":" in scene.text:
            self._read()

    def _read(self) -> None:
        paragraphs: dict[int, list[Sentence]] = defaultdict(list)
        for one in self._scene.document.sentences:
            paragraphs[one.paragraph].append(one)
        spans = {number: Span(some[0].start, some[-1].end) for number, some in paragraphs.items()}
        labels = {number: self._label(span) for number, span in spans.items()}
        askers = {labels[number] for number, span in spans.items() if labels[number] and self._asks(span)}
        introduction = Span(0, max((span.end for span in list(spans.values())[:_INTRODUCTION]), default=0))
        about = self._scene.frames("conversation", introduction)
        questions = [number for number, span in spans.items() if self._asks(span)]
        loose = bool(about) and len(questions) >= _QUESTIONS
        self._marks = {mark for number in questions if (mark := self._mark(spans[number]))} if loose else set()
        for number, span in spans.items():
            part = self._part(span, labels[number], askers, loose=loose)
            if part:
                self.parts[number] = part
        if loose:
            self._answers(list(spans), labels)
        self.asked = self._interviewee(about[0] if about else None)

    def _label(self, span: Span) -> str | None:
        found = _LABEL.match(self._scene.text, span.start, span.end)
        if found is None or self._scene.figures(span.start, found.end()):
            return None
        named = self._scene.people.within(Span(span.start, found.end()))
        return None if named else key(found[1])

    def _asks(self, span: Span) -> bool:
        short = span.end - span.start <= _LONGEST and self._scene.text[: span.end].rstrip(" *").endswith(_QUESTION)
        return short and not (self._scene.any("speech", span) and self._scene.people.any_within(span))

    def _part(self, span: Span, label: str | None, askers: set[str | None], *, loose: bool) -> Part | None:
        begin = (
            span.start
            + len(self._scene.text[span.start : span.end])
            - len(self._scene.text[span.start : span.end].lstrip(" *-–•"))
        )
        if self._scene.at("answered", begin, span.end):
            return "answered"
        if self._scene.at("asked", begin, span.end) or (label and label in askers):
            return "asked"
        asks = self._asks(span) or self._mark(span) in self._marks
        return "asked" if loose and label is None and asks else None

    def _mark(self, span: Span) -> str:
        """The sign that a line of the interviewer begins with: «*», «-»; empty without one."""
        sign = self._scene.text[span.start]
        return sign if sign in "*-–•" else ""

    def _answers(self, numbers: list[int], labels: dict[int, str | None]) -> None:
        """What stands between two questions answers the first."""
        open_question = False
        for number in numbers:
            if self.parts.get(number) == "asked":
                open_question = True
            elif open_question and number not in self.parts and labels[number] is None:
                self.parts[number] = "answered"

    def _interviewee(self, about: Span | None) -> PersonMention | None:
        people = self._scene.people.all
        behind = [one for one in people if about and one.start >= about.end][:1]
        near = [one for one in behind if about and one.name and one.start - about.end <= 2]
        likely = near or [one for one in people if one.name] or people
        return likely[0] if likely else None
