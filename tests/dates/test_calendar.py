"""Visible dates of pages, months that tell no year, and the year that an article states."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.dates import calendar, document_year, find_dates
from extractor.text.dateline import parse_jalali_datetime
from extractor.text.view import View

MONTHS = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
days = st.dates(date(1921, 3, 21), date(2072, 3, 18))
FORMS = ["{y}/{m:02}/{d:02}", "{y}-{m:02}-{d:02}", "{d} {name} {y}", "{d} {name}‌ماه {y}", "{d} {name} ماه سال {y}"]


@given(days, st.sampled_from(FORMS[:3]), st.times())
def test_visible_dates_are_read_back(day: date, form: str, clock: object) -> None:
    year, month, number = calendar.jalali(day)
    text = form.format(y=year, m=month, d=number, name=MONTHS[month - 1])
    read = parse_jalali_datetime(f"{text} - {clock:%H:%M}")
    assert read is not None
    assert (read[0], f"{read[1]:%H:%M}") == (day, f"{clock:%H:%M}")


@given(days, st.integers(0, 11))
def test_a_bare_month_is_resolved_within_a_year(day: date, month: int) -> None:
    found = find_dates(f"در {MONTHS[month]}ماه انجام شد", day)
    assert found[0].first is not None
    assert abs((found[0].first - day).days) <= 366
    assert found[0].first <= day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("قانون بودجه ۱۴۰۲ دستگاه‌ها را مکلف کرد", 1402),
        ("در قانون بودجه ۱۴۰۱ و در قانون بودجه ۱۴۰۲ آمده است", 1402),
        ("لایحه بودجه ۱۴۰۳ به مجلس رفت", None),
        ("در سال جاری (۱۴۰۱) ابلاغ شد", 1401),
        ("پایان آبان ۱۴۰۲ رسید", 1402),
        ("در آبان ۱۳۹۵ آغاز شد و در آذر ۱۴۰۲ پایان یافت", None),
        ("برنامه هفتم تا سال ۱۴۰۷ اجرا می‌شود", None),
        ("متن بی‌سال", None),
    ],
)
def test_the_year_that_an_article_states(text: str, year: int | None) -> None:
    assert document_year(View(text).folded) == year
