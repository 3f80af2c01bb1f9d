"""How a body stands, said without a figure: connected, exempt, has not acted; rules in `statuses.yml`."""

from functools import cache

from corpus.registry import Programme, load
from extractor.annotations import Mention, Span
from extractor.claims import times
from extractor.claims.draft import Draft
from extractor.claims.lexicon import StatusRule, status_rules
from extractor.claims.measurements import trimmed
from extractor.claims.moods import mood
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import Clause, Reading

BASE = 0.75
# What is said of a figure just given belongs to it.
JOINED = ("complied", "not_complied")
# Standings of a body; said of some of its services («خدمات عمومی متصل نشده») they are none of the body's.
OF_BODY = ("connected", "not_connected", "in_progress", "disconnected")


@cache
def _programmes() -> tuple[Programme, ...]:
    return tuple(one for one in load().programmes if one.standings)


def _platforms(programme: Programme) -> list[str]:
    return [one.id.removeprefix("platform:") for one in programme.platforms]


class Standings:
    """Finds standings in a document."""

    def __init__(self, reading: Reading, pairing: Pairing, figures: list[Draft]) -> None:
        self._reading = reading
        self._pairing = pairing
        self._figures = figures

    def find(self) -> list[Draft]:
        """Standings that stand alone; one said of a figure just given («… ۲۵ درصد، به قانون عمل نکرده») joins it."""
        drafts: list[Draft] = []
        for sentence_clauses in self._reading.clauses:
            for clause in sentence_clauses:
                drafts.extend(self._of_clause(clause))
        return drafts

    def _of_clause(self, clause: Clause) -> list[Draft]:
        if not self._concerns_us(clause) or self._reading.platforms.elsewhere(clause):
            return []
        found = self._rule(clause)
        if found is None:
            return []
        rule, words = found
        owners = self._owners(clause, words)
        measured = [one for one in self._figures if clause.covers(one.fields["value"])]
        if measured and rule.status in JOINED:
            self._join(measured, rule, words, clause)
            return []
        told = {one.subject.name for one in measured}
        return [self._draft(owner, rule, words, clause) for owner in owners if owner.body.name not in told]

    def _concerns_us(self, clause: Clause) -> bool:
        features = self._reading.platform_features(clause)
        return any(feature.startswith("document:") for feature in features) and mood(self._reading, clause) != "duty"

    def _rule(self, clause: Clause) -> tuple[StatusRule, Span] | None:
        present = self._reading.cues.present(clause)
        for rule in status_rules():
            match = rule.pattern.search(self._reading.masked, clause.start, clause.end)
            if match and not rule.unless & present and self._fits_mood(rule, clause):
                words = Span(*match.span())
                return None if rule.status in OF_BODY and self._of_services(clause, words) else (rule, words)
        return None

    def _of_services(self, clause: Clause, words: Span) -> bool:
        before = Span(clause.start, words.start)
        services = [one for name in ("service", "permit", "inquiry") for one in self._reading.cues.within(name, before)]
        return any(not self._reading.text(Span(one.end, words.start)).lstrip().startswith("خود") for one in services)

    def _fits_mood(self, rule: StatusRule, clause: Clause) -> bool:
        so_far = Span(clause.sentence.start, clause.end)
        if rule.status == "connected" and self._reading.cues.within("concession", so_far):
            return False
        return mood(self._reading, clause) == "fact" or rule.status in ("in_progress", "exempt")

    def _join(self, measured: list[Draft], rule: StatusRule, words: Span, clause: Clause) -> None:
        for draft in measured:
            if draft.kind == "measurement" and draft.status is None:
                draft.status = rule.status
                draft.fields["status"] = words
                draft.deadline = draft.deadline or times.deadline(self._reading, clause, back=True)

    def _owners(self, clause: Clause, words: Span) -> list[Owner]:
        rows = [row for row in self._pairing.subjects(clause) if row[0].start < words.end]
        bodies = [body for body in rows[-1] if body.type == "agency"] if rows else []
        if bodies:
            return [Owner(body, 1.0) for body in bodies]
        if rows or self._relative_to_services(clause):
            return []
        return [
            owner for owner in self._pairing.implied(clause) if owner.body.type == "agency" and owner.sureness > LEAST
        ]

    def _relative_to_services(self, clause: Clause) -> bool:
        """«خدماتی هستند که متصل شده‌اند»: the services are connected, not the body."""
        if not clause.order or not self._reading.text(clause).lstrip(" ،»").startswith("که "):
            return False
        before = self._reading.siblings(clause)[clause.order - 1]
        return bool(self._reading.cues.within("service", before) or self._reading.cues.within("permit", before))

    def _draft(self, owner: Owner, rule: StatusRule, words: Span, clause: Clause) -> Draft:
        draft = Draft(
            kind="status",
            subject=owner.body,
            indicator=self._indicator(rule, clause),
            confidence=BASE * owner.sureness,
            evidence=[self._evidence(clause, owner.body)],
            fields={"status": words, "indicator": words, "subject": Span(owner.body.start, owner.body.end)},
            status=rule.status,
        )
        draft.as_of, where = times.as_of(self._reading, clause)
        draft.deadline = times.deadline(self._reading, clause, back=True)
        draft.law = times.law(self._reading, clause)
        for name, place in (("as_of", where), ("deadline", draft.deadline), ("legal_basis", draft.law)):
            if place:
                draft.fields[name] = Span(place.start, place.end)
        return draft

    def _indicator(self, rule: StatusRule, clause: Clause) -> str | None:
        """What the standing is about, by the programme whose platform is nearest."""
        features = self._reading.platform_features(clause)
        for level in ("near", "document"):
            for programme in reversed(_programmes()):
                if any(f"{level}:{name}" in features for name in _platforms(programme)):
                    return programme.standings.get(rule.status)
        return None

    def _evidence(self, clause: Clause, subject: Mention) -> Span:
        start = subject.start if clause.sentence.covers(subject) and subject.start < clause.start else clause.start
        return trimmed(self._reading.document.text, Span(start, clause.end))


# An owner that is only guessed from the passage is too little for a standing.
LEAST = 0.72
