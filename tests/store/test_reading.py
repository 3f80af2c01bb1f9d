import threading
from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction

from corpus import models, store
from corpus.store import Selection

pytestmark = pytest.mark.usefixtures("empty_store")


@pytest.fixture
def records(make_article, make_record):
    """Three records of three articles, oldest news first."""
    made = []
    facts = [
        ("وزارت نیرو", "tasnim", datetime(2023, 12, 20, 20, 29, tzinfo=UTC), {}),
        ("سازمان هواشناسی", "iribnews", datetime(2023, 12, 20, 20, 31, tzinfo=UTC), {"indicator": "permits.total"}),
        ("شرکت ملی گاز ایران", "tasnim", datetime(2023, 12, 25, 9, 0, tzinfo=UTC), {"kind": "obligation"}),
    ]
    for number, (body, publisher, published, more) in enumerate(facts):
        article = make_article(
            number, text=f"عنوان {number}\n{body} ۱۳ درصد دستگاه‌ها را پیوست.", publisher=publisher, published=published
        )
        store.save_article(article)
        record = make_record(article, subject=body, **more)
        store.save_records(article.document, [record], "0.1.0")
        made.append(record)
    return made


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), [2, 1, 0]),
        (Selection(publisher="tasnim"), [2, 0]),
        (Selection(kind="obligation"), [2]),
        (Selection(indicator="permits.total"), [1]),
        (Selection(body="نیرو"), [0]),
        (Selection(body="وزارت‌نيرو"), [0]),
        (Selection(body="سازمان هوا شناسی"), [1]),
        (Selection(text="دستگاهها"), [2, 1, 0]),
        (Selection(text="پيوست گاز"), [2]),
        (Selection(text="گاز دستگاه ها را"), [2]),
        (Selection(text="می پیوست"), []),
        (Selection(text="100%"), []),
        (Selection(text="«»"), [2, 1, 0]),
        (Selection(publisher="tasnim", kind="measurement"), [0]),
        (Selection(status="exempt"), []),
        (Selection(document="https://news.example.ir/1"), [1]),
    ],
)
def test_a_selection_meets_all_its_conditions(records, selection, expected):
    page = store.page(selection)
    assert [row.record for row in page.rows] == [records[place] for place in expected]
    assert page.total == len(expected)
    assert list(store.records(selection)) == [records[place] for place in sorted(expected)]


def test_days_are_those_of_tehran(records):
    """20:29 and 20:31 UTC lie on the two sides of midnight in Tehran (UTC+03:30)."""
    assert list(store.records(Selection(last=date(2023, 12, 20)))) == records[:1]
    assert list(store.records(Selection(first=date(2023, 12, 21), last=date(2023, 12, 21)))) == records[1:2]
    assert list(store.records(Selection(first=date(2023, 12, 25)))) == records[2:]


def test_pages_cover_all_and_repeat_none(records):
    found = [row.record for offset in range(3) for row in store.page(offset=offset, limit=1).rows]
    assert found == records[::-1]
    assert store.page(offset=3) == store.Page((), 3)


@pytest.fixture
def of_one(make_article, make_record):
    """Three records of one sentence, in its order; saved and numbered in another."""
    text = "عنوان\nدر شهرداری ۱۹ درصد، در بهزیستی ۱۱ درصد و در گمرک ۱۴ درصد خدمات برخط است."
    article = make_article(7, text=text, published=datetime(2023, 12, 20, 20, 29, tzinfo=UTC))
    store.save_article(article)
    whole = {"start": 6, "end": len(text), "quote": text[6:]}
    made = [
        make_record(article, body, figure, evidence=[{**whole, "fields": {"value": span(text, words)}}])
        for body, figure, words in (("شهرداری", 19, "۱۹ درصد"), ("بهزیستی", 11, "۱۱ درصد"), ("گمرک", 14, "۱۴ درصد"))
    ]
    store.save_records(article.document, [made[2], made[0]], "0.1.0")
    store.save_records(article.document, [made[1], made[2], made[0]], "0.1.0")
    return made


def span(text, words):
    return text.index(words), text.index(words) + len(words)


def test_records_of_one_article_are_listed_as_its_text_has_them(records, of_one):
    """Also beside the news of the very same moment, and as the article itself lists them."""
    expected = [records[2], records[1], *of_one, records[0]]
    assert [row.record for row in store.page().rows] == expected
    assert [row.record for offset in range(6) for row in store.page(offset=offset, limit=1).rows] == expected
    assert store.of_article(of_one[0].document) == tuple(of_one)


def test_records_stored_before_records_had_places_get_them(of_one):
    models.Record.objects.update(place=0)
    import_module("corpus.migrations.0002_order").number_records(apps, None)
    assert store.of_article(of_one[0].document) == tuple(of_one)


def test_tallies(records):
    assert store.publishers() == {"tasnim": 2, "iribnews": 1}
    assert store.indicators() == {"window.services_offered": 2, "permits.total": 1}
    assert store.bodies("گاز") == {"شرکت ملی گاز ایران": 1}
    assert store.bodies(limit=2) == {"سازمان هواشناسی": 1, "شرکت ملی گاز ایران": 1}


def test_records_of_an_article(records, make_article):
    assert store.of_article(records[1].document) == (records[1],)
    assert store.of_article("https://news.example.ir/none") == ()
    assert store.record("rec:none") is None
    assert store.record("rec:\0") is None


def test_a_reader_sees_the_store_while_a_writer_is_in_the_middle(records, make_article):
    seen = []
    with transaction.atomic():
        store.save_article(make_article(99))
        reader = threading.Thread(target=lambda: (seen.append(store.page().total), connection.close()))
        reader.start()
        reader.join(timeout=20)
    assert seen == [3]
