from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from corpus import schema
from corpus.schema import Time, Value
from desk import calendar, numerals, wording, words


@pytest.mark.parametrize(
    ("comparator", "low", "high", "unit", "said"),
    [
        ("eq", 13, 13, "percent", "۱۳ درصد"),
        ("lt", None, 25, "percent", "کمتر از ۲۵ درصد"),
        ("le", None, 25, "service", "حداکثر ۲۵ خدمت"),
        ("gt", 144, None, "agency", "بیش از ۱۴۴ دستگاه"),
        ("ge", 30, None, "percent", "دست‌کم ۳۰ درصد"),
        ("approx", 6000, 6000, "service", "حدود ۶٬۰۰۰ خدمت"),
        ("approx", 40, 50, "percent", "بین ۴۰ تا ۵۰ درصد"),
        ("range", 40, 50, "percent", "بین ۴۰ تا ۵۰ درصد"),
        ("eq", 35_000_000, 35_000_000, "person", "۳۵ میلیون نفر"),
        ("eq", 2_500_000_000, 2_500_000_000, "visit", "۲٫۵ میلیارد مراجعه"),
        ("eq", 35_123_456, 35_123_456, "person", "۳۵٬۱۲۳٬۴۵۶ نفر"),
        ("eq", 33.333333, 33.333333, "percent", "۳۳٫۳۳ درصد"),
        ("eq", 0, 0, "permit", "۰ مجوز"),
        ("eq", 3, 3, "rank", "رتبه ۳"),
    ],
)
def test_figures(comparator, low, high, unit, said):
    assert wording.value_words(Value(comparator=comparator, low=low, high=high, unit=unit)) == said


@pytest.mark.parametrize(
    ("kind", "said"), [("measurement", "۱۰۰ درصد"), ("obligation", "باید ۱۰۰ درصد"), ("commitment", "وعده ۱۰۰ درصد")]
)
def test_a_figure_that_is_due_does_not_read_as_achieved(make_article, make_record, kind, said):
    assert wording.finding_words(make_record(make_article(), figure=100, kind=kind)) == said


@pytest.mark.parametrize(
    ("name", "role", "organization", "said"),
    [
        ("رضا نمونه", "رئیس", "مرکز مطالعات، پایش و بهبود", "رضا نمونه، رئیس مرکز مطالعات، پایش و بهبود"),
        ("رضا نمونه", "وزیر نیرو", "وزیر نیرو", "رضا نمونه، وزیر نیرو"),
        (None, "رئیس سازمان نمونه", "سازمان نمونه", "رئیس سازمان نمونه"),
        (None, None, "سازمان نمونه", "سازمان نمونه"),
        ("رضا نمونه", None, None, "رضا نمونه"),
        (None, None, None, "او"),
    ],
)
def test_a_speaker_reads_as_in_a_newspaper(name, role, organization, said):
    speaker = schema.Claimant(name=name, role=role, organization=organization, mention="او")
    assert wording.claimant_words(speaker) == said


@pytest.mark.parametrize(
    ("jalali", "said"),
    [
        ("1402-10-01", "۱ دی ۱۴۰۲"),
        ("1402-10", "دی ۱۴۰۲"),
        ("1402", "سال ۱۴۰۲"),
        ("--08-30", "۳۰ آبان (سال نامعلوم)"),
        ("--08", "آبان (سال نامعلوم)"),
    ],
)
def test_jalali_values(jalali, said):
    assert calendar.jalali_words(jalali) == said


def test_a_period_is_said_by_its_ends():
    season = Time(mention="پاییز", jalali="1402", start=date(2023, 9, 23), end=date(2023, 12, 21), precision="season")
    assert calendar.time_words(season) == "۱ مهر ۱۴۰۲ تا ۳۰ آذر ۱۴۰۲"


@given(st.dates(date(1925, 4, 1), date(2120, 1, 1)))
def test_a_day_in_words_is_read_back(day):
    assert calendar.read_period(calendar.day_words(day)) == (day, day)
    assert calendar.read_period(JalaliDate(day).strftime("%Y/%m/%d")) == (day, day)


@given(st.integers(calendar.FIRST_YEAR, calendar.LAST_YEAR), st.integers(1, 12))
def test_a_month_begins_and_ends(year, month):
    first, last = calendar.read_period(f"{year}-{month}")
    assert (JalaliDate(first).year, JalaliDate(first).month, JalaliDate(first).day) == (year, month, 1)
    after = JalaliDate(date.fromordinal(last.toordinal() + 1))
    assert (after.month, after.day) == (month % 12 + 1, 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("۱۴۰۲", "2023-03-21", "2024-03-19"),
        ("1403", "2024-03-20", "2025-03-20"),
        ("١٤٠٢/١٢", "2024-02-20", "2024-03-19"),
        ("۱ دي ۱۴۰۲", "2023-12-22", "2023-12-22"),
        (" دی  ۱۴۰۲ ", "2023-12-22", "2024-01-20"),
        ("۱۴۰۳/۱۲/۳۰", "2025-03-20", "2025-03-20"),
        ("2023-12-22", "2023-12-22", "2023-12-22"),
        ("۲۰۲۴/۲", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_periods_as_one_types_them(text, first, last):
    assert calendar.read_period(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "دی",
        "۱۴۰۲/۱۳",
        "۱۴۰۲/۰۰",
        "۱۴۰۲/۱۰/۰۰",
        "۱۴۰۲/۱۲/۳۰",
        "2023-02-29",
        "2023-13",
        "1700-01-01",
        "۱ دی ۲۰۲۳",
        "۳۱ مهر ۱۴۰۲",
        "۱ دسامبر ۱۴۰۲",
        "۱۴۰۲/۱۰/۰۱ x",
    ],
)
def test_what_is_no_period(text):
    with pytest.raises(ValueError):  # noqa: PT011 - any text that is no period
        calendar.read_period(text)


@given(st.floats(0, 1e12))
def test_a_number_is_written_in_persian_digits(number):
    assert not set("0123456789.,e") & set(numerals.number_words(number))


@pytest.mark.parametrize(
    ("confidence", "said"), [(0, "۰ درصد"), (0.29, "۲۹ درصد"), (0.999, "۹۹ درصد"), (1, "۱۰۰ درصد")]
)
def test_confidence_is_never_said_higher_than_it_is(confidence, said):
    assert wording.confidence_words(confidence) == said


def test_every_code_of_the_schema_has_a_word():
    for group, kind in (
        ("kinds", schema.Kind),
        ("statuses", schema.Status),
        ("comparators", schema.Comparator),
    ):
        assert set(words.words()[group]) == set(get_args(kind)), group
    assert set(words.words()["units"]) == set(schema.UNITS)


def test_a_programmes_own_unit_is_told_by_its_noun():
    value = Value(comparator="gt", low=2_000_000, high=None, unit="prescription")
    assert wording.value_words(value) == "بیش از ۲ میلیون نسخه"


def test_an_unknown_code_is_shown_as_it_is():
    assert words.unit_form("tree") == "{} tree"
    assert words.indicator_label("roads.built") == "roads.built"
    assert words.indicator_label(None) == ""
    assert words.publisher_label("gazette") == "gazette"
