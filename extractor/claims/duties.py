"""Duties and promises without a figure: what must be done, by when, under which law; «همه خدمات» is 100 percent."""

from corpus.registry import Task, load
from extractor.annotations import Mention, Span
from extractor.claims import times
from extractor.claims.decisions import KINDS
from extractor.claims.draft import Draft
from extractor.claims.measurements import trimmed
from extractor.claims.moods import mood
from extractor.claims.pairing import Pairing
from extractor.claims.reading import Clause, Reading

BASE = 0.75


class Duties:
    """Finds duties and promises that name no figure."""

    def __init__(self, reading: Reading, pairing: Pairing, figures: list[Draft]) -> None:
        self._reading = reading
        self._pairing = pairing
        self._figures = figures

    def find(self) -> list[Draft]:
        """All of them, in the order of the text."""
        drafts: list[Draft] = []
        for sentence_clauses in self._reading.clauses:
            for clause in sentence_clauses:
                draft = self._of_clause(clause)
                drafts.extend(draft)
        return drafts

    def _of_clause(self, clause: Clause) -> list[Draft]:
        meant = mood(self._reading, clause)
        if meant not in ("duty", "promise"):
            return []
        if any(
            one.kind in ("obligation", "commitment") and clause.covers(one.fields["value"]) for one in self._figures
        ):
            return []
        task = self._task(clause)
        if task is None:
            return []
        whole = self._reading.cues.within(task.whole, clause) if task.whole else []
        all_of = bool(whole)
        deadline = times.deadline(self._reading, clause, back=True)
        law = times.law(self._reading, clause)
        # Without a date, a law or «همه …» it is an opinion («دستگاه‌ها باید متصل شوند»), not a duty to hold anyone to.
        if not (deadline or law or all_of):
            return []
        drafts = []
        for subject, sureness in self._bound(clause, meant):
            draft = Draft(
                kind=KINDS[meant],
                subject=subject,
                indicator=task.indicator,
                confidence=BASE * sureness,
                evidence=[self._evidence(clause, subject)],
                fields={"subject": Span(subject.start, subject.end), **self._told_by(task, clause)},
                deadline=deadline,
                law=law,
                all_of=all_of,
            )
            for name, place in (("deadline", deadline), ("legal_basis", law)):
                if place:
                    draft.fields[name] = Span(place.start, place.end)
            drafts.append(draft)
        return drafts

    def _says_it(self, figure: Draft) -> bool:
        """Whether a figure already tells the duty or promise: its own, or how many are bound by it."""
        return figure.kind in ("obligation", "commitment") or (figure.indicator or "").endswith("agencies_obligated")

    def _told_by(self, task: Task, clause: Clause) -> dict[str, Span]:
        """The words that tell the indicator, and those of «همه …»."""
        cues = [cue for name in sorted(task.all) for cue in self._reading.cues.within(name, clause)]
        whole = self._reading.cues.within(task.whole, clause) if task.whole else []
        return {"indicator": min(cues), **({"value": whole[0]} if whole else {})}

    def _task(self, clause: Clause) -> Task | None:
        features = set(self._reading.cues.present(clause))
        for feature in self._reading.platform_features(clause):
            features.add(feature.partition(":")[0])
        tasks = (task for programme in load().programmes for task in programme.tasks)
        return next((task for task in tasks if task.all <= features), None)

    def _bound(self, clause: Clause, meant: str) -> list[tuple[Mention, float]]:
        for one in reversed(self._reading.siblings(clause)[: clause.order + 1]):
            laid_on = self._pairing.bound(one)
            if laid_on:
                return [(body, 1.0) for body in laid_on]
        rows = self._pairing.subjects(clause)
        if rows:
            return [(body, 1.0) for body in rows[0]]
        owners = self._pairing.implied(clause)
        if owners:
            return [(owner.body, owner.sureness) for owner in owners]
        agencies = self._reading.cues.within("agency", clause)
        if agencies and meant == "duty":
            return [(self._pairing.group(agencies[0]), 0.9)]
        return []

    def _evidence(self, clause: Clause, subject: Mention) -> Span:
        start = subject.start if clause.sentence.covers(subject) and subject.start < clause.start else clause.start
        return trimmed(self._reading.document.text, Span(start, clause.end))
