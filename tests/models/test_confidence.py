"""The confidence of records holds on articles that nothing was fitted to, and where its file is missing rules go on."""

import json
import re
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.schema import Article
from extractor import extract
from extractor.claims.learned.signals import of_gold
from extractor.claims.learned.trained import RULES_ALONE, SHIPPED, Trained
from models.claims import LEAST, WEIGHTS, installed
from models.claims.calibrate import SURE, calibration_table, figures, thresholds_table
from models.claims.confidence import BIAS, confidence, confidence_by, spoken, weights
from models.claims.fitting import calibration_error, fit, reliability
from models.claims.pages import rewrite, table
from models.claims.plot import svg

DOCS = Path(__file__).parents[2] / "docs"
TOLD = json.loads(WEIGHTS.read_text(encoding="utf-8"))
NEWS = Article(
    id="news",
    text="کارنامه پنجره ملی\nسازمان ثبت احوال کشور ۲۲ خدمت خود را در پنجره ملی خدمات دولت هوشمند ارائه کرده است.",
)


@pytest.fixture(scope="module")
def unseen():
    """Confidence of the records of the test half, and whether they are right."""
    lines = of_gold("test", replace(SHIPPED, confidence=None))
    return [(round(confidence(one["signals"]), 2), one["right"]) for one in lines]


def test_confidence_is_calibrated_on_the_test_half(unseen):
    assert len(unseen) > 250
    assert calibration_error(unseen) < 0.08


def test_of_the_records_at_nine_tenths_nine_in_ten_are_right(unseen):
    sure = [right for one, right in unseen if one >= SURE]
    assert len(sure) > len(unseen) / 4
    assert sum(sure) / len(sure) >= SURE


def test_surer_records_are_right_more_often(unseen):
    edges = (0.0, 0.5, 0.75, SURE, 1.01)
    parts = [[right for one, right in unseen if low <= one < high] for low, high in pairwise(edges)]
    shares = [sum(part) / len(part) for part in parts]
    assert shares == sorted(shares)


def test_leaving_out_the_unsure_gains_more_precision_than_it_costs_recall(unseen):
    kept = [right for one, right in unseen if one >= LEAST]
    every = [right for _, right in unseen]
    gain = sum(kept) / len(kept) - sum(every) / len(every)
    cost = 1 - sum(kept) / sum(every)
    assert gain > cost
    assert cost < 0.05


def test_the_figures_told_are_those_of_the_model(unseen):
    told, found = TOLD["figures"]["test half"], figures(unseen)
    assert found["calibration_error"] == pytest.approx(told["calibration_error"], abs=0.03)
    assert found["sure_right"] == pytest.approx(told["sure_right"], abs=0.03)
    assert found["right"] == pytest.approx(told["right"], abs=0.03)


def test_the_page_tells_the_figures():
    page = (DOCS / "confidence.md").read_text(encoding="utf-8")
    for lines in (calibration_table(TOLD["figures"]), thresholds_table(TOLD["figures"])):
        assert "\n".join(lines) in page


def test_a_page_has_a_place_for_each_table(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x -->\nold\n<!-- /x -->\nb\n", encoding="utf-8")
    rewrite(page, "x", table(("one", "two"), [("1", "2")]))
    assert page.read_text("utf-8") == "a\n<!-- x -->\n| one | two |\n| --- | --- |\n| 1 | 2 |\n<!-- /x -->\nb\n"
    with pytest.raises(ValueError, match="no place for y"):
        rewrite(page, "y", [])


def test_the_picture_is_of_these_figures():
    picture = (DOCS / "images" / "confidence.svg").read_text(encoding="utf-8")
    assert picture == svg({name: one["reliability"] for name, one in TOLD["figures"].items()})
    assert picture.startswith("<svg ")
    assert len(re.findall("<circle", picture)) == sum(len(one["reliability"]) + 1 for one in TOLD["figures"].values())


def test_the_file_is_small_versioned_and_says_what_it_was_fitted_to():
    assert WEIGHTS.stat().st_size < 16_000
    assert (TOLD["version"], TOLD["least"]) == (1, LEAST)
    assert TOLD["examples"] == sum(TOLD["figures"][name]["records"] for name in ("stories", "development half"))


def test_the_reader_speaks_for_a_record_and_doubt_against_it():
    known = weights()
    assert known["agrees_odds"] > 0 > known["refuses"]
    signals = {"measurement": 1.0, "sign": 1.0, "share": 0.9, "asked": 1.0, "agrees": 0.9, "agrees_odds": 0.5}
    assert confidence(signals | {"agrees_odds": 1.0}) > confidence(signals) > confidence(signals | {"refuses": 0.9})
    assert confidence(signals | {"no such signal": 5.0}) == confidence(signals)


def test_what_was_spoken_sums_up_to_the_confidence():
    signals = {"measurement": 1.0, "rule": 0.8, "owner_unknown": 1.0}
    told = spoken(signals)
    assert [abs(weight) for _, weight in told] == sorted((abs(weight) for _, weight in told), reverse=True)
    odds = sum(weight for _, weight in told) + weights()[BIAS]
    assert confidence(signals) == pytest.approx(confidence_by({BIAS: odds}, {}))


def test_records_carry_the_calibrated_confidence_and_the_unsure_are_not_given(tmp_path):
    (given,) = extract(NEWS)
    assert given.confidence >= LEAST
    doubtful = tmp_path / "doubtful.json"
    doubtful.write_text(json.dumps({"weights": {BIAS: -2.0}}), encoding="utf-8")
    assert extract(NEWS, trained=Trained(confidence=doubtful)) == []
    (told,) = extract(NEWS, trained=Trained(confidence=doubtful, least=0))
    assert told.confidence == 0.12
    assert (told.id, told.evidence) == (given.id, given.evidence)


def test_without_the_file_the_rules_product_stands(tmp_path, monkeypatch):
    missing = Trained(confidence=tmp_path / "missing.json")
    (by_rules,) = extract(NEWS, trained=missing)
    assert missing.calibration is None
    assert 0.5 <= by_rules.confidence < 1
    assert [one.id for one in extract(NEWS, trained=RULES_ALONE)] == [by_rules.id]
    monkeypatch.setattr(sys.modules["models.claims.installed"], "WEIGHTS", missing.confidence)
    assert "figures.crfsuite, " in installed()
    assert "no missing.json: the confidence of records is not calibrated" in installed()


def test_the_doctor_is_told_what_is_installed():
    assert f"from 0.9 on, records from {LEAST:g} on are given" in installed()


def test_a_fit_finds_what_made_the_examples():
    examples = [({"good": 1.0}, number % 10 != 0) for number in range(200)]
    examples += [({"bad": 1.0}, number % 10 == 0) for number in range(200)]
    found = fit(examples, ridge=0.01)
    assert confidence_by(found, {"good": 1.0}) == pytest.approx(0.9, abs=0.01)
    assert confidence_by(found, {"bad": 1.0}) == pytest.approx(0.1, abs=0.01)
    assert fit(examples, ridge=0.01) == found


def test_reliability_and_its_error():
    pairs = [(0.95, True)] * 9 + [(0.95, False)] + [(0.25, True)] * 2
    assert reliability(pairs) == [
        {"confidence": 0.25, "right": 1.0, "records": 2},
        {"confidence": 0.95, "right": 0.9, "records": 10},
    ]
    assert calibration_error(pairs) == pytest.approx((0.75 * 2 + 0.05 * 10) / 12)
    assert calibration_error([]) == 0
