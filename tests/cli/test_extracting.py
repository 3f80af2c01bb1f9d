"""Records out of stored articles: what is new, all anew, and articles that change meanwhile."""

import pytest

import extractor
from corpus import store
from dideban.cli.extracting import extract_new

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(make_article):
    stored = [make_article(number) for number in (1, 2)]
    for one in stored:
        store.save_article(one)
    return stored


@pytest.fixture
def one_each(monkeypatch, make_record):
    """An extractor that finds one record in every article."""
    monkeypatch.setattr(extractor, "extract", lambda article: [make_record(article)])


def test_each_article_is_read_once_and_all_of_them_when_asked(articles, one_each):
    first = extract_new()
    assert (first.articles, first.records, first.failed) == (2, 2, 0)
    assert extract_new().articles == 0
    before = store.cursor()
    again = extract_new(again=True)
    assert (again.articles, again.records, again.failed) == (2, 2, 0)
    assert store.cursor() == before, "records that stay the same keep their numbers"


def test_reading_anew_takes_back_what_the_rules_no_longer_find(articles, one_each, monkeypatch):
    assert extract_new().records == 2
    monkeypatch.setattr(extractor, "extract", lambda article: [])
    assert extract_new(again=True).articles == 2
    assert store.counts().records == 0


def test_an_article_that_changes_while_it_is_read_is_passed_over_by_name(articles, monkeypatch, make_record, capsys):
    changing = articles[0]

    def extract(article):
        if article.document == changing.document:
            store.save_article(changing.model_copy(update={"text": "متن دیگر\n" + changing.text}))
        return [make_record(article)]

    monkeypatch.setattr(extractor, "extract", extract)
    done = extract_new()
    assert (done.articles, done.failed) == (1, 0)
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"{changing.document}: passed over" in said
    monkeypatch.setattr(extractor, "extract", lambda article: [make_record(article)])
    assert extract_new().articles == 1


def test_a_quote_that_never_was_in_the_text_is_a_failure(articles, monkeypatch, make_record, make_article, capsys):
    other = make_article(1, text="متن دیگری که شرکت نمونه در آن ۱۳ درصد دارد.")
    monkeypatch.setattr(extractor, "extract", lambda article: [make_record(other)] if article.url == other.url else [])
    done = extract_new()
    assert (done.articles, done.failed) == (1, 1)
    assert "not read: OutdatedError" in capsys.readouterr().err
