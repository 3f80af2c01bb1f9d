"""What holds of every record of the sample newsroom."""

import pytest

from corpus.newsroom.articles import load
from corpus.schema import Article
from extractor import extract

FIELDS = ("subject", "indicator", "value", "band", "status", "deadline", "legal_basis", "claimant")
ARTICLES = load()


def read(article):
    return extract(Article(id=article.id, text=article.text, title=article.title, published=article.published_at))


@pytest.fixture(scope="module")
def records():
    return [(article, record) for article in ARTICLES for record in read(article)]


def test_quotes_are_the_characters_of_their_spans(records):
    for article, record in records:
        for passage in record.evidence:
            assert article.text[passage.start : passage.end] == passage.quote


def test_every_field_points_at_characters_inside_its_evidence(records):
    for article, record in records:
        pointed = {name for passage in record.evidence for name in passage.fields}
        stated = {name for name in FIELDS if getattr(record, name) is not None}
        assert stated <= pointed, (article.id, record.id, stated - pointed)
        for passage in record.evidence:
            assert all(passage.start <= start < end <= passage.end for start, end in passage.fields.values())


def test_no_figure_is_of_a_time_after_its_publication(records):
    for article, record in records:
        if record.as_of and record.as_of.start:
            assert record.as_of.start <= article.published_at.date(), (article.id, record.id)


def test_one_fact_is_one_record(records):
    for article in ARTICLES:
        ids = [record.id for owner, record in records if owner is article]
        assert len(ids) == len(set(ids))


def test_a_moved_file_keeps_the_ids_of_its_records():
    article = ARTICLES[0]
    there, here = (extract(Article(id=name, text=article.text)) for name in ("/there/a.txt", "here/b.txt"))
    assert [one.id for one in there] == [one.id for one in here]


def test_a_text_longer_than_any_article_gives_each_fact_once_in_its_own_offsets():
    article = next(one for one in ARTICLES if len(read(one)) > 3)
    filler = "این بند از هیچ دستگاهی سخن نمی‌گوید و تنها برای درازی متن است.\n" * 700
    text = f"{article.text}\n{filler}{article.text}"
    long = extract(Article(id="long", text=text, published=article.published_at))
    assert len({one.id for one in long}) == len(long) > 0
    for record in long:
        for passage in record.evidence:
            assert text[passage.start : passage.end] == passage.quote
    assert any(passage.start > len(article.text) + len(filler) - 1 for one in long for passage in one.evidence)
