import json
import re
from pathlib import Path

import pytest

from corpus.gold.model import Gold
from dideban.cli import floors
from extractor import extract

ROOT = Path(__file__).parents[2]
FACT = "وزارت نیرو تنها ۱۳ درصد از خدمات خود را در پنجره ملی خدمات دولت هوشمند ارائه کرده است"


@pytest.fixture
def gold(tmp_path, news):
    """A gold file of one fact, whose text lies beside it."""
    text = news.read_text(encoding="utf-8")
    start = text.index(FACT)
    fact = {
        "doc": "news.txt",
        "kind": "measurement",
        "subject": ["وزارت نیرو"],
        "indicator": "window.services_offered",
        "value": {"comparator": "eq", "low": 13, "high": 13, "unit": "percent"},
        "as_of": "1402-10-01",
        "quote": FACT,
        "start": start,
        "end": start + len(FACT),
    }
    document = {"doc": "news.txt", "published": "1402-10-01", "title": "گزارش پنجره ملی", "split": "test"}
    path = tmp_path / "small.json"
    path.write_text(json.dumps({"documents": [document], "records": [fact]}), encoding="utf-8")
    return path


def write(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_it_reads_the_texts_itself_with_their_day_of_publication(dideban, gold):
    result = dideban("eval", gold, "--texts", gold.parent)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert "test: core precision 1.000 recall 1.000 f1 1.000 (1 right, 1 found, 1 wanted)" in lines
    assert any(line.startswith("test: fields") and "as_of 1/1" in line for line in lines)
    assert any(re.match(r"all: spans quote (?P<all>[1-9]\d*)/(?P=all)\b", line) for line in lines)


def test_it_judges_records_of_a_file(dideban, gold, news, tmp_path):
    records = tmp_path / "records.jsonl"
    dideban("extract", news, "-o", records)
    result = dideban("eval", gold, "--predicted", records)
    assert result.exit_code == 0
    assert "test: core precision 1.000 recall 1.000" in result.stdout
    records.write_text("", encoding="utf-8")
    result = dideban("eval", gold, "--predicted", records, "--verbose")
    assert "test: core precision 0.000 recall 0.000 f1 0.000 (0 right, 0 found, 1 wanted)" in result.stdout
    assert "MISSED news.txt وزارت نیرو" in result.stdout


def test_a_fall_below_the_floor_is_a_fault(dideban, gold, tmp_path):
    texts = ("--texts", gold.parent, "--floors")
    held = write(tmp_path / "held.json", {"small": {"test": {"core": 1.0, "full": 1.0}}})
    assert dideban("eval", gold, *texts, held).exit_code == 0
    nothing = tmp_path / "none.jsonl"
    nothing.touch()
    fallen = dideban("eval", gold, "--predicted", nothing, *texts, held)
    assert fallen.exit_code == 1
    assert fallen.stderr == (
        "dideban: test: core F1 0.0000 is below its floor 1.0; test: full F1 0.0000 is below its floor 1.0\n"
    )


def test_a_quote_that_is_not_the_text_is_below_every_floor(dideban, gold, news, tmp_path):
    records = tmp_path / "records.jsonl"
    dideban("extract", news, "-o", records)
    records.write_text(records.read_text(encoding="utf-8").replace("نیرو تنها", "نیرو، فقط"), encoding="utf-8")
    low = write(tmp_path / "low.json", {"small": {"all": {"core": 0.0, "full": 0.0}}})
    result = dideban("eval", gold, "--predicted", records, "--texts", gold.parent, "--floors", low)
    assert result.exit_code == 1
    assert "all: 1 quotes are not the text's characters" in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"other": {"all": {"core": 0.5, "full": 0.5}}}, "no floors for small"),
        ({"small": {"dev": {"core": 0.5, "full": 0.5}}}, "no split dev"),
        ({"small": {"all": {"core": 1.5, "full": 0.5}}}, "small.all.core"),
        ({"small": {"all": {"core": 0.5}}}, "small.all.full"),
        ([], "no floors"),
    ],
)
def test_floors_that_fit_nothing_are_a_fault(dideban, gold, tmp_path, content, told):
    path = write(tmp_path / "floors.json", content)
    result = dideban("eval", gold, "--texts", gold.parent, "--floors", path)
    assert result.exit_code == 1
    assert told in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.json"], "none.json: No such file"),
        (["{gold}"], "--texts"),
        (["{gold}", "--texts", "{empty}"], "news.txt: No such file"),
        (["{news}"], "no gold file"),
        (["{gold}", "--predicted", "{news}"], "news.txt:1: no record"),
        (["{gold}", "--predicted", "none.jsonl"], "none.jsonl: No such file"),
    ],
)
def test_what_cannot_be_read_is_one_line(dideban, gold, news, arguments, told):
    empty = news.with_name("empty")
    empty.mkdir()
    places = {"gold": gold, "news": news, "empty": empty}
    result = dideban("eval", *(one.format(**places) for one in arguments))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert told in result.stderr


def test_the_newsroom_has_gold_of_its_own(dideban, monkeypatch):
    few: list[Gold] = []
    real = extract

    def first_only(article, **_):
        few.append(article)
        return real(article) if len(few) == 1 else []

    monkeypatch.setattr("extractor.extract", first_only, raising=False)
    result = dideban("eval", "newsroom")
    assert result.exit_code == 0, result.output
    assert {line.partition(":")[0] for line in result.stdout.splitlines()} == {"dev", "test", "all"}
    assert len(few) > 30


def test_the_floors_of_the_repository_are_in_form_and_about_the_newsroom():
    found = floors.read(ROOT / "tests" / "floors.json")
    assert set(found["newsroom"]) == {"dev", "test"}
    assert all(floor.core >= 0.55 for floor in found["newsroom"].values())
