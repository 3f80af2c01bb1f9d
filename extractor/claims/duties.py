"""Duties and promises without a figure: what must be done, by when, under which law; «همه خدمات» is 100 percent."""

import re
from dataclasses import replace
from functools import cache

from corpus.registry import Programme, Task, load
from corpus.schema import Kind
from extractor.annotations import DateMention, LawMention, Quantity, Span
from extractor.claims import times
from extractor.claims.bound import Bound
from extractor.claims.decisions import KINDS
from extractor.claims.draft import Because, Draft
from extractor.claims.measurements import trimmed
from extractor.claims.mood_told import mood_told
from extractor.claims.moods import mood
from extractor.claims.owners import as_group, otherwise
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

BASE = 0.75
FIGURES = ("percent", "service", "permit", "inquiry", "request")
ALL = 100


@cache
def _term() -> re.Pattern[str]:
    return pattern(
        r"(?:مهلت|فرصت|ضرب‌الاجل|موعد|سررسید|زمان) (?:نهایی |قانونی )?(?:اتصال|پیوستن|ارا[یئ]ه|حضور|عرضه|الحاق)"
    )


@cache
def _moves() -> re.Pattern[str]:
    """A term set anew: «تا پانزدهم بهمن عقب نشست»."""
    return pattern(r"(?:عقب (?:نشست|افتاد|رفت)|تمدید (?:شد|کرد)|موکول شد|جابه‌جا شد|تغییر (?:کرد|یافت))\w*")


@cache
def _this_term() -> re.Pattern[str]:
    return pattern(r"(?:این|آن|همین) (?:مهلت|فرصت|ضرب‌الاجل|موعد|زمان)[^.؛]{0,60}?(?:تمدید|عقب|جابه‌جا|موکول)")


def _is_all(figure: Quantity) -> bool:
    return figure.unit == "percent" and figure.low == figure.high == ALL


def _anybody(task: Task, clause: Clause) -> list[Owner]:
    """Those whom the programme takes for bound where nobody is named."""
    group = as_group(task.bound, clause) if task.bound else otherwise(task.indicator, clause)
    return [Owner(group, 0.85, "default_group")] if group else []


def _dated(draft: Draft, deadline: DateMention | None, law: LawMention | None) -> None:
    draft.deadline, draft.law = deadline, law
    for name, place in (("deadline", deadline), ("legal_basis", law)):
        if place:
            draft.fields[name] = Span(place.start, place.end)


def _levels(programme: Programme, platforms: frozenset[str]) -> set[str]:
    """`here`, `near`, `document` for the programme's own platforms; what is far off counts where no other is near."""
    own = {one.id.removeprefix("platform:") for one in programme.platforms}
    told = [feature.partition(":") for feature in platforms]
    other = any(level != "document" and name not in own for level, _, name in told)
    return {level for level, _, name in told if name in own and not (other and level == "document")}


