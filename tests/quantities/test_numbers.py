"""Numbers written out in any of the ways of Persian print are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.schema import BOUNDS
from extractor.quantities import find_numbers, find_quantities
from extractor.text.view import View

UNITS = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده"]
UNITS += ["یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"]
TENS = ["-", "ده", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
HUNDREDS = ["-", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def in_words(value: int) -> str:
    """`value` in Persian words."""
    parts = []
    for scale, name in ((1_000_000, "میلیون"), (1000, "هزار")):
        if value >= scale:
            parts.append(f"{in_words(value // scale)} {name}")
            value %= scale
    if value >= 100:
        parts.append(HUNDREDS[value // 100])
        value %= 100
    if value >= 20:
        parts.append(TENS[value // 10])
        value %= 10
    if value or not parts:
        parts.append(UNITS[value])
    return " و ".join(parts)


@given(st.integers(0, 999_999_999), st.sampled_from([" و ", "‌و‌", " و‌"]))
def test_words_are_read_back(value: int, joiner: str) -> None:
    text = in_words(value).replace(" و ", joiner)
    assert [one.value for one in find_numbers(View(text + " خدمت").folded)] == [value]


@given(st.integers(0, 999_999_999), st.sampled_from(["", "٬", ","]), st.booleans())
def test_digits_are_read_back(value: int, separator: str, persian: bool) -> None:
    text = f"{value:,}".replace(",", separator)
    written = text.translate(PERSIAN) if persian else text
    view = View(f"تعداد {written} خدمت")
    found = find_numbers(view.folded)
    assert [one.value for one in found] == [value]
    assert view.to_raw(found[0].start, found[0].end) == (6, 6 + len(written))


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["هزار", "میلیون"]))
def test_mixed_numbers_are_read_back(high: int, low: int, scale: str) -> None:
    value = high * {"هزار": 1000, "میلیون": 1_000_000}[scale]
    text = f"{high} {scale}" + (f" و {low}" if low else "")
    assert [one.value for one in find_numbers(text)] == [value + low]


@given(st.text(alphabet="۰۱۲۵ /.,٬٫:-%درصتابینخمزهو\n"))
def test_whatever_the_text_figures_are_sound(text: str) -> None:
    folded = View(text).folded
    found = find_quantities(folded)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start <= one.number.start < one.number.end <= one.end <= len(folded)
        assert ((one.low is not None), (one.high is not None)) == BOUNDS[one.comparator]
        assert one.low is None or one.high is None or one.low <= one.high


@pytest.mark.parametrize("text", ["", "\n", "درصد", "خدمت", "و هزار", "میلیون"])
def test_no_figure_where_there_is_none(text: str) -> None:
    assert find_quantities(text) == []
