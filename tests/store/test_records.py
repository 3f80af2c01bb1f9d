import threading

import pytest
from django.db import connection

from corpus import models, store

pytestmark = pytest.mark.usefixtures("empty_store")


@pytest.fixture
def article(make_article):
    made = make_article()
    store.save_article(made)
    return made


def test_records_come_back_as_they_were(article, make_record):
    one, two = make_record(article), make_record(article, figure=14, extractor="0.1.0", confidence=1 / 3)
    assert store.save_records(article.document, [one, two], "0.1.0") == (2, 0, 0, 0)
    assert list(store.records()) == [one, two]
    assert store.record(one.id) == (one, article)
    assert [(row.start, row.end, row.quote) for row in models.Evidence.objects.filter(record__name=one.id)] == [
        (one.evidence[0].start, one.evidence[0].end, one.evidence[0].quote)
    ]


def test_the_same_output_again_changes_nothing(article, make_record):
    records = [make_record(article), make_record(article, figure=14)]
    store.save_records(article.document, records, "0.1.0")
    before = list(store.numbered())
    assert store.save_records(article.document, records, "0.1.0") == (0, 0, 2, 0)
    assert list(store.numbered()) == before


def test_new_output_replaces_the_old_and_loses_nothing(article, make_record):
    stays, changes, goes = (make_record(article, figure=figure) for figure in (1, 2, 3))
    store.save_records(article.document, [stays, changes, goes], "0.1.0")
    changed, comes = changes.model_copy(update={"confidence": 0.2}), make_record(article, figure=4)
    assert store.save_records(article.document, [stays, changed, comes], "0.1.0") == (1, 1, 1, 1)
    assert list(store.records()) == [stays, changed, comes]
    assert store.record(goes.id) is None
    assert store.counts() == store.Counts(articles=1, versions=1, records=3, withdrawn=1)
    assert store.save_records(article.document, [goes], "0.1.0") == (1, 0, 0, 3)
    assert list(store.records()) == [goes]


def test_a_failed_save_leaves_everything_as_it_was(article, make_record, monkeypatch):
    kept = make_record(article)
    store.save_records(article.document, [kept], "0.1.0")
    before = list(store.numbered()), store.counts()

    def fail(*_args, **_facts):
        raise OSError("disk full")

    monkeypatch.setattr(models.Extraction.objects, "update_or_create", fail)
    with pytest.raises(OSError, match="disk full"):
        store.save_records(article.document, [make_record(article, figure=14)], "0.2.0")
    assert (list(store.numbered()), store.counts()) == before


def test_quotes_must_be_what_the_text_says(article, make_article, make_record):
    record = make_record(article)
    store.save_article(make_article(text="متن دیگر\nاست"))
    with pytest.raises(store.OutdatedError, match="quote"):
        store.save_records(article.document, [record], "0.1.0")
    assert not list(store.records())
    assert len(list(store.articles(without_records_of="0.1.0"))) == 1


def test_refusals(article, make_article, make_record):
    stranger = make_record(make_article(2))
    with pytest.raises(store.OutdatedError, match="no article"):
        store.save_records(stranger.document, [stranger], "0.1.0")
    with pytest.raises(ValueError, match="given for"):
        store.save_records(article.document, [stranger], "0.1.0")
    with pytest.raises(ValueError, match="share the id"):
        store.save_records(article.document, [make_record(article)] * 2, "0.1.0")


def test_an_export_goes_on_from_its_cursor(make_article, make_record):
    articles = [make_article(number) for number in range(5)]
    records = [make_record(one) for one in articles]
    for one, record in zip(articles, records, strict=True):
        store.save_article(one)
        store.save_records(one.document, [record], "0.1.0")
    first = list(store.numbered())
    assert [one.record for one in first] == records
    assert [one.number for one in first] == sorted({one.number for one in first})
    seen = store.cursor()
    assert first[-1].number == seen
    assert not list(store.numbered(since=seen))
    changed = records[1].model_copy(update={"confidence": 0.5})
    store.save_records(changed.document, [changed], "0.1.0")
    assert [one.record for one in store.numbered(since=seen)] == [changed]
    assert [one.record for one in store.numbered(since=first[2].number)] == [*records[3:], changed]


def test_numbers_follow_commits_whatever_the_threads(make_article, make_record):
    articles = [make_article(number) for number in range(24)]
    for one in articles:
        store.save_article(one)
    seen, done = [], threading.Event()

    def write(mine):
        for one in mine:
            store.save_records(one.document, [make_record(one), make_record(one, figure=14)], "0.1.0")
        connection.close()

    def read():
        finished = False
        while not finished:
            finished = done.is_set()
            seen.extend(store.numbered(since=seen[-1].number if seen else 0))
        connection.close()

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(articles[part::3],)) for part in range(3)]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert len({one.record.id for one in seen}) == len(seen) == 48
