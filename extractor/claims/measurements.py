"""Facts with a figure: measurements, and duties and promises that name a figure."""

import re
from functools import cache

from corpus.schema import Band, Kind, Time
from extractor.annotations import Mention, Quantity, Span
from extractor.claims import times
from extractor.claims.draft import Draft
from extractor.claims.figures import again, figures, is_band, is_stated
from extractor.claims.indicators import Reason, classify
from extractor.claims.moods import Mood, mood
from extractor.claims.owners import Owners, about
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

KINDS: dict[Mood, Kind] = {"fact": "measurement", "duty": "obligation", "promise": "commitment"}
# A figure whose record would be less sure than this is left out.
LEAST = 0.5
# A sign no surer than this gives way to what the paragraph spoke of before.
WEAK = 0.7


@cache
def _bare() -> re.Pattern[str]:
    """What may follow a percent that goes on with the one before: a verb of being, or the next body."""
    return pattern(r" ?(?:$|[،؛.]|(?:و|هم|نیز|بود\w*|است|هستند|رسید\w*|رسانده\w*|داشت\w*)(?: |$|[،؛.]))", whole=False)


class Measurements:
    """Finds facts with a figure in a document."""

    def __init__(self, reading: Reading, pairing: Pairing) -> None:
        self._reading = reading
        self._pairing = pairing
        self._owners = Owners(reading, pairing)
        self._last: tuple[Clause, Reason] | None = None
        self._last_drafts: list[Draft] = []

    def find(self) -> list[Draft]:
        """All of them, in the order of the text."""
        drafts: list[Draft] = []
        for sentence_clauses in self._reading.clauses:
            for clause in sentence_clauses:
                drafts.extend(self._of_clause(clause))
        return drafts

    def _of_clause(self, clause: Clause) -> list[Draft]:
        clause = self._reading.whole(clause)
        meant = mood(self._reading, clause)
        if meant == "unreal" or self._is_foreign(clause):
            return []
        drafts: list[Draft] = []
        for quantity, band in figures(self._reading, clause):
            if quantity.kind == "points" or not is_stated(self._reading, quantity, clause, meant):
                continue
            extra = frozenset({"band"} if band else ())
            reason = classify(self._reading, quantity, clause, extra) or self._carried(quantity, clause)
            reason = self._rather_carried(reason, clause)
            if reason is None:
                continue
            self._last = (clause, reason)
            owners = self._owners.of(quantity, clause, reason.sign.indicator)
            self._last_drafts = [self._draft((quantity, band), clause, reason, owner) for owner in owners]
            drafts.extend(self._last_drafts)
        if not drafts and meant in ("fact", "promise"):
            drafts = self._gone_on(clause)
        return [draft for draft in drafts if draft.confidence >= LEAST]

    def _is_foreign(self, clause: Clause) -> bool:
        """Whether the sentence speaks of another country or a private firm, and of no body of ours."""
        foreign = self._reading.cues.within("foreign", clause.sentence) or self._reading.cues.within("private", clause)
        ours = any(one.id for one in self._reading.bodies(clause.sentence, "agency"))
        return bool(foreign) and not ours

    def _rather_carried(self, reason: Reason | None, clause: Clause) -> Reason | None:
        """A share of nobody knows what («بهترین عملکرد با ۱۰۰ درصد») is of what the paragraph spoke of before."""
        if reason is None or reason.sign.share > WEAK or self._last is None:
            return reason
        earlier, known = self._last
        near = clause.sentence.paragraph == earlier.sentence.paragraph and earlier.sentence != clause.sentence
        fits = "percent" in known.sign.unit and about(known.sign.indicator) == "body"
        return Reason(known.sign, reason.scope) if near and fits else reason

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

    def _gone_on(self, clause: Clause) -> list[Draft]:
        """«این عدد در فروردین ۱۳ میلیون بود»: the figure before at another time."""
        known = self._last_drafts[0].quantity if self._last_drafts else None
        if self._last is None or known is None or clause.place - self._last[0].place > 1:
            return []
        figure = again(self._reading, clause, known)
        now = self._reading.cues.within("so_far", clause)
        if figure is None:
            return []
        if mood(self._reading, clause) == "promise":
            return [self._promised(one, figure, clause) for one in self._last_drafts]
        time, where = times.as_of(self._reading, clause)
        if where is None and not now:
            return []
        return [self._at_another_time(one, figure, clause, time, where or now[0]) for one in self._last_drafts]

    def _promised(self, known: Draft, figure: Quantity, clause: Clause) -> Draft:
        draft = self._at_another_time(known, figure, clause, None, Span(figure.start, figure.end))
        draft.kind = "commitment"
        self._add_duty(draft, clause, "promise")
        return draft

    def _at_another_time(self, known: Draft, figure: Quantity, clause: Clause, time: Time | None, where: Span) -> Draft:
        return Draft(
            kind="measurement",
            subject=known.subject,
            indicator=known.indicator,
            confidence=known.confidence * 0.9,
            evidence=[trimmed(self._reading.document.text, clause)],
            fields={**known.fields, "value": Span(figure.start, figure.end), "as_of": where},
            quantity=figure,
            as_of=time,
        )

    def _draft(self, figure: tuple[Quantity, Band | None], clause: Clause, reason: Reason, owner: Owner) -> Draft:
        quantity, band = figure
        meant = mood(self._reading, clause)
        draft = Draft(
            # How many are bound is told, whatever they are bound to.
            kind="measurement" if reason.sign.indicator.endswith("agencies_obligated") else KINDS[meant],
            subject=owner.body,
            indicator=reason.sign.indicator,
            confidence=reason.sign.share * owner.sureness,
            evidence=[self._evidence(clause, reason, owner.body)],
            fields={"value": Span(quantity.start, quantity.end), "subject": Span(owner.body.start, owner.body.end)},
            quantity=quantity,
            band=band,
        )
        draft.fields["indicator"] = self._told_by(reason, quantity)
        if band:
            draft.fields["band"] = next(
                (Span(one.start, one.end) for one in self._reading.quantities(clause.sentence) if is_band(one, band)),
                draft.fields["value"],
            )
        if meant == "fact":
            draft.as_of, where = times.as_of(self._reading, clause, quantity)
            if where:
                draft.fields["as_of"] = where
        self._add_duty(draft, clause, meant)
        return draft

    def _told_by(self, reason: Reason, quantity: Quantity) -> Span:
        """The word that tells the indicator: the first cue of its sign, else the figure's own noun."""
        wanted = sorted(reason.sign.all | reason.sign.any)
        found = [cue for name in wanted for cue in self._reading.cues.within(name, reason.scope)]
        return min(found, default=quantity.noun or Span(quantity.start, quantity.end))

    def _add_duty(self, draft: Draft, clause: Clause, meant: Mood) -> None:
        if meant != "fact" or self._overdue(clause):
            draft.deadline = times.deadline(self._reading, clause, back=True)
        else:
            self._add_relative(draft, clause)
        draft.law = times.law(self._reading, clause)
        if draft.deadline:
            draft.fields["deadline"] = Span(draft.deadline.start, draft.deadline.end)
        if draft.law:
            draft.fields["legal_basis"] = Span(draft.law.start, draft.law.end)

    def _add_relative(self, draft: Draft, clause: Clause) -> None:
        """What a relative clause behind the figure adds.

        «… ۳۶ درصد بود که قرار بود تا پایان آبان کامل شود»: the day it was due; «۱۰۰ خدمت است که تا آخر آذر متصل می‌شود»:
        a promise.
        """
        siblings = self._reading.siblings(clause)
        following = siblings[clause.order + 1] if clause.order + 1 < len(siblings) else None
        if following is None or not self._reading.text(following).lstrip(" ،»").startswith("که "):
            return
        due = next((one for one in self._reading.dates(self._relative(clause)) if one.role == "deadline"), None)
        meant = mood(self._reading, following)
        if due is None or self._reading.quantities(following):
            return
        if meant == "promise" and not self._reading.bodies(following):
            draft.kind, draft.as_of = "commitment", None
            draft.fields.pop("as_of", None)
        draft.deadline = due

    def _relative(self, clause: Clause) -> Span:
        """The two clauses behind `clause`: «که قرار بود» and what was to be."""
        behind = self._reading.siblings(clause)[clause.order + 1 : clause.order + 3]
        return Span(behind[0].start, behind[-1].end)

    def _overdue(self, clause: Clause) -> bool:
        return bool(self._reading.cues.within("this_deadline", clause.sentence))

    def _evidence(self, clause: Clause, reason: Reason, subject: Mention) -> Span:
        start, end = clause.start, max(clause.end, reason.scope.end)
        if clause.sentence.covers(subject) and subject.start < start:
            start = subject.start
        return trimmed(self._reading.document.text, Span(start, end))


def trimmed(text: str, span: Span) -> Span:
    """`span` without spaces, commas and joining words at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in " ،؛:.\n»":
        start += 1
    while end > start and text[end - 1] in " ،؛\n":
        end -= 1
    return Span(start, end)
