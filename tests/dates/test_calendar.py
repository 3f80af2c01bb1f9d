"""Dates of the Iranian calendar, 1300 to 1450, and what find_dates makes of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.dates import calendar, document_year, find_dates
from extractor.text.dateline import parse_jalali_datetime
from extractor.text.view import View

MONTHS = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
days = st.dates(date(1921, 3, 21), date(2072, 3, 18))
FORMS = ["{y}/{m:02}/{d:02}", "{y}-{m:02}-{d:02}", "{d} {name} {y}", "{d} {name}‌ماه {y}", "{d} {name} ماه سال {y}"]


@given(days, st.sampled_from(FORMS))
def test_every_day_is_read_back(day: date, form: str) -> None:
    year, month, number = calendar.jalali(day)
    text = form.format(y=year, m=month, d=number, name=MONTHS[month - 1])
    found = find_dates(View(f"در {text} ابلاغ کردند").folded, None)
    assert [(one.jalali, one.first, one.last) for one in found] == [(f"{year}-{month:02}-{number:02}", day, day)]


@given(days, st.sampled_from(FORMS[:3]), st.times())
def test_visible_dates_are_read_back(day: date, form: str, clock: object) -> None:
    year, month, number = calendar.jalali(day)
    text = form.format(y=year, m=month, d=number, name=MONTHS[month - 1])
    read = parse_jalali_datetime(f"{text} - {clock:%H:%M}")
    assert read is not None
    assert (read[0], f"{read[1]:%H:%M}") == (day, f"{clock:%H:%M}")


@given(st.integers(1300, 1450))
def test_the_end_of_a_year_is_the_day_before_the_next(year: int) -> None:
    found = find_dates(f"پایان سال {year}", None)
    assert found[0].last == calendar.gregorian(year + 1, 1, 1) - timedelta(days=1)
    leap = found[0].jalali.endswith("-30")
    assert leap == (calendar.month_length(year, 12) == 30)


@pytest.mark.parametrize("leap", [1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412])
def test_leap_years(leap: int) -> None:
    assert calendar.month_length(leap, 12) == 30
    assert calendar.month_length(leap + 1, 12) == 29


@given(days, st.integers(0, 11))
def test_a_bare_month_is_resolved_within_a_year(day: date, month: int) -> None:
    found = find_dates(f"در {MONTHS[month]}ماه انجام شد", day)
    assert found[0].first is not None
    assert abs((found[0].first - day).days) <= 366
    assert found[0].first <= day


@given(st.text(alphabet="۰۱۲۳۴/.-: آذردیمهسالپانتو\n"), st.none() | days)
def test_whatever_the_text_dates_are_sound(text: str, published: date | None) -> None:
    folded = View(text).folded
    for one in find_dates(folded, published):
        assert 0 <= one.start < one.end <= len(folded)
        assert (one.first is None) == (one.last is None) == one.jalali.startswith("--")
        if one.first and one.last:
            assert one.first <= one.last


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