class Duties:
    """Finds duties and promises that name no figure."""

    def __init__(self, reading: Reading, pairing: Pairing, figures: list[Draft]) -> None:
        self._reading = reading
        self._pairing = pairing
        self._figures = figures
        self._bound = Bound(reading, pairing)
        self._last: tuple[int, list[Draft]] = (0, [])

    def find(self) -> list[Draft]:
        """All of them, in the order of the text."""
        drafts: list[Draft] = []
        for sentence_clauses in self._reading.clauses:
            for clause in sentence_clauses:
                found = self._of_clause(clause)
                self._last = (clause.place, found) if found else self._last
                drafts.extend(found)
        return drafts

    def _of_clause(self, clause: Clause) -> list[Draft]:
        scope = self._scope(clause)
        meant = "duty" if scope is not clause else mood(self._reading, clause)
        if meant not in ("duty", "promise") or self._is_told(clause):
            return []
        deadline = times.deadline(self._reading, clause, back=True)
        task = self._task(scope)
        if task is None:
            return self._moved(clause, deadline)
        if self._of_things(task, clause) or self._has_figure(clause):
            return []
        law = times.law(self._reading, clause)
        all_of = bool(task.whole and self._reading.cues.within(task.whole, scope))
        # Without a date, a law or «همه …» it is an opinion («دستگاه‌ها باید متصل شوند»), not a duty to hold anyone to.
        if not (deadline or law or all_of):
            return []
        bound_by = self._bound.of(scope, meant) or _anybody(task, scope)
        drafts = [self._draft(task, KINDS[meant], scope, bound) for bound in bound_by]
        told = mood_told(self._reading, clause, meant)
        for draft in drafts:
            draft.why["kind"] = told
            draft.all_of = all_of
            _dated(draft, deadline, law)
        return drafts

    def _draft(self, task: Task, kind: Kind, scope: Clause, owner: Owner) -> Draft:
        subject = owner.body
        return Draft(
            kind=kind,
            subject=subject,
            indicator=task.indicator,
            confidence=BASE * owner.sureness,
            evidence=[self._evidence(scope, subject)],
            fields={"subject": Span(subject.start, subject.end), **self._told_by(task, scope)},
            why={"subject": Because(owner.how, sure=owner.sureness), "indicator": Because("task", asks=task.all)},
        )

    def _moved(self, clause: Clause, deadline: DateMention | None) -> list[Draft]:
        """«این مهلت تا پایان دی تمدید شد»: the duty told just before, with a new term."""
        place, known = self._last
        again = _this_term().search(self._reading.masked, clause.start, clause.end)
        if not (known and again and deadline) or clause.place - place > 1:
            return []
        drafts = []
        for one in known:
            draft = replace(one, evidence=[self._evidence(clause, clause)], fields=dict(one.fields), deadline=None)
            draft.why, draft.signals = one.why | {"deadline": Because("moved")}, {"moved": 1.0}
            draft.confidence *= 0.95
            draft.all_of = False
            draft.fields.pop("value", None)
            _dated(draft, deadline, draft.law)
            drafts.append(draft)
        return drafts

    def _is_told(self, clause: Clause) -> bool:
        """Whether a figure of `clause` already tells the duty or promise."""
        return any(
            (one.kind in ("obligation", "commitment") or (one.indicator or "").endswith("agencies_obligated"))
            and clause.covers(one.fields["value"])
            for one in self._figures
        )

    def _has_figure(self, clause: Clause) -> bool:
        """Whether `clause` counts services or permits: what it owes is that figure, or nothing."""
        figures = [one for one in self._reading.quantities(clause) if one.kind != "points" and not one.total]
        return any(one.unit in FIGURES and not _is_all(one) for one in figures)

    def _scope(self, clause: Clause) -> Clause:
        """`clause`, with what stands before it where its verb only moves a term.

        «مهلت اتصال دستگاه‌ها که یک بار تمدید شده بود، تا پانزدهم بهمن عقب نشست».
        """
        earlier = self._reading.siblings(clause)[: clause.order]
        if not earlier or not _moves().search(self._reading.masked, clause.start, clause.end):
            return clause
        opening = next((one for one in earlier if _term().search(self._reading.masked, one.start, one.end)), None)
        if opening is None:
            return clause
        return Clause(opening.start, clause.end, clause.sentence, clause.place, clause.order)

    def _of_things(self, task: Task, clause: Clause) -> bool:
        """Whether services or permits are joined, not bodies: «۳۳ عنوان دیگر را وصل می‌کنیم», «خدمتی که … ملحق شود»."""
        if "agencies" not in task.indicator:
            return False
        opening = self._reading.text(clause).lstrip(" ،»")
        relative = clause.order and opening.startswith(("که ", "تا "))
        before = self._reading.siblings(clause)[clause.order - 1] if relative else clause
        return any(one.unit in (None, "service", "permit") for one in self._reading.quantities(before))

    def _told_by(self, task: Task, clause: Clause) -> dict[str, Span]:
        """The words that tell the indicator, and those of «همه …»."""
        cues = [cue for name in sorted(task.all) for cue in self._reading.cues.within(name, clause)]
        whole = self._reading.cues.within(task.whole, clause) if task.whole else []
        return {"indicator": min(cues), **({"value": whole[0]} if whole else {})}

    def _task(self, clause: Clause) -> Task | None:
        present = self._reading.cues.present(clause)
        platforms = self._reading.platform_features(clause)
        for programme in load().programmes:
            features = present | _levels(programme, platforms)
            for task in programme.tasks:
                if task.all <= features:
                    return task
        return None

    def _evidence(self, clause: Clause, subject: Span) -> Span:
        start = subject.start if clause.sentence.covers(subject) and subject.start < clause.start else clause.start
        return trimmed(self._reading.document.text, Span(start, clause.end))
