from datetime import date

from pydantic import TypeAdapter

from corpus.exports.columns import columns, labels, row
from corpus.schema import Check, Evidence, Record


def test_every_field_of_a_record_has_its_column():
    tops = {column.name.partition(".")[0] for column in columns()}
    assert tops == set(Record.model_fields)


def test_names_and_kinds():
    kinds = {column.name: column.kind for column in columns()}
    assert len(kinds) == len(columns())
    wanted = {
        "kind": "text",
        "subject.id": "text",
        "value.low": "number",
        "deadline.jalali": "text",
        "deadline.end": "date",
        "evidence.quote": "text",
        "evidence.start": "integer",
        "evidence.end": "integer",
        "evidence": "json",
        "checks": "json",
        "confidence": "number",
    }
    assert wanted.items() <= kinds.items()


def test_every_column_has_a_persian_label_of_its_own():
    assert list(labels()) == [column.name for column in columns()]
    assert len(set(labels().values())) == len(labels())


def test_a_row(full):
    cells = dict(zip([column.name for column in columns()], row(full), strict=True))
    assert cells["subject.name"] == "شرکت ملی گاز ایران"
    assert cells["value.low"] == 13.5
    assert cells["deadline.end"] == date(2023, 11, 21)
    assert cells["deadline.start"] is None
    assert cells["band.low"] is None
    assert cells["evidence.quote"] == full.evidence[0].quote
    assert TypeAdapter(tuple[Evidence, ...]).validate_json(cells["evidence"]) == full.evidence
    assert TypeAdapter(tuple[Check, ...]).validate_json(cells["checks"]) == full.checks


def test_what_a_record_does_not_say_is_empty(records):
    cells = dict(zip([column.name for column in columns()], row(records[1]), strict=True))
    assert cells["value.low"] is cells["status"] is cells["as_of.jalali"] is cells["checks.code"] is None
    assert cells["checks"] == "[]"
