"""Addresses and periods as lists name them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery import Period, period_of, tidy

BASE = "https://www.e.ir/sitemap/news/sitemap.xml"
DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("/news/1/خبر", "https://www.e.ir/news/1/خبر"),
        ("//e.ir/news/1", "https://e.ir/news/1"),
        (" https://e.ir/news/1#comments ", "https://e.ir/news/1"),
        ("https://e.ir/n?id=1&utm_source=rss&utm_medium=x", "https://e.ir/n?id=1"),
        ("https://e.ir/n?utm_source=rss", "https://e.ir/n"),
        ("https://e.ir/n?nn=1&q=%D8%A7", "https://e.ir/n?nn=1&q=%D8%A7"),
        ("https://e.ir/news/1/%D8%AE%D8%A8%D8%B1", "https://e.ir/news/1/%D8%AE%D8%A8%D8%B1"),
        ("mailto:news@e.ir", None),
        ("javascript:void(0)", None),
        ("http://[::1", None),
        ("https://e.ir:port/", None),
        ("https://e.ir/" + "a" * 3000, None),
    ],
)
def test_what_a_list_writes_and_what_is_asked_for(listed, asked):
    assert tidy(listed, BASE) == asked


@given(st.text())
def test_a_tidy_address_stays_as_it_is(listed):
    made = tidy(listed, BASE)
    assert made is None or tidy(made, BASE) == made


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://e.ir/sitemap/1402/sitemap.xml", date(2023, 3, 21), date(2024, 3, 19)),
        ("https://e.ir/sitemap/1402/12/sitemap.xml", date(2024, 2, 20), date(2024, 3, 19)),
        ("https://e.ir/fa-sitemap-newsarchive/2023-12.gz", date(2023, 12, 1), date(2023, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(url, first, last):
    assert period_of(url) == Period(first, last)


@given(DAYS)
def test_a_day_lies_in_its_own_month_and_year(day):
    for path in (f"{day:%Y/%m/%d}", f"{day:%Y/%m}", f"{day:%Y}"):
        period = period_of(f"https://e.ir/{path}/sitemap.xml")
        assert period is not None
        assert period.overlaps(Period(day, day))


@given(st.lists(DAYS, min_size=4, max_size=4))
def test_periods_overlap_exactly_where_they_share_a_day(days):
    one, other = Period(*sorted(days[:2])), Period(*sorted(days[2:]))
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other) is other.overlaps(one) is shared
    assert one.overlaps(Period(None, one.first))
    assert not one.overlaps(Period(one.last + timedelta(days=1)))
