import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction

from corpus import store
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
