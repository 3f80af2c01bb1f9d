"""What a figure measures, and whether it is so, owed or promised: by the programmes' signs, else by a trained reader.

The signs say what they were written for; the reader, which was taught by examples, adds what they have no words for, of
the programmes that it was taught.
"""

import re
from dataclasses import dataclass
from functools import cache

from corpus.registry import load
from corpus.schema import Band, Kind
from extractor.annotations import Quantity, Span
from extractor.claims.figures import is_stated
from extractor.claims.indicators import Reason, classify, signs, speaks_against
from extractor.claims.learned.judged import Judged
from extractor.claims.moods import Mood, mood
from extractor.claims.owners import about
from extractor.claims.pairing import Pairing
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern
from models.claims import Judgement

KINDS: dict[Mood, Kind] = {"fact": "measurement", "duty": "obligation", "promise": "commitment"}
MOODS: dict[str, Mood] = {"": "fact", "duty": "duty", "promise": "promise"}
LABELS: dict[Mood, str] = {"fact": "", "duty": "duty ", "promise": "promise ", "unreal": ""}
# The reader's label must be at least this likely; less, and what it adds is wrong too often (measured on the gold).
LIKELY = 0.8
# A sign no surer than this gives way to what the paragraph spoke of before.
WEAK = 0.7
NONE = "none"


