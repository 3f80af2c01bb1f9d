"""What holds of every text: evidence quotes the text, records are valid, ids are stable, no text breaks the extractor."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.schema import Article, Record
from extractor import extract
from tests.claims.cases import Case, cases, core

WORDS = sorted({word for case in cases() if not case.spelling for word in case.text.split()})
SENTENCES = [case.text for case in cases()]
MARKS = [
    " ",
    "\n",
    "\t",
    "\u200c",
    "،",
    ". ",
    "؛ ",
    "؟ ",
    ": ",
    "«",
    "»",
    "(",
    ")",
    "\u202b",
    "\ufeff",
    "\r\n",
    "٪",
    "\x00",
]


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
        for evidence in record.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]
            for start, end in evidence.fields.values():
                assert evidence.start <= start < end <= evidence.end
        assert any("value" in one.fields or "status" in one.fields for one in record.evidence) or not (
            record.kind == "measurement" or record.status
        )
        assert not record.value or all(bound is None or bound >= 0 for bound in (record.value.low, record.value.high))
    assert len({record.id for record in found}) == len(found)
    assert len({_fact(record) for record in found}) == len(found)


@pytest.mark.parametrize("text", SENTENCES)
def test_every_case_holds(text: str) -> None:
    _holds(text)


def test_ids_do_not_depend_on_the_run_or_the_path() -> None:
    text = "\n".join(case.text for case in cases() if not case.spelling)
    once, again = (extract(Article(id=path, text=text)) for path in ("a/one.txt", "elsewhere/two.txt"))
    assert once
    assert [record.id for record in once] == [record.id for record in again]
    moved = extract(Article(url="https://news.example.ir/1", text=text))
    assert not {record.id for record in once} & {record.id for record in moved}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=60))
def test_any_words_in_any_order(words: list[str]) -> None:
    _holds(" ".join(words))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6), st.sampled_from(["\n", " ", "\n\n"]))
def test_sentences_together(sentences: list[str], between: str) -> None:
    _holds(between.join(sentences))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_characters(text: str) -> None:
    _holds(text)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_a_text_cut_anywhere(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    _holds(text[start : data.draw(st.integers(start, len(text)))])


@pytest.mark.parametrize(
    "case", [case for case in cases() if not case.spelling and not case.records], ids=lambda case: case.name
)
def test_nothing_said_twice_is_nothing(case: Case) -> None:
    if case.gap:
        pytest.skip("a known gap")
    assert _extracted(f"{case.text}\n{case.text}") == ()
