"""Dates of publication."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.pages.dates import Dated, choose, in_tehran, machine_date, visible_date, without_label

STANDARD = timezone(timedelta(hours=3, minutes=30))
SUMMER = timezone(timedelta(hours=4, minutes=30))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-10-04T20:30:00Z", datetime(2026, 10, 5, 0, 0, tzinfo=STANDARD)),
        ("2023-12-22T11:31:00+03:30", datetime(2023, 12, 22, 11, 31, tzinfo=STANDARD)),
        ("2021-08-05T10:40:00", datetime(2021, 8, 5, 10, 40, tzinfo=SUMMER)),
        ("06 May 2017 13:23:41 +0430", datetime(2017, 5, 6, 13, 23, 41, tzinfo=SUMMER)),
        ("Sat, 06 May 2017 13:23:41 +0430", datetime(2017, 5, 6, 13, 23, 41, tzinfo=SUMMER)),
        ("2026-10-04", datetime(2026, 10, 4, tzinfo=STANDARD)),
    ],
)
def test_machine_dates_are_given_on_tehran_s_clocks(text, when):
    read = machine_date(text)
    assert (read, read.utcoffset()) == (when, when.utcoffset())


@pytest.mark.parametrize("text", [None, "", "دیروز", "۱۴۰۲/۱۰/۰۱", "2026-13-45", "1402-10-01T11:31:00"])
def test_what_is_no_machine_date_is_none(text):
    assert machine_date(text) is None


# The Iranian days on which clocks changed moved by a day in some leap years; noon is never in doubt, midnights are.
@given(st.datetimes(datetime(1993, 1, 1), datetime(2026, 12, 31)))
def test_tehran_s_offset_agrees_with_the_time_zone_database(naive):
    noon = naive.replace(hour=12)
    assert in_tehran(noon).utcoffset() == noon.replace(tzinfo=ZoneInfo("Asia/Tehran")).utcoffset()


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("تاریخ انتشار: ۱۴:۳۰ - ۰۱ دی ۱۴۰۲", "۱۴:۳۰ - ۰۱ دی ۱۴۰۲"),
        ("۱۴:۳۰ - ۰۱ دی ۱۴۰۲", "۱۴:۳۰ - ۰۱ دی ۱۴۰۲"),
        ("کد خبر: 184723", "184723"),
    ],
)
def test_labels_before_a_date_go(printed, date):
    assert without_label(printed) == date


@pytest.mark.parametrize(
    ("printed", "when", "has_time"),
    [
        ("۱۴:۳۰ - ۰۱ دی ۱۴۰۲", datetime(2023, 12, 22, 14, 30, tzinfo=STANDARD), True),
        ("۳۰ شهريور ۱۴۰۱ ، ساعت ۱۸:۴۴", datetime(2022, 9, 21, 18, 44, tzinfo=SUMMER), True),
        ("۲۲ آذر ۱۴۰۵", datetime(2026, 12, 13, tzinfo=STANDARD), False),
        ("۱۹ بهمن ۱۴۰۲، ۹:۳۰", datetime(2024, 2, 8, 9, 30, tzinfo=STANDARD), True),
        ("۹ خرداد ۱۴۰۴ / ۱۹:۳۱", datetime(2025, 5, 30, 19, 31, tzinfo=STANDARD), True),
        ("۰۹ مهر ۱۴۰۵ - ۱۵:۴۵", datetime(2026, 10, 1, 15, 45, tzinfo=STANDARD), True),
        ("جمعه 01 دی 1402 - 11:31", datetime(2023, 12, 22, 11, 31, tzinfo=STANDARD), True),
        ("۱۴۰۱/۰۸/۱۲ - ۱۳:۵۴:۳۷", datetime(2022, 11, 3, 13, 54, tzinfo=STANDARD), True),
        ("مهر ۱۲, ۱۴۰۵ ۱۹:۲۴ Asia/Tehran", datetime(2026, 10, 4, 19, 24, tzinfo=STANDARD), True),
        ("1402-10-01 - 09:30", datetime(2023, 12, 22, 9, 30, tzinfo=STANDARD), True),
    ],
)
def test_visible_dates(printed, when, has_time):
    read = visible_date(printed, "css")
    assert (read.when, read.when.utcoffset(), read.has_time) == (when, when.utcoffset(), has_time)


NOW = datetime(2026, 11, 1, tzinfo=UTC)


def at(day: int, hour: int = 10, minute: int = 0, **told) -> Dated:
    return Dated(datetime(2026, 10, day, hour, minute, tzinfo=STANDARD), f"{day}", **told)


FUTURE = Dated(datetime(2027, 1, 1, tzinfo=STANDARD), "future")


@pytest.mark.parametrize(
    ("machine", "visible", "modified", "chosen"),
    [
        (at(5, 10, 7), at(5), None, at(5, 10, 7)),  # the machine date is the more precise one
        (FUTURE, at(5), None, at(5)),
        (FUTURE, FUTURE, at(4), at(4)),
        (FUTURE, None, None, None),
        (at(5), FUTURE, None, at(5)),
        (at(9), at(5), None, at(5)),  # days apart
        (at(6, 8), at(5, 0, has_time=False), None, at(6, 8)),  # the paper's day began in the evening
        (at(5, 13, 30), at(5), None, at(5)),  # Tehran's time marked as UTC
        (at(5, 3, 30), at(5, 0, has_time=False), None, at(5, 3, 30)),  # by chance just that far from midnight
        (None, at(5), at(6), at(5)),
        (None, None, at(6), at(6)),
        (None, None, None, None),
    ],
)
def test_the_date_of_publication_is_the_one_that_can_be_true(machine, visible, modified, chosen):
    assert choose(machine, visible, modified, now=NOW) == chosen
