import threading

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import store
from corpus.models import Version

pytestmark = pytest.mark.usefixtures("empty_store")


def test_an_article_is_stored_once(make_article):
    article = make_article()
    assert store.save_article(article) == "new"
    assert store.save_article(article) == "unchanged"
    assert store.article(article.document) == article
    assert store.counts() == store.Counts(articles=1, versions=1, records=0, withdrawn=0)


def test_another_visit_of_the_same_news_is_no_change(make_article):
    article = make_article(fetched="2023-12-23T10:00:00+03:30", provenance={"title": "h1"})
    store.save_article(article)
    again = make_article(fetched="2023-12-24T10:00:00+03:30", provenance={"title": "meta"})
    assert store.save_article(again) == "unchanged"
    assert store.article(article.document) == article


def test_the_same_tags_in_another_order_are_no_change(make_article):
    store.save_article(make_article(tags=("دولت", "گاز")))
    assert store.save_article(make_article(tags=("گاز", "دولت"))) == "unchanged"
    assert store.save_article(make_article(tags=("گاز",))) == "changed"


@pytest.mark.parametrize("change", [{"text": "خبر\nمتن دیگر"}, {"tags": ["دولت"]}, {"published": None}])
def test_a_changed_article_keeps_what_it_said_before(make_article, make_record, change):
    article = make_article()
    store.save_article(article)
    record = make_record(article)
    store.save_records(article.document, [record], "0.1.0")
    changed = make_article(**{"title": article.title, **change})
    assert store.save_article(changed) == "changed"
    assert store.article(article.document) == changed
    assert store.counts().versions == 2
    found = store.record(record.id)
    assert found is not None
    assert found == (record, article)


def test_a_text_that_comes_back_is_a_change_too(make_article):
    first, second = make_article(), make_article(text="خبر\nدیگر")
    assert [store.save_article(one) for one in (first, second, first)] == ["new", "changed", "changed"]
    assert store.counts().versions == 3


@pytest.mark.parametrize("text", ["خبر\0", "خبر \ud800"])
def test_a_text_no_database_holds_is_refused(make_article, text):
    article = make_article().model_copy(update={"text": text})
    with pytest.raises(store.UnstorableError):
        store.save_article(article)
    assert store.counts().articles == 0


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), number=st.integers(1))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_text_comes_back_as_it_was(make_article, text, number):
    article = make_article(number, text=text)
    store.save_article(article)
    assert store.article(article.document) == article


def test_a_very_long_address_is_fine(make_article):
    article = make_article(url="https://news.example.ir/" + "خبر" * 3000)
    assert store.save_article(article) == "new"
    assert store.known([article.document, "https://news.example.ir/0"]) == {article.document}


def test_articles_that_an_extractor_has_not_read(make_article):
    first, second = make_article(1), make_article(2)
    for article in (first, second):
        store.save_article(article)
    store.save_records(first.document, [], "0.1.0")
    assert list(store.articles(without_records_of="0.1.0")) == [second]
    assert list(store.articles(without_records_of="0.2.0")) == [first, second]
    assert list(store.articles()) == [first, second]
    changed = make_article(1, text="خبر\nدیگر")
    store.save_article(changed)
    assert list(store.articles(without_records_of="0.1.0")) == [second, changed]


def test_saving_while_streaming(make_article):
    for number in range(450):
        store.save_article(make_article(number))
    seen = []
    for article in store.articles(without_records_of="0.1.0"):
        store.save_records(article.document, [], "0.1.0")
        seen.append(article.document)
    assert len(seen) == len(set(seen)) == 450
    assert not list(store.articles(without_records_of="0.1.0"))


def test_articles_since_a_time(make_article):
    store.save_article(make_article(1))
    (stored,) = store_times()
    store.save_article(make_article(2))
    assert [one.document for one in store.articles(since=stored)][-1] == make_article(2).document
    assert list(store.articles(since=max(store_times()))) == [make_article(2)]


def store_times():
    return list(Version.objects.values_list("stored", flat=True))


def test_many_threads_store_one_article_once(make_article):
    outcomes, barrier = [], threading.Barrier(6)

    def save():
        barrier.wait()
        try:
            outcomes.append(store.save_article(make_article()))
        finally:
            connection.close()

    threads = [threading.Thread(target=save) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["new"] + ["unchanged"] * 5
    assert store.counts().versions == 1
