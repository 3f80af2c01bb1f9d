"""Whatever the text, dates are sound, nothing is raised, and the time taken grows with the length alone."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.annotations import DateMention
from extractor.dates import document_year, find_dates, mark_as_of
from extractor.dates.phrases import phrases
from extractor.text.view import View
from tests.dates.test_every_day import days

WORDS = sorted({phrase for phrase, _ in phrases()})
SIGNS = [
    "تا",
    "از",
    "و",
    "الی",
    "-",
    "/",
    "(",
    ")",
    "«",
    "»",
    "،",
    ".",
    "\n",
    "ظرف",
    "مهلت",
    "تمدید شد",
    "باید",
    "بود",
    "۱۴۰۲",
    "۱۵",
    "۹۹",
]
words = st.lists(st.sampled_from(WORDS + SIGNS * 20), max_size=25).map(" ".join)
UNITS = ["از ", "پایان ", "1", " ", "12 ", "1402/", "تا پایان آذر ", "سال های 1401، ", "شنبه، ", "بیست و ", "«"]
LENGTHS = (40_000, 160_000)


def sound(found: list[DateMention], length: int) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= length
        end = one.end
        assert (one.first is None) == (one.last is None) == one.jalali.startswith("--")
        if one.first and one.last:
            assert one.first <= one.last
        if one.replaces:
            assert any((old.start, old.end) == (one.replaces.start, one.replaces.end) for old in found)


@given(words | st.text(), st.none() | days, st.none() | st.integers(1300, 1450))
def test_dates_are_sound(text: str, published: date | None, year: int | None) -> None:
    folded = View(text).folded
    found = find_dates(folded, published, year)
    sound(found, len(folded))
    assert mark_as_of(folded, found, []) == found
    document_year(folded)


@given(st.text(alphabet="۰۱۲۳۴٥6/.-: آذردیمهسالپانتو\n\u200c"), days)
def test_nothing_is_raised_on_text_that_is_not_folded(text: str, published: date) -> None:
    sound(find_dates(text, published), len(text))


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(unit: str) -> None:
    taken = []
    for length in LENGTHS:
        text = (unit * (length // len(unit) + 1))[:length]
        best = float("inf")
        for _ in range(3):
            begun = time.process_time()
            find_dates(text, date(2023, 12, 22))
            best = min(best, time.process_time() - begun)
        taken.append(best)
    # Four times the length: four times the time, with room for a busy machine; a square would be sixteen times.
    assert taken[1] < 9 * taken[0] + 0.05
