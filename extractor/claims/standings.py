"""How a body stands, said without a figure: connected, exempt, has not acted; rules in `statuses.yml`."""

from functools import cache

from corpus.registry import Programme, load
from corpus.schema import Status
from extractor.annotations import Mention, Span
from extractor.claims import times
from extractor.claims.draft import Because, Draft
from extractor.claims.measurements import trimmed
from extractor.claims.moods import Mood, mood
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import Clause, Reading
from extractor.claims.standing_lists import StandingLists
from extractor.claims.standing_owners import StandingOwners
from extractor.claims.standing_rules import Said, StatusRule

BASE = 0.75
# What is said of a figure just given belongs to it.
JOINED = ("complied", "not_complied")
# Standings of a body; said of some of its services («خدمات عمومی متصل نشده») they are none of the body's.
OF_BODY = ("connected", "not_connected", "in_progress", "disconnected")

# «از دسترس خارج شده و اکنون متصل نیست»: the second only says the first again.
CUT_OFF = ("disconnected", "not_connected")
# Moods other than of a fact that a standing may be told in: «دیگر ملزم نیست», «ادعا می‌کند … تأیید نشده».
MOODS: dict[Status, tuple[Mood, ...]] = {
    "exempt": ("fact", "duty", "promise"),
    "in_progress": ("fact", "promise", "unreal"),
    "unverified": ("fact", "unreal"),
}


@cache
def _programmes() -> tuple[Programme, ...]:
    return tuple(one for one in load().programmes if one.standings)


def _platforms(programme: Programme) -> list[str]:
    return [one.id.removeprefix("platform:") for one in programme.platforms]


class Standings:
    """Finds standings in a document."""

    def __init__(self, reading: Reading, pairing: Pairing, figures: list[Draft]) -> None:
        self._reading = reading
        self._figures = figures
        self._said = Said(reading.masked, reading.states)
        self._owners = StandingOwners(reading, pairing)
        self._lists = StandingLists(reading, self._said)

    def find(self) -> list[Draft]:
        """Standings that stand alone; one said of a figure just given («… ۲۵ درصد، به قانون عمل نکرده») joins it."""
        if not self._reading.platforms.anywhere:
            return []
        drafts: list[Draft] = []
        for sentence_clauses in self._reading.clauses:
            told: dict[str, Draft] = {}
            for clause in sentence_clauses:
                for draft in self._of_clause(clause):
                    known = told.get(draft.subject.name)
                    if not (known and (known.status, draft.status) == CUT_OFF):
                        told[draft.subject.name] = draft
            told = {draft.subject.name: draft for draft in self._listed(sentence_clauses)} or told
            drafts.extend(told.values())
        return drafts

    def _of_clause(self, clause: Clause) -> list[Draft]:
        if not self._concerns_us(clause) or self._reading.platforms.elsewhere(clause):
            return []
        found = self._rule(clause)
        if found is None:
            return []
        rule, words = found
        owners = self._owners.of(rule, words, clause)
        measured = [one for one in self._figures if clause.covers(one.fields["value"])]
        if measured and rule.status in JOINED:
            self._join(measured, rule, words, clause)
            return []
        told = {one.subject.name for one in measured}
        return [self._draft(owner, status, words, clause) for owner, status in owners if owner.body.name not in told]

    def _listed(self, clauses: list[Clause]) -> list[Draft]:
        found = self._lists.of(clauses[0].sentence)
        drafts = []
        for body, status, words in found:
            clause = next(one for one in clauses if one.start <= body.start < one.end)
            drafts.append(self._draft(Owner(body, 1.0, "listed"), status, words, clause))
        return drafts

    def _concerns_us(self, clause: Clause) -> bool:
        if self._reading.masked[clause.end : clause.end + 2].strip(" »").startswith("؟"):
            return False
        features = self._reading.platform_features(clause)
        return any(feature.startswith("document:") for feature in features)

    def _rule(self, clause: Clause) -> tuple[StatusRule, Span] | None:
        present = self._reading.cues.present(clause)
        for rule, words in self._said.within(clause):
            if not rule.unless & present and self._fits_mood(rule, clause):
                return None if rule.status in OF_BODY and self._of_services(clause, words) else (rule, words)
        return None

    def _of_services(self, clause: Clause, words: Span) -> bool:
        before = Span(clause.start, words.end)
        services = [one for name in ("service", "permit", "inquiry") for one in self._reading.cues.within(name, before)]
        return any(
            not self._reading.text(Span(one.end, words.end)).lstrip().startswith("خود")
            # «پیاده‌سازی این خدمت در حال انجام است»: that by which the body joins
            and not self._reading.masked[: one.start].endswith(("سازی این ", "اندازی این ", "اتصال این "))
            for one in services
        )

    def _fits_mood(self, rule: StatusRule, clause: Clause) -> bool:
        so_far = Span(clause.sentence.start, clause.end)
        if rule.status == "connected" and self._reading.cues.within("concession", so_far):
            return False
        return mood(self._reading, clause) in MOODS.get(rule.status, ("fact",))

    def _join(self, measured: list[Draft], rule: StatusRule, words: Span, clause: Clause) -> None:
        for draft in measured:
            if draft.kind == "measurement" and draft.status is None:
                draft.status = rule.status
                draft.fields["status"] = words
                draft.deadline = draft.deadline or times.deadline(self._reading, clause, back=True)

    def _draft(self, owner: Owner, status: Status, words: Span, clause: Clause) -> Draft:
        draft = Draft(
            kind="status",
            subject=owner.body,
            indicator=self._indicator(status, clause),
            confidence=BASE * owner.sureness,
            evidence=[self._evidence(clause, owner.body)],
            fields={"status": words, "indicator": words, "subject": Span(owner.body.start, owner.body.end)},
            status=status,
            why={"subject": Because(owner.how, sure=owner.sureness)},
        )
        draft.as_of, where = times.as_of(self._reading, clause)
        draft.deadline = times.deadline(self._reading, clause, back=True)
        draft.law = times.law(self._reading, clause)
        for name, place in (("as_of", where), ("deadline", draft.deadline), ("legal_basis", draft.law)):
            if place:
                draft.fields[name] = Span(place.start, place.end)
        return draft

    def _indicator(self, status: Status, clause: Clause) -> str | None:
        """What the standing is about, by the programme whose platform is nearest."""
        features = self._reading.platform_features(clause)
        for level in ("near", "document"):
            for programme in reversed(_programmes()):
                if any(f"{level}:{name}" in features for name in _platforms(programme)):
                    return programme.standings.get(status)
        return None

    def _evidence(self, clause: Clause, subject: Mention) -> Span:
        start, end = clause.start, clause.end
        if clause.sentence.covers(subject):
            start, end = min(start, subject.start), max(end, subject.end)
        return trimmed(self._reading.document.text, Span(start, end))
