"""Spans of what was recognised, as `dideban entities` prints them."""

from datetime import UTC, datetime

from corpus.schema import Article
from extractor.entities_of import entities_of

TEXT = (
    "خبر\nرضا احمدی رئیس سازمان شیلات ایران گفت: این سازمان تا پایان آبان ۱۴۰۲ بیش از ۸۰ درصد و ۱۲ خدمت را بر اساس "
    "قانون بودجه ۱۴۰۲ به پنجره ملی خدمات دولت هوشمند متصل کرده است."
)


def found():
    return list(entities_of(Article(id="note", text=TEXT, published=datetime(2024, 1, 1, tzinfo=UTC))))


def test_each_span_is_its_own_text():
    for one in found():
        assert TEXT[one["start"] : one["end"]] == one["text"]


def test_every_label_has_its_own_characters():
    by_label = {one["label"]: one["text"] for one in found()}
    assert by_label["PERSON"] == "رضا احمدی"
    assert by_label["ROLE"] == "رئیس"
    assert by_label["PERCENT"] == "بیش از ۸۰ درصد"
    assert by_label["COUNT"] == "۱۲ خدمت"
    assert by_label["DATE"] == "پایان آبان ۱۴۰۲"
    assert by_label["LAW"] == "قانون بودجه ۱۴۰۲"
    assert by_label["PLATFORM"] == "پنجره ملی خدمات دولت هوشمند"
    assert "AGENCY" in by_label


def dates_of(sentence):
    article = Article(id="note", text=sentence, published=datetime(2023, 1, 1, tzinfo=UTC))
    values = [one["value"] for one in entities_of(article) if one["label"] == "DATE"]
    return [(one["jalali"], one["end"], one["role"]) for one in values]


def test_a_deadline_says_so():
    told = "سازمان شیلات باید تا پایان آبان ۱۴۰۲ همه خدمات خود را متصل کند."
    assert dates_of(told) == [("1402-08-30", "2023-11-21", "deadline")]


def test_a_day_up_to_which_something_was_done_is_no_deadline():
    told = "سازمان شیلات تا پایان آبان ۱۴۰۲ همه خدمات خود را متصل کرده است."
    assert dates_of(told) == [("1402-08-30", "2023-11-21", None)]


def test_the_year_of_a_law_is_part_of_its_name():
    told = "بر اساس تبصره ۷ قانون بودجه سال ۱۴۰۱ سازمان شیلات تا پایان آبان ۱۴۰۱ مهلت داشت."
    assert [jalali for jalali, _, _ in dates_of(told)] == ["1401-08-30"]


def test_a_moved_deadline_names_the_old_one():
    told = "مهلت اتصال سازمان شیلات که پایان آذر ۱۴۰۱ بود، تا پایان دی ۱۴۰۱ تمدید شد."
    article = Article(id="note", text=told, published=datetime(2023, 1, 1, tzinfo=UTC))
    old, new = (one for one in entities_of(article) if one["label"] == "DATE")
    assert new["value"]["replaces"] == {"start": old["start"], "end": old["end"], "jalali": "1401-09-30"}
    assert (new["value"]["jalali"], new["value"]["role"]) == ("1401-10-30", "deadline")
