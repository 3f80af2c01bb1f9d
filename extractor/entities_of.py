"""What was recognised in an article, as spans of its text with a label and a value each."""

from collections.abc import Iterator
from typing import Any

from corpus.schema import Article
from extractor.annotations import DateMention, LawMention, Mention, PersonMention, Quantity, Span
from extractor.document import Document
from extractor.pipeline import read


def entities_of(article: Article) -> Iterator[dict[str, Any]]:
    """Spans of `article.text`, in order: start, end, text, label, value."""
    for offset, document in read(article):
        for span, label, value in sorted(_labelled(document), key=lambda one: one[0].start):
            start, end = document.view.to_raw(span.start, span.end)
            text = document.view.raw[start:end]
            yield {"start": start + offset, "end": end + offset, "text": text, "label": label, "value": value}


def _labelled(document: Document) -> Iterator[tuple[Span, str, Any]]:
    for body in document.bodies:
        yield body, "PLATFORM" if body.type == "platform" else "AGENCY", _body(body)
    for person in document.people:
        yield person, "PERSON" if person.name else "ROLE", _person(person)
    for quantity in document.quantities:
        yield quantity, "COUNT" if quantity.kind == "count" else "PERCENT", _quantity(quantity)
    for date in document.dates:
        yield date, "DATE", _date(date)
    for law in document.laws:
        yield law, "LAW", _law(law)


def _body(body: Mention) -> dict[str, Any]:
    return {"id": body.id, "name": body.name, "type": body.type}


def _person(person: PersonMention) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "organization": person.organization,
        "id": person.organization_id,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "comparator": quantity.comparator,
        "low": quantity.low,
        "high": quantity.high,
        "unit": "percentage_point" if quantity.kind == "points" else quantity.unit,
        "total": quantity.total,
    }


def _date(date: DateMention) -> dict[str, Any]:
    return {
        "jalali": date.jalali,
        "start": date.first and date.first.isoformat(),
        "end": date.last and date.last.isoformat(),
        "precision": date.precision,
        "basis": date.basis,
        "role": date.role,
    }


def _law(law: LawMention) -> dict[str, Any]:
    return {"id": law.id, "name": law.name}