@dataclass(frozen=True, slots=True)
class Decision:
    """A figure's indicator and mood; `cues` are the categories of words that tell it, sought in `scope`.

    `by` is a name of `trail.yml`; `signals` speak for and against it.
    """

    indicator: str
    meant: Mood
    sureness: float
    scope: Span
    cues: frozenset[str]
    by: str
    signals: tuple[tuple[str, float], ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind of record that it makes."""
        # How many are bound is told, whatever they are bound to.
        return "measurement" if self.indicator.endswith("agencies_obligated") else KINDS[self.meant]


@cache
def _bare() -> re.Pattern[str]:
    """What may follow a percent that goes on with the one before: a verb of being, or the next body."""
    return pattern(
        r" ?(?:$|[،؛.]|(?:و|هم|نیز|بود\w*|است|هستند|نیست\w*|ن?رسید\w*|رسانده\w*|داشت\w*|گذشت\w*|عبور)(?: |$|[،؛.]))",
        whole=False,
    )


@cache
def _cues_of(indicator: str) -> frozenset[str]:
    return frozenset(cue for sign in signs() if sign.indicator == indicator for cue in sign.all | sign.any)


@cache
def _subjects() -> frozenset[str]:
    """Names of the platforms and of the contexts that programmes speak of."""
    platforms = {one.id.removeprefix("platform:") for programme in load().programmes for one in programme.platforms}
    return frozenset(platforms | {name for programme in load().programmes for name in programme.contexts})


class Decisions:
    """Decides on the figures of a document, in the order of the text."""

    def __init__(self, reading: Reading, pairing: Pairing, judged: Judged) -> None:
        self._reading = reading
        self._pairing = pairing
        self._judged = judged
        self._last: tuple[Clause, Reason] | None = None

    def of(self, quantity: Quantity, clause: Clause, band: Band | None) -> Decision | None:
        """What `quantity` of `clause` measures; None where it is no figure of ours, or is not said to be so."""
        meant = mood(self._reading, clause)
        if meant == "unreal" or self._is_foreign(clause) or not is_stated(self._reading, quantity, clause, meant):
            return None
        judgement = self._judged.figure(quantity)
        reason = self._by_signs(quantity, clause, band)
        if reason is None:
            return self._by_reader(quantity, judgement, clause)
        taught = reason.sign.indicator in self._judged.taught
        if judgement is None or not taught:
            return self._of_reason(reason, clause, None)
        return self._of_reason(reason, clause, judgement)

    def _by_reader(self, quantity: Quantity, judgement: Judgement | None, clause: Clause) -> Decision | None:
        if judgement is None or judgement.label == NONE or judgement.probability < LIKELY:
            return None
        meant, _, indicator = judgement.label.rpartition(" ")
        if not self._is_spoken_of(indicator, clause) or speaks_against(self._reading, quantity, clause, indicator):
            return None
        whole = Span(clause.start, clause.end)
        sure = judgement.probability
        signals = (("reader", 1.0), ("reader_sure", sure))
        return Decision(indicator, MOODS[meant], sure, whole, _cues_of(indicator), "reader", signals)

    def _is_spoken_of(self, indicator: str, clause: Clause) -> bool:
        """Whether the article names the platform, or is about the matter, that `indicator` begins with."""
        subject = indicator.partition(".")[0]
        present = self._reading.platform_features(clause) | self._reading.contexts
        return subject not in _subjects() or f"document:{subject}" in present

    def _of_reason(self, reason: Reason, clause: Clause, judgement: Judgement | None) -> Decision:
        sign = reason.sign
        # How many are bound is a fact, though the words are those of a duty.
        meant: Mood = "fact" if sign.indicator.endswith("agencies_obligated") else mood(self._reading, clause)
        signals: tuple[tuple[str, float], ...] = (("sign", 1.0), ("share", sign.share))
        if judgement:
            label = f"{LABELS[meant]}{sign.indicator}"
            signals += (("asked", 1.0), ("agrees", judgement.of(label)), ("refuses", judgement.of(NONE)))
        by = self._how(reason, clause)
        return Decision(sign.indicator, meant, sign.share, reason.scope, sign.all | sign.any, by, signals)

    def _how(self, reason: Reason, clause: Clause) -> str:
        if reason.scope.overlaps(clause):
            return "sign"
        return "column" if self._reading.rows.at(clause.place) else "carried"

    def _by_signs(self, quantity: Quantity, clause: Clause, band: Band | None) -> Reason | None:
        extra = frozenset({"band"} if band else ())
        reason = classify(self._reading, quantity, clause, extra) or self._carried(quantity, clause)
        reason = self._rather_carried(reason, clause)
        if reason:
            self._last = (clause, reason)
        return reason

    def _is_foreign(self, clause: Clause) -> bool:
        """Whether the sentence speaks of another country or a private firm, and of no body of ours."""
        foreign = self._reading.cues.within("foreign", clause.sentence) or self._reading.cues.within("private", clause)
        ours = any(one.id for one in self._reading.bodies(clause.sentence, "agency"))
        return bool(foreign) and not ours

    def _rather_carried(self, reason: Reason | None, clause: Clause) -> Reason | None:
        """A share of nobody knows what («بهترین عملکرد با ۱۰۰ درصد») is of what the paragraph spoke of before."""
        if reason is None or reason.sign.share > WEAK or self._last is None:
            return reason
        earlier, last = self._last
        near = clause.sentence.paragraph == earlier.sentence.paragraph and earlier.sentence != clause.sentence
        fits = "percent" in last.sign.unit and about(last.sign.indicator) == "body"
        return Reason(last.sign, reason.scope) if near and fits else reason

    def _carried(self, quantity: Quantity, clause: Clause) -> Reason | None:
        """«… و وزارت نیرو ۱۰۰ درصدی بوده است»: a percent with nothing said of it goes on with what was said before."""
        if self._last is None or quantity.unit != "percent":
            return None
        earlier, reason = self._last
        near = clause.sentence.paragraph == earlier.sentence.paragraph
        if not near or "percent" not in reason.sign.unit or not self._pairing.subjects(clause):
            return None
        said = self._reading.cues.present(clause) & {"connect", "offer", "online", "smart", "growth", "permit", "index"}
        if said or not _bare().match(self._reading.masked, quantity.end):
            return None
        # What is counted of all agencies together is not said of one body.
        if about(reason.sign.indicator) == "agencies":
            return None
        return Reason(reason.sign, reason.scope)
