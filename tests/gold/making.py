"""Records that state given facts."""

from datetime import date
from typing import Any

from corpus.gold.model import GoldFact
from corpus.schema import Claimant, Evidence, Law, Record, Subject, Time, record_id


def record_of(fact: GoldFact, number: int = 0) -> Record:
    """The record that states the fact in all its fields."""
    day = fact.deadline
    return Record(
        id=record_id(fact.doc, number),
        document=f"somewhere/{fact.doc}",
        kind=fact.kind,
        subject=Subject(id=None, name=fact.subject[0], mention=fact.subject[-1], type="agency"),
        indicator=fact.indicator,
        value=fact.value,
        band=fact.band,
        status=fact.status,
        deadline=time(day.jalali, day.end) if day else None,
        as_of=time(fact.as_of) if fact.as_of else None,
        legal_basis=Law(id=None, name=fact.law, mention=fact.law) if fact.law else None,
        claimant=Claimant(name=fact.claimant[0], role=None, organization=None, mention=fact.claimant[0])
        if fact.claimant
        else None,
        evidence=(Evidence(start=fact.start, end=fact.end, quote=fact.quote),),
        confidence=1,
        extractor="test",
    )


def time(jalali: str, end: str | None = None) -> Time:
    return Time(
        mention=None, jalali=jalali, start=None, end=date.fromisoformat(end) if end else None, precision="period"
    )


def changed(record: Record, **fields: Any) -> Record:
    """The record with other values in some fields, validated anew."""
    return Record.model_validate({**record.model_dump(), **fields})
