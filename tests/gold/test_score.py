"""The scorer: what is right, what is spurious, what is a miss, and what each field needs."""

from collections.abc import Callable
from typing import Any

import pytest

from corpus.gold import build
from corpus.gold.model import Gold, GoldDeadline, GoldFact
from corpus.gold.score import score
from tests.gold.making import changed, record_of, time

MakeFact = Callable[..., GoldFact]
MakeGold = Callable[..., Gold]


def test_a_perfect_prediction_of_the_shipped_gold_scores_one():
    gold = build.load()
    records = [record_of(fact, number) for number, fact in enumerate(gold.records)]
    report = score(gold, records[::-1])
    assert report.core.f1 == report.full.f1 == 1
    assert report.quotes == report.quotes_equal == len(gold.records)
    assert not report.spurious
    assert not report.missed
    assert all(rate.right == rate.wanted for rate in report.fields.values())


def test_nothing_predicted_scores_zero_and_lists_every_miss(fact: MakeFact, gold: MakeGold):
    report = score(gold(fact(), fact(subject=("بانک سپه",))), [])
    assert (report.core.precision, report.core.recall, report.core.f1) == (0, 0, 0)
    assert [miss.fact.subject for miss in report.missed] == [("شرکت توانیر", "توانیر"), ("بانک سپه",)]


def test_a_second_record_of_one_fact_is_spurious(fact: MakeFact, gold: MakeGold):
    record = record_of(fact())
    report = score(gold(fact()), [record, record])
    assert report.core.right == 1
    assert len(report.spurious) == 1
    assert report.core.precision == 0.5


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": {"comparator": "eq", "low": 85, "high": 85, "unit": "service"}},
        {"value": {"comparator": "eq", "low": 86, "high": 86, "unit": "percent"}},
        {"value": {"comparator": "approx", "low": 85, "high": 85, "unit": "percent"}},
        {"value": {"comparator": "gt", "low": 85, "high": None, "unit": "percent"}},
        {"indicator": "services.online"},
        {"indicator": None},
        {"subject": {"id": None, "name": "بانک سپه", "mention": "بانک سپه", "type": "agency"}},
    ],
)
def test_a_wrong_figure_unit_indicator_or_body_is_a_miss_and_spurious(
    fact: MakeFact, gold: MakeGold, wrong: dict[str, Any]
):
    report = score(gold(fact()), [changed(record_of(fact()), **wrong)])
    assert (len(report.missed), len(report.spurious)) == (1, 1)


@pytest.mark.parametrize(
    ("stated", "found", "field"),
    [
        ({"as_of": "1402-08-14"}, {"as_of": None}, "as_of"),
        ({"law": "قانون بودجه ۱۴۰۲"}, {"legal_basis": None}, "law"),
        ({"claimant": ("مریم صادقی",)}, {"claimant": None}, "claimant"),
        ({"status": "not_complied"}, {"status": "complied"}, "status"),
        ({"deadline": {"jalali": "1402-08-30", "end": "2023-11-21"}}, {"deadline": None}, "deadline"),
    ],
)
def test_a_wrong_field_keeps_the_core_and_loses_full(
    fact: MakeFact, gold: MakeGold, stated: dict[str, Any], found: dict[str, Any], field: str
):
    one = fact(**stated)
    report = score(gold(one), [changed(record_of(one), **found)])
    assert (report.core.f1, report.full.f1) == (1, 0)
    assert report.fields[field].right == 0


def test_a_deadline_must_agree_in_both_calendars(fact: MakeFact, gold: MakeGold, deadline: GoldDeadline):
    one = fact(deadline=deadline)
    late = changed(record_of(one), deadline=time("1402-08-30", "2023-11-20"))
    assert score(gold(one), [late]).fields["deadline"].right == 0


def test_a_deadline_of_unknown_year_has_no_gregorian_day(fact: MakeFact, gold: MakeGold):
    one = fact(deadline={"jalali": "--09-30", "end": None})
    assert score(gold(one), [record_of(one)]).full.f1 == 1
    assert score(gold(one), [changed(record_of(one), deadline=time("--09-30", "2023-12-21"))]).full.f1 == 0


def test_a_past_figure_is_told_from_a_present_one_by_its_time(fact: MakeFact, gold: MakeGold):
    past, present = fact(as_of="1401"), fact()
    report = score(gold(past, present), [record_of(present)])
    assert [match.fact for match in report.matches] == [present]
    assert [miss.fact for miss in report.missed] == [past]


def test_a_day_lies_in_its_month(fact: MakeFact, gold: MakeGold):
    one = fact(as_of="1402-07")
    assert score(gold(one), [changed(record_of(one), as_of=time("1402-07-30"))]).full.f1 == 1


