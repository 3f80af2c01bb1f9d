"""Near-copies are linked to their original as they are stored."""

import io

import pytest
from django.core.management import call_command
from django.db import connection

from corpus import models, store
from corpus.schema import Article

pytestmark = pytest.mark.usefixtures("empty_store")

BODY = "\n".join(
    f"{who} در نشست {place} گفت {count} خدمت این مجموعه از {start} روز پیش بی‌مراجعه داده می‌شود و مردم {praise}."
    for who, place, count, start, praise in (
        ("سرپرست اداره آب", "یزد", 14, 30, "دیگر در صف نمی‌مانند"),
        ("مهندس ناظر طرح", "سمنان", 27, 45, "از کندی سامانه گله دارند"),
        ("بخشدار مرکزی", "بوشهر", 39, 60, "خواهان خدمت‌های تازه‌تر هستند"),
        ("کارشناس دفتر", "زنجان", 52, 75, "شب‌ها هم کار خود را پیش می‌برند"),
    )
)


def paper(publisher: str, hour: int, body: str = BODY, **fields: object) -> Article:
    title = fields.pop("title", f"تیتر {publisher} برای این خبر")
    return Article.model_validate(
        {
            "url": f"https://{publisher}.example.ir/1",
            "publisher": publisher,
            "published": f"2023-12-22T{hour:02}:00:00+03:30",
            "title": title,
            "text": f"{title}\n{body}",
            **fields,
        }
    )


def save(*papers: Article) -> None:
    for one in papers:
        store.save_article(one)


def links() -> dict[str, str | None]:
    return dict(models.Article.objects.values_list("publisher", "original__publisher"))


def test_copies_are_linked_to_the_earliest():
    first, second, third = paper("irna", 8), paper("mehr", 9), paper("ilna", 10)
    save(first, second, third)
    assert store.original_of(third.document) == first
    assert store.original_of(first.document) is None
    assert store.copies_of(first.document) == (second, third)
    assert store.copies_of(second.document) == ()
    assert store.article(third.document) == third


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
def test_the_original_is_the_same_in_whatever_order_they_arrive(order):
    papers = paper("irna", 8), paper("mehr", 9), paper("ilna", 10)
    save(*(papers[place] for place in order))
    assert links() == {"irna": None, "mehr": "irna", "ilna": "irna"}


def test_the_named_origin_is_the_original_though_its_clock_is_late():
    save(paper("mehr", 8, origin="ایسنا"), paper("ilna", 9))
    assert links() == {"mehr": None, "ilna": "mehr"}
    save(paper("isna", 10))
    assert links() == {"mehr": "isna", "ilna": "isna", "isna": None}


def test_an_article_without_a_date_is_no_original_of_one_with_a_date():
    save(paper("mehr", 8, published=None), paper("ilna", 9))
    assert links() == {"mehr": "ilna", "ilna": None}


def test_spelling_a_cut_tail_and_a_lead_of_its_own_hide_no_copy():
    plain = BODY.replace("\u200c", " ").replace("ی", "ي").translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    save(
        paper("irna", 8),
        paper("mehr", 9, plain),
        paper("ilna", 10, BODY[: len(BODY) * 7 // 10]),
        paper("pana", 11, f"آنچه خوانندگان ما در این باره پرسیده بودند، در گزارشی تازه آمده است.\n{BODY}"),
    )
    assert links() == {"irna": None, "mehr": "irna", "ilna": "irna", "pana": "irna"}


def test_the_same_template_with_other_figures_is_other_news():
    filled = BODY.translate(str.maketrans("0123456789", "9876543210"))
    save(paper("irna", 8, title="گزارش روز"), paper("mehr", 9, filled, title="گزارش روز"))
    assert links() == {"irna": None, "mehr": None}


def test_the_same_words_a_year_later_are_other_news():
    save(paper("irna", 8), paper("mehr", 8, published="2024-12-22T08:00:00+03:30"))
    assert links() == {"irna": None, "mehr": None}


def test_a_few_words_are_too_few_to_compare():
    save(paper("irna", 8, "متن کوتاه", title="خبر"), paper("mehr", 9, "متن کوتاه", title="خبر"))
    assert links() == {"irna": None, "mehr": None}


def test_an_edit_is_a_version_not_a_copy():
    save(paper("irna", 8), paper("irna", 8, f"{BODY}\nاین خبر کامل می‌شود."))
    assert store.counts().versions == 2
    assert links() == {"irna": None}


def test_an_article_that_is_rewritten_leaves_its_copies():
    save(paper("irna", 8), paper("mehr", 9), paper("ilna", 10))
    other = "\n".join(f"روز {day} باران در {day * 3} شهر جنوب کشور بارید و راه روستاها بسته ماند." for day in range(9))
    save(paper("irna", 8, other))
    assert links() == {"irna": None, "mehr": None, "ilna": "mehr"}
    save(paper("pana", 11, other))
    assert links()["pana"] == "irna"


def test_a_corrected_date_changes_the_original():
    save(paper("irna", 8), paper("mehr", 9), paper("irna", 10))
    assert links() == {"irna": "mehr", "mehr": None}


def test_records_of_a_copy_are_its_own(make_record):
    first, second = paper("irna", 8), paper("mehr", 9)
    save(first, second)
    records = [make_record(one, id=f"rec:{one.publisher}") for one in (first, second)]
    for record in records:
        store.save_records(record.document, [record], "0.1.0")
    assert list(store.records()) == records


def test_what_was_stored_before_is_compared_later():
    save(paper("irna", 8), paper("mehr", 9))
    models.Band.objects.all().delete()
    models.Article.objects.update(compared=False, original=None)
    assert store.compare_stored() == 2
    assert store.compare_stored() == 0
    assert links() == {"irna": None, "mehr": "irna"}


@pytest.fixture
def at_0002() -> object:
    yield call_command("migrate", "corpus", "0002", verbosity=0, stdout=io.StringIO())
    call_command("migrate", verbosity=0, stdout=io.StringIO())


def test_the_tables_go_back_and_forth_without_loss(request):
    first, second = paper("irna", 8), paper("mehr", 9)
    save(first, second)
    request.getfixturevalue("at_0002")
    assert "corpus_band" not in connection.introspection.table_names()
    store.migrate()
    assert store.article(second.document) == second
    assert links() == {"irna": None, "mehr": "irna"}
