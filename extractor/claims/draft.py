"""A fact on its way to a record: what the rules have found so far, in offsets of the folded view."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from corpus.schema import (
    Band,
    Claimant,
    Evidence,
    Kind,
    Law,
    Record,
    Status,
    Subject,
    Time,
    Value,
    record_id,
)
from extractor.annotations import DateMention, LawMention, Mention, Quantity, Span
from extractor.document import Document
from extractor.version import VERSION

# What a record calls a field of a draft, where it calls it otherwise.
PLACES = {"law": "legal_basis"}
# Arabic letters in a name of our own making: the mention keeps them, the name has Persian ones.
PERSIAN = str.maketrans("يىك", "ییک")


class Because(NamedTuple):
    """Why a field is what it is: the rule or model by its name in `trail.yml`, the words that it went by, how sure.

    `asks` are the cues and features that the rule asks for, as the programme names them.
    """

    by: str
    words: tuple[Span, ...] = ()
    sure: float | None = None
    asks: frozenset[str] = frozenset()


@dataclass(slots=True)
class Draft:
    """One fact. `evidence` are the clauses it was read from, `fields` each field's own characters.

    `again` are the characters of fields that are said a second time, in other evidence. `why` tells of a field which
    rule or model read it, where that is not plain from its words; `signals` speak for and against the whole
    (`extractor.claims.weighing`).
    """

    kind: Kind
    subject: Mention
    indicator: str | None
    confidence: float
    evidence: list[Span]
    fields: dict[str, Span] = field(default_factory=dict)
    quantity: Quantity | None = None
    band: Band | None = None
    status: Status | None = None
    deadline: DateMention | None = None
    as_of: Time | None = None
    law: LawMention | None = None
    claimant: Claimant | None = None
    all_of: bool = False
    again: list[tuple[str, Span]] = field(default_factory=list)
    why: dict[str, Because] = field(default_factory=dict)
    signals: dict[str, float] = field(default_factory=dict)

    def value(self) -> Value | None:
        """The figure as the record states it; «همه خدمات» in a duty is 100 percent."""
        if self.all_of and self.quantity is None:
            return Value(comparator="eq", low=100, high=100, unit="percent")
        if self.quantity is None or self.quantity.unit is None:
            return None
        figure = self.quantity
        return Value(comparator=figure.comparator, low=figure.low, high=figure.high, unit=figure.unit)

    def key(self) -> tuple[Any, ...]:
        """What makes two drafts one fact: kind, subject, indicator, value and time; with no value the standing."""
        value = self.value()
        who = self.subject.id or self.subject.name
        when = self.as_of.jalali if self.as_of else None
        if value is not None:
            band = (self.band.low, self.band.high) if self.band else None
            return (self.kind, who, self.indicator, value.model_dump_json(), band, when)
        if self.kind == "status":
            return (self.kind, who, self.indicator, None, self.status, None, when)
        due = self.deadline.jalali if self.deadline else None
        return (self.kind, who, self.indicator, None, self.status, due, when)


def absorb(draft: Draft, other: Draft) -> None:
    """Add to `draft` what `other`, the same fact said again, knows besides."""
    draft.evidence.extend(span for span in other.evidence if span not in draft.evidence)
    draft.again.extend((*other.fields.items(), *other.again))
    for name in ("status", "deadline", "law", "claimant", "band"):
        if getattr(draft, name) is None and getattr(other, name) is not None:
            setattr(draft, name, getattr(other, name))
            place = PLACES.get(name, name)
            if place in other.fields:
                draft.fields.setdefault(place, other.fields[place])
            if place in other.why:
                draft.why.setdefault(place, other.why[place])
    if other.confidence > draft.confidence:
        draft.signals = other.signals
    draft.signals["again"] = 1.0
    # Two independent statements of one fact make it likelier, never certain.
    draft.confidence = min(0.99, 1 - (1 - draft.confidence) * (1 - other.confidence / 2))


def time(mention: DateMention, document: Document) -> Time:
    """A date of the text as a record states it."""
    return Time(
        mention=document.words(mention),
        jalali=mention.jalali,
        start=mention.first,
        end=mention.last,
        precision=mention.precision,
    )


def deadline(mention: DateMention, document: Document) -> Time:
    """A deadline: the last day of the time named; its first day says nothing of it."""
    stated = time(mention, document)
    return stated.model_copy(update={"start": None})


def record(draft: Draft, document: Document) -> Record:
    """The record of `draft`, with evidence in offsets of the article's text."""
    subject = Subject(
        id=draft.subject.id,
        name=_name(draft.subject, document),
        mention=document.words(draft.subject),
        type=draft.subject.type,
    )
    law = draft.law and Law(id=draft.law.id, name=draft.law.name, mention=document.words(draft.law))
    return Record(
        id=record_id(document.name, *draft.key()),
        document=document.article.document,
        kind=draft.kind,
        subject=subject,
        indicator=draft.indicator,
        value=draft.value(),
        band=draft.band,
        status=draft.status,
        deadline=draft.deadline and deadline(draft.deadline, document),
        as_of=draft.as_of,
        legal_basis=law,
        claimant=draft.claimant,
        evidence=_evidence(draft, document),
        confidence=round(draft.confidence, 2),
        extractor=VERSION,
    )


def _name(subject: Mention, document: Document) -> str:
    """The registry's name, else the text's own with its half-spaces."""
    words = document.words(subject)
    own = subject.id is None and document.text[subject.start : subject.end] == subject.name
    return " ".join(words.translate(PERSIAN).split()) if own else subject.name


def _evidence(draft: Draft, document: Document) -> tuple[Evidence, ...]:
    """The draft's clauses, and the words of each field that stand outside them («سازمان … اعلام کرد»)."""
    places = [*draft.fields.items(), *draft.again]
    passages: list[tuple[Span, dict[str, Span]]] = []
    for span in draft.evidence:
        inside: dict[str, Span] = {}
        for name, place in places:
            if span.covers(place):
                inside.setdefault(name, place)
        passages.append((span, inside))
    for name, place in draft.fields.items():
        if any(name in inside for _, inside in passages):
            continue
        known = next((inside for span, inside in passages if span == place), None)
        if known is None:
            passages.append((place, {name: place}))
        else:
            known[name] = place
    return tuple(_passage(span, inside, document) for span, inside in passages)


def _passage(span: Span, inside: dict[str, Span], document: Document) -> Evidence:
    start, end = document.view.to_raw(span.start, span.end)
    return Evidence(
        start=start,
        end=end,
        quote=document.view.raw[start:end],
        fields={name: document.view.to_raw(place.start, place.end) for name, place in sorted(inside.items())},
    )