def test_an_optional_fact_is_neither_rewarded_nor_punished(fact: MakeFact, gold: MakeGold):
    core, optional = fact(), fact(indicator="services.total", core=False)
    for found in ([core], [core, optional]):
        report = score(gold(core, optional), [record_of(one) for one in found])
        assert (report.core.precision, report.core.recall, report.core.wanted) == (1, 1, 1)


def test_an_optional_fact_told_twice_is_spurious(fact: MakeFact, gold: MakeGold):
    optional = fact(core=False)
    assert len(score(gold(optional), [record_of(optional), record_of(optional)]).spurious) == 1


def test_a_core_fact_comes_before_an_optional_one(fact: MakeFact, gold: MakeGold):
    core, optional = fact(), fact(core=False)
    assert score(gold(optional, core), [record_of(core)]).core.f1 == 1


def test_no_order_of_facts_loses_a_pair(fact: MakeFact, gold: MakeGold):
    either, one = fact(subject=("بانک سپه", "توانیر")), fact(subject=("توانیر",))
    sepah = record_of(fact(subject=("بانک سپه",)))
    for facts in ((either, one), (one, either)):
        assert score(gold(*facts), [record_of(one), sepah]).core.f1 == 1


def test_another_indicator_that_a_careful_reader_may_choose_is_right(fact: MakeFact, gold: MakeGold):
    one = fact(also_indicator="window.services_not_offered")
    record = changed(record_of(one), indicator="window.services_not_offered")
    assert score(gold(one), [record]).core.f1 == 1


def test_spelling_does_not_count_in_names(fact: MakeFact, gold: MakeGold):
    one = fact(subject=("شرکت فرودگاه‌ها و ناوبری هوایی ایران",), claimant=("مریم صادقی‌نژاد",))
    record = changed(
        record_of(one),
        subject={"id": None, "name": "شركت فرودگاه ها و ناوبري هوايي", "mention": "فرودگاه", "type": "agency"},
        claimant={"name": "مریم صادقی نژاد", "role": None, "organization": None, "mention": "صادقی"},
    )
    assert score(gold(one), [record]).full.f1 == 1


def test_a_status_fact_without_indicator_takes_any(fact: MakeFact, gold: MakeGold):
    one = fact(kind="status", indicator=None, value=None, status="not_connected")
    record = changed(record_of(one), indicator="window.agencies_connected")
    assert score(gold(one), [record]).core.f1 == 1


def test_a_record_with_a_value_is_no_status(fact: MakeFact, gold: MakeGold):
    one = fact(kind="status", indicator=None, value=None, status="not_connected")
    assert score(gold(one), [changed(record_of(fact()), status="not_connected")]).core.right == 0


def test_documents_are_known_by_file_or_by_number(fact: MakeFact, gold: MakeGold):
    record = record_of(fact())
    for name in ("texts/one.txt", "https://www.tasnimnews.ir/fa/news/1402/08/14/1234567/slug"):
        assert score(gold(fact()), [changed(record, document=name)]).core.f1 == 1
    report = score(gold(fact()), [changed(record, document="https://example.ir/fa/news/12345678")])
    assert (report.foreign, report.core.found) == (1, 0)


def test_a_quote_that_is_not_in_the_text_is_counted(fact: MakeFact, gold: MakeGold):
    record = changed(record_of(fact()), evidence=[{"start": 3, "end": 7, "quote": "نیست"}])
    report = score(gold(fact()), [record])
    assert (report.quotes_equal, report.quotes) == (0, 1)


def test_evidence_elsewhere_in_the_article_does_not_overlap(fact: MakeFact, gold: MakeGold):
    away = record_of(fact(quote="پنجره ملی خدمات"))
    assert score(gold(fact()), [away]).overlapping == 0
    assert score(gold(fact(also=[(away.evidence[0].start, away.evidence[0].end)])), [away]).overlapping == 1


def test_rates_are_told_by_indicator_and_kind(fact: MakeFact, gold: MakeGold):
    right, missed = fact(), fact(kind="obligation", indicator="services.smart", subject=("بانک سپه",))
    wrong = record_of(fact(indicator="services.online"))
    report = score(gold(right, missed), [record_of(right), wrong])
    assert report.by_indicator["window.services_offered"].f1 == 1
    assert report.by_indicator["services.smart"].recall == 0
    assert report.by_indicator["services.online"].precision == 0
    assert report.by_kind["obligation"].wanted == 1
    lines = "\n".join(report.lines(verbose=True))
    assert "MISSED one.txt بانک سپه" in lines
    assert "SPURIOUS one.txt" in lines
