"""Each field of a record can tell the words and the rule or model that it comes from."""

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from corpus.schema import Article
from dideban.cli.explain import command
from extractor import read
from extractor.claims import trail as trails
from extractor.claims.learned.trained import RULES_ALONE, SHIPPED, Trained
from extractor.claims.trail import trail

TEXT = """کارنامه ثبت احوال در پنجره ملی
رئیس سازمان فناوری اطلاعات ایران، نادر فرهی، گفت: سازمان ثبت احوال کشور تا پایان آبان ۲۲ خدمت خود را در پنجره ملی \
خدمات دولت هوشمند ارائه کرده است.
وی افزود: بر پایه قانون برنامه هفتم پیشرفت دستگاه‌های اجرایی مکلفند تا پایان آذر همه خدمات خود را در پنجره ملی ارائه \
کنند. بانک ملی ایران هنوز به پنجره ملی متصل نشده است.
"""
ARTICLE = Article(id="news", text=TEXT, published="2023-12-22T10:00:00+03:30")
CODE = Path(trails.__file__).parent


def _steps(article: Article = ARTICLE, trained: Trained = SHIPPED):
    for offset, document in read(article, trained=trained):
        for record in document.records:
            told = trail(document.drafts[record.id], record, document, offset, trained)
            yield record, {step.field: step for step in told}


@pytest.fixture(scope="module")
def by_kind():
    return {record.kind: (record, steps) for record, steps in _steps()}


def test_every_stated_field_is_told_and_no_other(by_kind):
    assert set(by_kind) == {"measurement", "obligation", "status"}
    wording = yaml.safe_load((CODE / "trail.yml").read_text(encoding="utf-8"))
    for record, steps in by_kind.values():
        assert list(steps) == [name for name in wording if getattr(record, name) is not None]
        assert all(step.told == wording[name][step.by] for name, step in steps.items())


def test_words_are_those_of_the_article(by_kind):
    for record, steps in by_kind.values():
        for step in steps.values():
            for place in (*([step.place] if step.place else []), *step.cues):
                assert TEXT[place.start : place.end] == place.words
        assert steps["subject"].place.words == record.subject.mention


def test_a_measurement_tells_sign_owner_time_and_speaker(by_kind):
    _, steps = by_kind["measurement"]
    assert (steps["subject"].by, steps["subject"].place.words) == ("before", "سازمان ثبت احوال کشور")
    assert steps["indicator"].by == "sign"
    assert 0.5 <= steps["indicator"].sure <= 1
    assert steps["indicator"].asks
    assert (steps["value"].by, steps["value"].place.words) == ("figure", "۲۲ خدمت")
    assert steps["kind"].by == "fact"
    assert (steps["as_of"].by, steps["claimant"].by) == ("here", "here")
    assert "پایان آبان" in steps["as_of"].place.words
    assert "نادر فرهی" in steps["claimant"].place.words


def test_a_duty_tells_its_word_term_and_law(by_kind):
    _, steps = by_kind["obligation"]
    assert steps["kind"].by == "duty"
    assert [cue.words for cue in steps["kind"].cues] == ["مکلفند"]
    assert (steps["value"].by, steps["value"].place.words) == ("all_of", "همه خدمات")
    assert (steps["deadline"].by, steps["deadline"].place.words) == ("here", "پایان آذر")
    assert (steps["legal_basis"].by, steps["claimant"].by) == ("here", "before")


def test_a_standing_tells_its_words_and_that_no_time_is_told(by_kind):
    _, steps = by_kind["status"]
    assert (steps["status"].by, steps["status"].place.words) == ("status", "متصل نشده")
    assert (steps["as_of"].by, steps["as_of"].place) == ("published", None)


def test_confidence_tells_what_weighed_most(by_kind):
    _, steps = by_kind["measurement"]
    weights = [abs(weight) for _, weight in steps["confidence"].signals]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) == trails.SIGNALS
    by_rules = next(_steps(trained=RULES_ALONE))[1]["confidence"]
    assert (by_rules.by, by_rules.signals) == ("rules", ())


def test_every_name_that_the_code_gives_has_its_words():
    wording = yaml.safe_load((CODE / "trail.yml").read_text(encoding="utf-8"))
    code = "".join(path.read_text(encoding="utf-8") for path in CODE.glob("*.py"))
    owners = set(re.findall(r'Owner\([^"\n]*, "([a-z_]+)"', code))
    assert len(owners) > 12
    assert owners <= set(wording["subject"])
    told = {name for names in wording.values() for name in names}
    assert set(re.findall(r'Because\("([a-z_]+)"', code)) - {"voice"} <= told


def test_offsets_are_of_the_whole_of_a_long_article():
    article = ARTICLE.model_copy(update={"text": "دیروز باران بارید.\n" * 2000 + TEXT})
    places = [step.place for _, steps in _steps(article) for step in steps.values() if step.place]
    assert places
    assert all(article.text[place.start : place.end] == place.words for place in places)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _run(*arguments):
    return CliRunner().invoke(command, [*map(str, arguments), "--published", "1402-10-01"], catch_exceptions=False)


def test_explain_prints_one_stretch_of_persian_a_line_and_at_its_end(file):
    lines = _run(file).stdout.splitlines()
    assert any(line.endswith("«مکلفند»") for line in lines)
    for line in lines:
        # Nothing that is read from the left may stand behind what is read from the right.
        assert not re.search(r"[آ-ی].*[A-Za-z]", line), line


def test_explain_tells_one_record_and_json(file):
    told = [json.loads(line) for line in _run(file, "--json").stdout.splitlines()]
    assert len(told) == 3
    wanted = told[0]["id"]
    (only,) = [json.loads(line) for line in _run(file, "--json", "--record", wanted).stdout.splitlines()]
    assert only == told[0]
    assert {one["field"] for one in only["fields"]} > {"kind", "subject", "indicator", "confidence"}
    assert _run(file, "--record", wanted).stdout.startswith(wanted)
