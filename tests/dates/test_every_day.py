"""Every day of 1300 to 1450 is read back from every form that it is written in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from extractor.dates import calendar, find_dates
from extractor.text.view import View

FIRST, LAST = date(1921, 3, 21), date(2072, 3, 19)
MONTHS = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
WEEKDAYS = ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنج‌شنبه", "جمعه", "شنبه", "یک‌شنبه"]
ONES = ["", "یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم"]
TEENS = ["دهم", "یازدهم", "دوازدهم", "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم"]
FORMS = [
    "{y}/{m}/{d}",
    "{y}/{m:02}/{d:02}",
    "{y}-{m:02}-{d:02}",
    "{y}.{m:02}.{d:02}",
    "{d}/{m}/{y}",
    "{d:02}-{m:02}-{y}",
    "{d} {name} {y}",
    "{d} {name}‌ماه {y}",
    "{d} {name}ماه {y}",
    "{d} {name} ماه سال {y}",
    "{d}{name}{y}",
    "{d}م {name} {y}",
    "{d} ام {name} {y}",
    "{words} {name} {y}",
    "{words} {name}‌ماه سال {y}",
    "{weekday} {d} {name} {y}",
    "روز {weekday}، {words} {name} {y}",
    "{weekday} {y}/{m:02}/{d:02}",
    "{d} {name} {y} شمسی",
]
SCRIPTS = {
    "ascii": str.maketrans({}),
    "persian": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
    "arabic": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
}
JOINTS = {"half-space": "\u200c", "space": " ", "joined": ""}
days = st.dates(FIRST, LAST)


def ordinal(number: int) -> str:
    """A day of the month in words: «بیست‌وپنجم»."""
    if number < 10:
        return ONES[number]
    if number < 20:
        return TEENS[number - 10]
    tens = {20: "بیستم", 30: "سی‌ام"}
    return tens.get(number) or f"{'بیست' if number < 30 else 'سی'}‌و‌{ONES[number % 10]}"


def written(day: date, form: str) -> str:
    """`day` in `form`."""
    there = JalaliDate(day)
    return form.format(
        y=there.year,
        m=there.month,
        d=there.day,
        name=MONTHS[there.month - 1],
        words=ordinal(there.day),
        weekday=WEEKDAYS[day.weekday()],
    )


def test_every_day_in_figures() -> None:
    """All 55,152 days, a year a text."""
    day = FIRST
    while day <= LAST:
        year = JalaliDate(day).year
        of_year = []
        while day <= LAST and JalaliDate(day).year == year:
            of_year.append(day)
            day += timedelta(days=1)
        found = find_dates("، ".join(written(one, FORMS[0]) for one in of_year), None)
        assert [one.first for one in found] == of_year
        assert [one.jalali for one in found] == [str(JalaliDate(one)) for one in of_year]


def test_the_calendar_is_that_of_persiantools() -> None:
    day = FIRST
    while day <= LAST:
        there = JalaliDate(day)
        assert calendar.jalali(day) == (there.year, there.month, there.day)
        assert calendar.gregorian(there.year, there.month, there.day) == day
        day += timedelta(days=1)


@given(days, st.sampled_from(FORMS), st.sampled_from(sorted(SCRIPTS)), st.sampled_from(sorted(JOINTS)))
def test_every_form(day: date, form: str, script: str, joint: str) -> None:
    text = written(day, form).translate(SCRIPTS[script]).replace("\u200c", JOINTS[joint])
    view = View(f"در {text} ابلاغ کردند")
    found = find_dates(view.folded, None)
    assert [(one.first, one.last, one.precision, one.basis) for one in found] == [(day, day, "day", "stated")]
    start, end = view.to_raw(found[0].start, found[0].end)
    assert view.raw[start:end] == text


@given(days, st.sampled_from(["{d} {name}", "{words} {name}‌ماه", "{weekday} {d} {name}"]), days)
def test_a_day_without_its_year_is_of_the_year_around_publication(day: date, form: str, published: date) -> None:
    if JalaliDate(day).month == 12 and JalaliDate(day).day == 30:
        return
    found = find_dates(View(f"{written(day, form)} برگزار شد").folded, published)
    assert [one.jalali[5:] for one in found] == [str(JalaliDate(day))[5:]]
    assert found[0].first is not None
    assert found[0].basis == "published"
    assert found[0].first <= published
    assert (published - found[0].first).days <= 732


@pytest.mark.parametrize("year", range(1300, 1451))
def test_leap_years(year: int) -> None:
    leap = JalaliDate.is_leap(year)
    assert calendar.month_length(year, 12) == (30 if leap else 29)
    assert len(find_dates(f"30 اسفند {year} رسید", None)) == leap
    assert len(find_dates(f"{year}/12/30 رسید", None)) == leap
    assert find_dates(f"پایان سال {year}", None)[0].jalali == f"{year}-12-{30 if leap else 29}"


@given(st.integers(1300, 1450), st.integers(1, 12), st.integers(0, 40))
def test_a_day_that_is_none_is_refused(year: int, month: int, number: int) -> None:
    valid = 1 <= number <= calendar.month_length(year, month)
    for text in (f"{number} {MONTHS[month - 1]} {year}", f"{year}/{month}/{number}"):
        assert len(find_dates(View(f"در {text} رسید").folded, None)) == valid


def test_days_in_words_are_all_told_apart() -> None:
    assert len({ordinal(number) for number in range(1, 32)}) == 31
