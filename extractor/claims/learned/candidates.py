"""Whose a figure can be: the bodies around it, the speaker's own, all agencies together, the platform."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.registry import Body, load
from extractor.annotations import Mention, Span
from extractor.claims.pairing import GROUP_ID, GROUP_NAME
from extractor.claims.reading import Clause, Reading

How = Literal["named", "pointed", "before", "speaker", "title", "group", "everyone", "platform"]
# How many sentences back a body may have been named, and how many of them are looked at.
REACH = 4
MOST = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that a figure can belong to, how it came to be one, and how many sentences back it stands."""

    body: Mention
    how: How
    back: int = 0

    @property
    def key(self) -> str:
        """What makes two candidates one."""
        return self.body.id or self.body.name


def spoken_for(body: Mention, reading: Reading) -> Mention:
    """The body whose services an office's are: the one around it, where `body` is an inner office."""
    inside = (one for one in reading.document.named if body.covers(one) and one.parent and not one.place)
    parent = next((one.parent for one in inside), None) if body.id is None else load().speaks_for(body.id)
    around = load().by_id.get(parent or "")
    return Mention(body.start, body.end, around.id, around.name, "agency") if isinstance(around, Body) else body


class Candidates:
    """The candidates of one reading, clause by clause."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._pointed = [one for one in reading.document.named if one.anaphora]
        self._known: dict[tuple[int, int], list[Candidate]] = {}

    def of(self, clause: Clause) -> list[Candidate]:
        """Candidates for the figures of `clause`, each body once: those of its sentence in order, then the rest."""
        key = (clause.start, clause.end)
        if key not in self._known:
            found: dict[tuple[str, bool], Candidate] = {}
            for one in self._all(clause):
                found.setdefault((one.key, one.back == 0), one)
            near = {one.key for one in found.values() if one.back == 0}
            self._known[key] = [one for one in found.values() if one.back == 0 or one.key not in near]
        return self._known[key]

    def _all(self, clause: Clause) -> Iterator[Candidate]:
        yield from self._in_sentence(clause)
        yield from self._speaker(clause)
        yield from self._before(clause)
        yield from self._title(clause)
        yield Candidate(self._everyone(clause), "everyone", 1)
        yield from self._platform(clause)

    def _in_sentence(self, clause: Clause) -> Iterator[Candidate]:
        """Named or pointed to in the sentence; of a body named twice the mention nearest to the clause."""
        sentence = clause.sentence
        named = [*self._reading.bodies(sentence), *(one for one in self._pointed if sentence.covers(one))]
        inside = sorted(named, key=lambda one: (not clause.covers(one), one.start))
        once = {one.id or one.name: one for one in reversed(inside)}
        for one in sorted(once.values()):
            how: How = "group" if one.type == "group" else "pointed" if one.anaphora else "named"
            yield Candidate(one, how)

    def _speaker(self, clause: Clause) -> Iterator[Candidate]:
        voice = self._reading.voices.of(clause.sentence, clause.start)
        if voice and voice.body:
            yield Candidate(spoken_for(voice.body, self._reading), "speaker", 1)

    def _before(self, clause: Clause) -> Iterator[Candidate]:
        found = 0
        for back in range(1, REACH + 1):
            place = clause.place - back
            if place < 0 or found >= MOST:
                return
            for one in reversed(self._reading.bodies(self._reading.document.sentences[place], "agency")):
                found += 1
                yield Candidate(one, "before", back)

    def _title(self, clause: Clause) -> Iterator[Candidate]:
        first = self._reading.document.sentences[0]
        if clause.place > REACH:
            for one in self._reading.bodies(first, "agency")[:2]:
                yield Candidate(one, "title", REACH + 1)

    def _everyone(self, clause: Clause) -> Mention:
        """All agencies together, by the words of the clause that can mean them, else by its first."""
        for name in ("all_of_them", "agency", "service", "inquiry"):
            found = self._reading.cues.within(name, clause)
            if found:
                return Mention(found[0].start, found[0].end, GROUP_ID, GROUP_NAME, "group")
        words = self._reading.text(clause)
        start = clause.start + len(words) - len(words.lstrip())
        end = start + len(words.split(maxsplit=1)[0]) if words.split() else clause.end
        return Mention(start, end, GROUP_ID, GROUP_NAME, "group")

    def _platform(self, clause: Clause) -> Iterator[Candidate]:
        platforms = self._reading.platforms
        near = [one for one in platforms.all if one.start < clause.end]
        for one in {mention.id: mention for mention in (near or platforms.all)}.values():
            yield Candidate(one, "platform", 1)


def place_of(candidate: Candidate, span: Span) -> str:
    """Where the candidate stands to `span`: before or behind it in its sentence, or elsewhere."""
    if candidate.back:
        return "elsewhere"
    return "before" if candidate.body.end <= span.start else "behind"
