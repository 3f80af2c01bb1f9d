"""The annotators' files: what is refused, and where printed quotes lie."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from corpus.gold import build, source

ARTICLE = {
    "id": "1234567",
    "publisher": "irib",
    "published": "1402-08-14T10:00",
    "title": "دستگاه‌ها در پنجره ملی خدمات",
    "body": ["شرکت توانیر ۸۵ درصد خدمات‌ها را در پنجره گذاشت.", "بانک سپه هم ۸۵ درصد."],
    "section": "اقتصادی",
    "spelling": {"halfspace": "none", "arabic_letters": True, "digits": "en"},
}
FACT = {
    "kind": "measurement",
    "subject": ["شرکت توانیر"],
    "indicator": "window.services_offered",
    "value": "eq 85 percent",
    "quote": "شرکت توانیر ۸۵ درصد خدمات‌ها",
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("gold", "articles"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "01-one.yml").write_text(yaml.safe_dump(ARTICLE, allow_unicode=True), encoding="utf-8")
    return tmp_path / "gold", tmp_path / "articles"


def write(folder: Path, **fields: object) -> None:
    file = {"split": "dev", "records": [{**FACT, **fields}]}
    (folder / "01-one.yml").write_text(yaml.safe_dump(file, allow_unicode=True), encoding="utf-8")


def test_a_quote_is_found_in_the_article_as_printed(folders: tuple[Path, Path]):
    write(folders[0])
    gold = build.load(*folders)
    (fact,), (document,) = gold.records, gold.documents
    assert fact.quote == "شركت توانير 85 درصد خدماتها"
    assert document.text is not None
    assert document.text[fact.start : fact.end] == fact.quote


def test_a_measurement_is_of_the_day_of_publication_unless_it_says_otherwise(folders: tuple[Path, Path]):
    for fields, expected in (({}, "1402-08-14"), ({"as_of": "1401"}, "1401"), ({"as_of": None}, None)):
        write(folders[0], **fields)
        assert build.load(*folders).records[0].as_of == expected
    write(folders[0], kind="obligation")
    assert build.load(*folders).records[0].as_of is None


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"quote": "شرکت توانیر ۸۶ درصد"}, "0 times"),
        ({"quote": "۸۵ درصد"}, "2 times"),
        ({"quote": "۸۵ درصد", "nth": 3}, "2 times"),
        ({"indicator": "window.no_such"}, "unknown indicator"),
        ({"indicator": "egov.rank"}, "no unit percent"),
        ({"indicator": None}, "neither"),
        ({"value": "gt 85..90 percent"}, "comparator"),
        ({"value": "range 85 percent"}, "comparator"),
        ({"value": "eq 85 apples"}, "unit"),
        ({"value": "85 percent"}, "no value"),
        ({"subject": "@nobody"}, "no list of names"),
        ({"deadline": "1402-12-30"}, "1402-12-30"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_faulty_fact_is_refused_with_its_file(folders: tuple[Path, Path], fields: dict[str, object], complaint: str):
    write(folders[0], **fields)
    with pytest.raises(build.GoldError) as refused:
        build.load(*folders)
    assert "01-one.yml" in str(refused.value)
    assert complaint in str(refused.value)


def test_nth_chooses_among_like_places(folders: tuple[Path, Path]):
    write(folders[0], quote="۸۵ درصد", nth=2)
    gold = build.load(*folders)
    assert gold.documents[0].text is not None
    assert gold.records[0].start == gold.documents[0].text.rindex("85 درصد")


def test_an_article_without_gold_is_a_fault(folders: tuple[Path, Path]):
    with pytest.raises(build.GoldError, match="no gold file"):
        build.load(*folders)


def test_the_last_day_of_a_leap_year_is_a_day():
    assert source.deadline("1403-12-30").end == "2025-03-20"
    assert source.deadline("--12-30").end is None


def test_bounds_follow_the_comparator():
    figures = {
        "gt 40 agency": (40, None),
        "le 10 percent": (None, 10),
        "approx 33.333333 percent": (33.333333, 33.333333),
        "range 15..20 percent": (15, 20),
    }
    for written, (low, high) in figures.items():
        value = source.value(written)
        assert (value.low, value.high) == (low, high)


def test_every_set_that_ships_is_in_form():
    assert build.sets()[0] == "newsroom"
    assert "prescriptions" in build.sets()
    gold = build.load_set("prescriptions")
    assert len(gold.documents) == 10
    assert {one.split for one in gold.documents} == {"dev", "test"}
    assert all(one.indicator is None or one.indicator.startswith("prescriptions.") for one in gold.records)


def test_a_split_is_needed():
    with pytest.raises(ValidationError):
        source.SourceFile.model_validate({"records": []})
