"""What was recognised in an article, as spans of its text with a label and a value each."""

from collections.abc import Iterator
from typing import Any

from corpus.schema import Article
from extractor.annotations import DateMention, LawMention, Mention, PersonMention, Quantity, Span
from extractor.document import Document
from extractor.pipeline import read
from extractor.text.view import fold


def entities_of(article: Article) -> Iterator[dict[str, Any]]:
    """Spans of `article.text`, in order: start, end, text, label, value."""
    for offset, document in read(article, claims=False):
        for span, label, value in sorted(_labelled(document), key=lambda one: one[0].start):
            start, end = document.view.to_raw(span.start, span.end)
            text = document.view.raw[start:end]
            if replaced := value.get("replaces"):
                value["replaces"] = replaced | {key: replaced[key] + offset for key in ("start", "end")}
            yield {"start": start + offset, "end": end + offset, "text": text, "label": label, "value": value}


def _labelled(document: Document) -> Iterator[tuple[Span, str, Any]]:
    for body in document.named:
        yield body, "PLATFORM" if body.type == "platform" else "AGENCY", _body(body)
    for person in document.people:
        yield from _person_and_role(person, document)
    for quantity in document.quantities:
        yield quantity, "COUNT" if quantity.kind == "count" else "PERCENT", _quantity(quantity)
    for date in document.dates:
        # The year of «قانون بودجه سال ۱۴۰۱» is part of the law's name.
        if not any(law.covers(date) for law in document.laws):
            yield date, "DATE", _date(date, document)
    for law in document.laws:
        yield law, "LAW", _law(law)
    for one in document.pointing:
        if isinstance(one, LawMention):
            yield one, "LAW", _law(one)
        else:
            yield one, "PERSON" if one.name else "ROLE", _person(one)


def _person_and_role(person: PersonMention, document: Document) -> Iterator[tuple[Span, str, Any]]:
    """The name and the role, each on its own characters where the mention has both: «رضا احمدی، معاون …»."""
    value = _person(person)
    words = document.text[person.start : person.end]
    name = _inside(person.name, words)
    role = _inside(person.role, words)
    if name:
        yield Span(person.start + name.start, person.start + name.end), "PERSON", value
    if role:
        yield Span(person.start + role.start, person.start + role.end), "ROLE", value
    if not (name or role):
        yield Span(person.start, person.end), "PERSON" if person.name else "ROLE", value


def _inside(part: str | None, words: str) -> Span | None:
    written = fold(part) if part else ""
    at = words.find(written) if written else -1
    return Span(at, at + len(written)) if at >= 0 else None


def _body(body: Mention) -> dict[str, Any]:
    value: dict[str, Any] = {"id": body.id, "name": body.name, "type": body.type, "score": body.score}
    more = {"parent": body.parent, "place": body.place, "anaphora": body.anaphora}
    return value | {name: one for name, one in more.items() if one}


def _person(person: PersonMention) -> dict[str, Any]:
    value = {
        "name": person.name,
        "role": person.role,
        "organization": person.organization,
        "id": person.organization_id,
    }
    return value | ({"anaphora": True} if person.anaphora else {})


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "comparator": quantity.comparator,
        "low": quantity.low,
        "high": quantity.high,
        "unit": "percentage_point" if quantity.kind == "points" else quantity.unit,
        "total": quantity.total,
    }


def _date(date: DateMention, document: Document) -> dict[str, Any]:
    value: dict[str, Any] = {
        "jalali": date.jalali,
        "start": date.first and date.first.isoformat(),
        "end": date.last and date.last.isoformat(),
        "precision": date.precision,
        "basis": date.basis,
        "role": date.role,
    }
    if date.replaces is not None:
        old = next((one for one in document.dates if one.start == date.replaces.start), None)
        start, end = document.view.to_raw(date.replaces.start, date.replaces.end)
        value["replaces"] = {"start": start, "end": end, "jalali": old.jalali if old else None}
    return value


def _law(law: LawMention) -> dict[str, Any]:
    value = {"id": law.id, "name": law.name, "parts": [list(part) for part in law.parts]}
    return value | ({"anaphora": True} if law.anaphora else {})
