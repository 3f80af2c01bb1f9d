from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from dideban.days import TEHRAN, moment, parse_day, parse_since

DAYS = st.dates(date(1925, 1, 1), date(2080, 1, 1))
SCRIPTS = st.sampled_from(["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"])


@given(day=DAYS, script=SCRIPTS, between=st.sampled_from("-/."))
def test_a_jalali_day_is_its_gregorian_day_in_any_script(day, script, between):
    jalali = JalaliDate(day)
    printed = f"{jalali.year}{between}{jalali.month:02}{between}{jalali.day:02}"
    assert parse_day(printed.translate(str.maketrans("0123456789", script))) == (day, time())


@given(day=DAYS)
def test_a_gregorian_day_is_itself(day):
    assert parse_day(day.isoformat()) == (day, time())


@given(stamp=st.datetimes(datetime(1925, 1, 1), datetime(2080, 1, 1), timezones=st.timezones()))
def test_a_moment_in_iso_is_itself(stamp):
    assert moment(stamp.isoformat()) == datetime.fromisoformat(stamp.isoformat())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1402-10-01", "2023-12-22T00:00:00+03:30"),
        ("۱۴۰۲/۱۰/۰۱ ۹:۳۰", "2023-12-22T09:30:00+03:30"),
        ("1402-10-01T09:30:00", "2023-12-22T09:30:00+03:30"),
        ("1402-10-01T09:30:00+03:30", "2023-12-22T09:30:00+03:30"),
        ("۱ دی ۱۴۰۲", "2023-12-22T00:00:00+03:30"),
        ("2023-12-22T08:00:00Z", "2023-12-22T08:00:00+00:00"),
        ("1403-12-30", "2025-03-20T00:00:00+03:30"),
    ],
)
def test_moments(text, expected):
    assert moment(text) == datetime.fromisoformat(expected)


NO_DAYS = "yesterday|1402|1402-10|1402-13-01|1402-12-30|1402-07-31|2023-02-29|0000-01-01|7d|9999-99-99"
SLIPS = "|on 1402-10-01|1402-10-01 1402-10-02|1402-10-01 25:00|99999999999999-01-01"


@pytest.mark.parametrize("text", f"{NO_DAYS}|{SLIPS}".split("|"))
def test_what_is_no_day_is_refused_by_name(text):
    for read in (parse_day, moment):
        with pytest.raises(ValueError, match="is no date"):
            read(text)


@pytest.mark.parametrize(("text", "days"), [("7d", 7), ("2w", 14), ("3m", 90), ("1y", 365), ("۷d", 7), ("0d", 0)])
def test_so_far_back_from_today(text, days):
    before = datetime.now(TEHRAN).date()
    found = parse_since(text)
    assert before - timedelta(days=days) <= found <= datetime.now(TEHRAN).date() - timedelta(days=days)


@pytest.mark.parametrize("text", ["7", "d", "-7d", "7 days", "99999y", "9" * 30 + "d"])
def test_what_is_no_beginning_is_refused(text):
    with pytest.raises(ValueError, match=r"is no date|too far back"):
        parse_since(text)
