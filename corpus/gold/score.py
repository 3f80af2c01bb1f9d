"""How well records agree with gold facts: one to one within a document, optional facts aside."""

import re
from collections.abc import Sequence

from corpus.gold.matching import FULL, judged, overlaps, same_core
from corpus.gold.model import Gold, GoldDocument, GoldFact
from corpus.gold.report import Match, Miss, Report, Spurious
from corpus.schema import Record


def score(gold: Gold, records: Sequence[Record]) -> Report:
    """Pairs every fact with at most one record and every record with at most one fact, and counts.

    A record belongs to the gold document whose file name its `document` ends with, or whose number is a part of its
    address; records of no gold document are counted apart. A fact that two records state is matched once: the second is
    spurious. A record that states an optional fact (`core` False) is neither right nor wrong.
    """
    belonging = [(record, document_of(record.document, gold.documents)) for record in records]
    matches: list[Match] = []
    missed: list[Miss] = []
    spurious: list[Spurious] = []
    for document in gold.documents:
        mine = [record for record, owner in belonging if owner and owner.doc == document.doc]
        facts = [fact for fact in gold.records if fact.doc == document.doc]
        pairs = assign(facts, mine)
        matches += [_match(facts[at], mine[to]) for at, to in pairs.items() if facts[at].core]
        missed += [Miss(fact) for at, fact in enumerate(facts) if fact.core and at not in pairs]
        spurious += [Spurious(document.doc, one) for at, one in enumerate(mine) if at not in pairs.values()]
    evidence = [
        document.text is not None and one.quote == document.text[one.start : one.end]
        for record, document in belonging
        if document
        for one in record.evidence
    ]
    return Report(
        matches=tuple(matches),
        missed=tuple(missed),
        spurious=tuple(spurious),
        quotes=len(evidence),
        quotes_equal=sum(evidence),
        foreign=sum(owner is None for _, owner in belonging),
    )


def document_of(name: str, documents: Sequence[GoldDocument]) -> GoldDocument | None:
    """The gold document that a record's `document` (address, path or name) means; None where it means none."""
    parts = set(re.split(r"[/?#&=]", name))
    return next((one for one in documents if name.endswith(one.doc) or (one.id and one.id in parts)), None)


def assign(facts: Sequence[GoldFact], records: Sequence[Record]) -> dict[int, int]:
    """As many pairs as can be of facts and records that agree: index of the fact -> index of the record.

    Core facts come first, and each takes the record that agrees best; it gives that up for another only where a
    later fact would else have none (augmenting paths), so that no order of the facts loses a pair.
    """
    wishes = [_wishes(fact, records) for fact in facts]
    taken: dict[int, int] = {}

    def place(fact: int, tried: set[int]) -> bool:
        for record in wishes[fact]:
            if record in tried:
                continue
            tried.add(record)
            if record not in taken or place(taken[record], tried):
                taken[record] = fact
                return True
        return False

    for fact in sorted(range(len(facts)), key=lambda at: not facts[at].core):
        place(fact, set())
    return {fact: record for record, fact in taken.items()}


def _wishes(fact: GoldFact, records: Sequence[Record]) -> list[int]:
    """Records that state the fact, the one that agrees best first."""

    def disagreement(at: int) -> tuple[int, bool]:
        wrong = sum(not check(fact, records[at]) for check in judged(fact).values())
        return wrong, not overlaps(fact, records[at])

    return sorted((at for at, record in enumerate(records) if same_core(fact, record)), key=disagreement)


def _match(fact: GoldFact, record: Record) -> Match:
    fields = {name: check(fact, record) for name, check in judged(fact).items()}
    return Match(
        fact=fact,
        record=record,
        fields=fields,
        full=all(right for name, right in fields.items() if name in FULL),
        overlap=overlaps(fact, record),
    )
