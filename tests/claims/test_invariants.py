"""What holds of every text: evidence quotes it, records are valid, ids are stable, nothing breaks the extractor."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.schema import Article, Record
from extractor import extract
from tests.claims.cases import Case, cases, core

WRITTEN = [case for case in cases() if not case.spelling]
SILENT = [case for case in WRITTEN if not case.records and not case.gap]
SENTENCES = [case.text for case in cases()]
WORDS = sorted({word for case in WRITTEN for word in case.text.split()})
MARKS = [*" \n\t\u200c\u202b\ufeff\x00،«»()٪|", ". ", "؛ ", "؟ ", ": ", "\r\n"]
ANY_TEXT = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@cache
def _extracted(text: str) -> tuple[Record, ...]:
    return tuple(extract(Article(id="text", text=text)))


def _fact(record: Record) -> tuple[object, ...]:
    due = record.deadline.jalali if record.deadline and record.value is None else None
    return (*map(str, core(record).values()), record.as_of and record.as_of.jalali, due)


def _holds(text: str) -> None:
    found = _extracted(text)
    for record in found:
        assert Record.model_validate_json(record.model_dump_json()) == record
        stated = {name for evidence in record.evidence for name in evidence.fields}
        assert record.kind != "measurement" or "value" in stated
        assert not record.status or "status" in stated
        for evidence in record.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]
            assert all(evidence.start <= start < end <= evidence.end for start, end in evidence.fields.values())
    assert len({record.id for record in found}) == len(found)
    assert len({_fact(record) for record in found}) == len(found)


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: case.name)
def test_every_case_holds(case: Case) -> None:
    _holds(case.text)


def test_ids_depend_on_the_text_or_the_address_not_on_the_run_or_the_path() -> None:
    text = "\n".join(case.text for case in WRITTEN)
    once, again = (extract(Article(id=path, text=text)) for path in ("a/one.txt", "elsewhere/two.txt"))
    fetched = extract(Article(url="https://news.example.ir/1", text=text))
    assert len(once) > len(WRITTEN) / 2
    assert [record.id for record in once] == [record.id for record in again]
    assert not {record.id for record in once} & {record.id for record in fetched}


@ANY_TEXT
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=60))
def test_any_words_in_any_order(words: list[str]) -> None:
    _holds(" ".join(words))


@ANY_TEXT
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6), st.sampled_from(["\n", " ", "\n\n"]))
def test_sentences_together(sentences: list[str], between: str) -> None:
    _holds(between.join(sentences))


@ANY_TEXT
@given(st.text(max_size=300))
def test_any_characters(text: str) -> None:
    _holds(text)


@ANY_TEXT
@given(st.sampled_from(SENTENCES), st.data())
def test_a_text_cut_anywhere(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    _holds(text[start : data.draw(st.integers(start, len(text)))])


@pytest.mark.parametrize("case", SILENT, ids=lambda case: case.name)
def test_nothing_said_twice_is_nothing(case: Case) -> None:
    assert _extracted(f"{case.text}\n{case.text}") == ()
