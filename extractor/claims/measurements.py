"""Facts with a figure: measurements, and duties and promises that name a figure."""

from corpus.schema import Band, Time
from extractor.annotations import Mention, Quantity, Span
from extractor.claims import times
from extractor.claims.decisions import Decision, Decisions
from extractor.claims.draft import Because, Draft
from extractor.claims.figures import again, counting, figures, is_band
from extractor.claims.learned.judged import Judged
from extractor.claims.mood_told import mood_told
from extractor.claims.moods import Mood, mood
from extractor.claims.owners import Owners
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.ranked import each
from extractor.claims.reading import Clause, Reading

# A figure whose record would be less sure than this is left out.
LEAST = 0.5


class Measurements:
    """Finds facts with a figure in a document."""

    def __init__(self, reading: Reading, pairing: Pairing, judged: Judged) -> None:
        self._reading = reading
        self._pairing = pairing
        self._owners = Owners(reading, pairing)
        self._decisions = Decisions(reading, pairing, judged)
        self._last: Clause | None = None
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
        drafts: list[Draft] = []
        for quantity, band in figures(self._reading, clause):
            decision = None if quantity.kind == "points" else self._decisions.of(quantity, clause, band)
            if decision is None:
                continue
            sure = decision.by == "reader"
            owners = self._owners.of(quantity, clause, decision.indicator, decision.meant, sure=sure)
            self._last = clause
            counted = counting(quantity, decision.indicator)
            self._last_drafts = [
                self._draft((one, band), clause, decision, owner) for one, owner in each(counted, owners)
            ]
            drafts.extend(self._last_drafts)
        if not drafts and mood(self._reading, clause) in ("fact", "promise"):
            drafts = self._gone_on(clause)
        return [draft for draft in drafts if draft.confidence >= LEAST]

    def _gone_on(self, clause: Clause) -> list[Draft]:
        """«این عدد در فروردین ۱۳ میلیون بود»: the figure before at another time."""
        known = self._last_drafts[0].quantity if self._last_drafts else None
        if self._last is None or known is None or clause.place - self._last.place > 1:
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
        draft.why["kind"] = mood_told(self._reading, clause, "promise")
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
            why={**known.why, "kind": Because("fact"), "value": Because("same_figure")},
            signals=known.signals | {"gone_on": 1.0},
        )

    def _draft(self, figure: tuple[Quantity, Band | None], clause: Clause, decision: Decision, owner: Owner) -> Draft:
        quantity, band = figure
        draft = Draft(
            kind=decision.kind,
            subject=owner.body,
            indicator=decision.indicator,
            confidence=decision.sureness * owner.sureness,
            evidence=[self._evidence(clause, decision.scope, owner.body)],
            fields={"value": Span(quantity.start, quantity.end), "subject": Span(owner.body.start, owner.body.end)},
            quantity=quantity,
            band=band,
            signals=dict(decision.signals),
        )
        told = self._told_by(decision, quantity)
        draft.fields["indicator"] = told[0]
        draft.why = {
            "kind": mood_told(self._reading, clause, decision.meant),
            "subject": Because(owner.how, sure=owner.sureness),
            "indicator": Because(decision.by, told, decision.sureness, decision.cues),
        }
        if band:
            draft.fields["band"] = next(
                (Span(one.start, one.end) for one in self._reading.quantities(clause.sentence) if is_band(one, band)),
                draft.fields["value"],
            )
        if decision.meant == "fact":
            draft.as_of, where = times.as_of(self._reading, clause, quantity)
            if where:
                draft.fields["as_of"] = where
        self._add_duty(draft, clause, decision.meant)
        return draft

    def _told_by(self, decision: Decision, quantity: Quantity) -> tuple[Span, ...]:
        """The words that tell the indicator in their order: its cues, else the figure's own noun."""
        found = {cue for name in decision.cues for cue in self._reading.cues.within(name, decision.scope)}
        return tuple(sorted(found)) or (quantity.noun or Span(quantity.start, quantity.end),)

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
            draft.why["kind"] = mood_told(self._reading, following, "promise")
            draft.fields.pop("as_of", None)
        draft.deadline = due

    def _relative(self, clause: Clause) -> Span:
        """The two clauses behind `clause`: «که قرار بود» and what was to be."""
        behind = self._reading.siblings(clause)[clause.order + 1 : clause.order + 3]
        return Span(behind[0].start, behind[-1].end)

    def _overdue(self, clause: Clause) -> bool:
        return bool(self._reading.cues.within("this_deadline", clause.sentence))

    def _evidence(self, clause: Clause, scope: Span, subject: Mention) -> Span:
        start, end = clause.start, max(clause.end, scope.end)
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
