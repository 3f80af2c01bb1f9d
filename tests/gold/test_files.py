"""The gold that ships: every fact stands in its article, and the two halves are alike."""

import json
from collections import Counter
from pathlib import Path

import pytest

from corpus.gold import build, model
from corpus.gold.model import Gold
from corpus.gold.score import score
from corpus.newsroom import articles
from tests.gold.making import record_of

SEEDS = Path(__file__).parents[3] / "shared" / "gold" / "seeds.json"


@pytest.fixture(scope="module")
def shipped() -> Gold:
    return build.load()


def test_every_article_has_its_gold(shipped: Gold):
    assert len(shipped.documents) == len(articles.load()) >= 36


def test_every_quote_is_printed_in_its_article(shipped: Gold):
    texts = {one.doc: one.text or "" for one in shipped.documents}
    printed = {one.text for one in articles.load()}
    assert set(texts.values()) == printed
    for fact in shipped.records:
        assert texts[fact.doc][fact.start : fact.end] == fact.quote
        assert all(texts[fact.doc][start:end].strip() for start, end in fact.also)


def test_no_article_states_one_fact_twice(shipped: Gold):
    told = Counter(
        (
            one.doc,
            one.kind,
            one.subject,
            one.indicator,
            str(one.value),
            one.status,
            str(one.band),
            one.as_of,
            one.deadline,
        )
        for one in shipped.records
    )
    assert [key for key, times in told.items() if times > 1] == []


def test_some_articles_have_no_fact(shipped: Gold):
    silent = {one.doc for one in shipped.documents} - {one.doc for one in shipped.records}
    assert len(silent) >= 3


def test_both_halves_have_every_kind_and_are_of_like_size(shipped: Gold):
    dev, test = shipped.part("dev"), shipped.part("test")
    assert len(dev.documents) + len(test.documents) == len(shipped.documents)
    assert abs(len(dev.documents) - len(test.documents)) <= 2
    for half in (dev, test):
        assert {one.kind for one in half.records} == {"measurement", "obligation", "commitment", "status"}
        assert sum(one.core for one in half.records) >= 100


def test_a_reprint_stays_in_the_half_of_its_origin(shipped: Gold):
    splits = {one.doc: one.split for one in shipped.documents}
    assert splits["10-inquiries-online.txt"] == splits["20-inquiries-reprint.txt"]


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside this checkout")
def test_the_gold_of_the_seeds_is_read_and_scored_by_the_same_code():
    gold = model.read(SEEDS, SEEDS.parents[1] / "seeds")
    report = score(gold, [record_of(fact, number) for number, fact in enumerate(gold.records)])
    assert report.core.f1 == report.full.f1 == 1
    assert report.quotes == report.quotes_equal == len(gold.records)


def test_the_one_file_form_reads_back(shipped: Gold, tmp_path: Path):
    out, texts = tmp_path / "gold.json", tmp_path / "texts"
    assert build.main(["-o", str(out), "--texts", str(texts), "--split", "dev"]) == 0
    assert model.read(out) == shipped.part("dev")
    first = json.loads(out.read_text(encoding="utf-8"))["documents"][0]
    assert (texts / first["doc"]).read_text(encoding="utf-8") == first["text"]
