"""Months, years, intervals and other calendars: what each says of its first and last day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from extractor.dates import calendar, find_dates, lunar
from extractor.text.view import View
from tests.dates.test_every_day import MONTHS, days

years = st.integers(1300, 1448)
GREGORIAN = ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"]


@given(years, st.integers(1, 12), st.sampled_from(["{} {}", "{}‌ماه {}", "ماه {} سال {}"]))
def test_a_month_is_all_its_days(year: int, month: int, form: str) -> None:
    found = find_dates(View(f"در {form.format(MONTHS[month - 1], year)} ثبت شد").folded, None)
    first, last = calendar.gregorian(year, month, 1), calendar.gregorian(year, month, 31)
    assert [(one.jalali, one.first, one.last) for one in found] == [(f"{year}-{month:02}", first, last)]


@given(years, st.integers(1, 12))
def test_the_parts_of_a_month_make_the_whole(year: int, month: int) -> None:
    name = f"{MONTHS[month - 1]} {year}"
    for parts in (
        [f"دهه {which} {name}" for which in ("اول", "دوم", "سوم")],
        [f"نیمه {which} {name}" for which in ("اول", "دوم")],
        [f"هفته {which} {name}" for which in ("اول", "دوم", "سوم", "چهارم")],
    ):
        found = [find_dates(part, None)[0] for part in parts]
        assert found[0].first == calendar.gregorian(year, month, 1)
        assert found[-1].last == calendar.gregorian(year, month, 31)
        for one, following in pairwise(found):
            assert one.last is not None
            assert following.first == one.last + timedelta(days=1)


@given(days, days)
def test_an_interval_is_from_its_first_day_to_its_last(one: date, other: date) -> None:
    first, last = sorted((one, other))
    begin, end = (
        f"{JalaliDate(day).day} {MONTHS[JalaliDate(day).month - 1]} {JalaliDate(day).year}" for day in (first, last)
    )
    found = find_dates(f"از {begin} تا {end} برپا بود", None)
    assert [(each.first, each.last, each.precision) for each in found] == [(first, last, "period")]


@given(st.dates(date(1930, 1, 1), date(2070, 12, 31)))
def test_a_gregorian_day(day: date) -> None:
    for text in (f"{day.day} {GREGORIAN[day.month - 1]} {day.year}", str(day), f"{day:%d/%m/%Y}"):
        found = find_dates(View(f"در {text} رسید").folded, None)
        assert [(one.jalali, one.first, one.last) for one in found] == [(str(JalaliDate(day)), day, day)]


@given(st.integers(1350, 1480), st.integers(1, 12), st.integers(1, 29))
def test_lunar_years_follow_one_another(year: int, month: int, number: int) -> None:
    day = lunar.gregorian(year, month, number)
    assert lunar.year_of(day) == year
    length = sum(lunar.month_length(year, each) for each in range(1, 13))
    assert lunar.gregorian(year + 1, 1, 1) - lunar.gregorian(year, 1, 1) == timedelta(days=length)


# Nights of sighting in Iran's official calendar.
@pytest.mark.parametrize(
    ("text", "day"),
    [("۱ محرم ۱۴۴۵", date(2023, 7, 19)), ("۱ رمضان ۱۴۴۵", date(2024, 3, 12)), ("۱ شوال ۱۴۴۴", date(2023, 4, 22))],
)
def test_a_lunar_day_is_wide_enough(text: str, day: date) -> None:
    found = find_dates(View(f"{text} رسید").folded, None)[0]
    assert found.first is not None
    assert found.last is not None
    assert found.first <= day <= found.last
    assert (found.last - found.first).days == 2


@given(days, st.integers(1, 300), st.sampled_from(["روز", "هفته", "ماه"]))
def test_so_long_ahead_and_back(published: date, count: int, unit: str) -> None:
    ahead = find_dates(f"{count} {unit} آینده آغاز می شود", published)[0].first
    back = find_dates(f"{count} {unit} پیش آغاز شد", published)[0].first
    assert ahead is not None
    assert back is not None
    assert back < published < ahead
    if unit != "ماه":
        assert ahead - published == published - back == timedelta(days=count * (7 if unit == "هفته" else 1))
