"""Numbers written out in any of the ways of Persian print are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.quantities import find_numbers
from extractor.text.view import View
from tests.quantities.spelling import SCRIPTS, in_script, in_words, mixed, ordinal

VALUES = st.one_of(st.integers(0, 2000), st.integers(0, 10**7), st.integers(0, 10**13))
SCRIPT = st.sampled_from(SCRIPTS)


def _values(text: str, kind: str = "cardinal") -> list[float]:
    found = find_numbers(View(text).folded)
    assert {one.kind for one in found} <= {kind}
    return [one.value for one in found]


@given(VALUES, st.sampled_from([" و ", "‌و‌", " و‌", "و ", " و"]))
def test_words_are_read_back(value: int, joiner: str) -> None:
    assert _values(in_words(value).replace(" و ", joiner) + " خدمت") == [value]


@given(VALUES)
def test_words_without_half_spaces_are_read_back(value: int) -> None:
    assert _values(in_words(value).replace(" هزار", "هزار").replace(" میلیون", "میلیون") + " نفر") == [value]


@given(VALUES, st.sampled_from(["", "٬", ",", "،", "'"]), SCRIPT)
def test_digits_are_read_back(value: int, separator: str, script: str) -> None:
    written = in_script(f"{value:,}".replace(",", separator), script)
    view = View(f"تعداد {written} خدمت")
    found = find_numbers(view.folded)
    assert [one.value for one in found] == [value]
    assert view.to_raw(found[0].start, found[0].end) == (6, 6 + len(written))


@given(st.integers(10**6, 10**13), SCRIPT)
def test_dots_between_more_than_one_group_are_no_decimals(value: int, script: str) -> None:
    assert _values(in_script(f"{value:,}".replace(",", "."), script) + " نفر") == [value]


@given(VALUES, SCRIPT, st.sampled_from([" و ", " و", "و ", "‌و "]), st.booleans())
def test_mixed_numbers_are_read_back(value: int, script: str, joiner: str, apart: bool) -> None:
    text = mixed(value).replace(" و ", joiner)
    text = text if apart else text.replace(" هزار", "هزار").replace(" میلی", "میلی")
    assert _values(in_script(text, script) + " نفر") == [value]


@given(st.integers(0, 999), st.integers(0, 99), st.sampled_from(".٫/"), SCRIPT)
def test_decimals_are_read_back(whole: int, part: int, sign: str, script: str) -> None:
    if (sign, whole, part) in {("/", 24, 7), ("/", 7, 24)}:
        return
    written = f"{whole}{sign}{part:02}" if part > 9 else f"{whole}{sign}{part}"
    if whole and whole < 1000:
        assert _values(in_script(written, script) + " درصد") == [float(written.replace(sign, "."))]


@given(st.integers(1, 99), st.integers(1, 9), st.sampled_from([("دهم", 10), ("صدم", 100)]), st.booleans())
def test_decimals_in_words_are_read_back(whole: int, part: int, place: tuple[str, int], digits: bool) -> None:
    name, tenth = place
    if tenth == 100 and whole >= 20 and whole % 10 == 0:
        whole += 1  # «بیست و پنج صدم» is 25 hundredths
    text = f"{whole} و {part} {name}" if digits else f"{in_words(whole)} و {in_words(part)} {name}"
    assert _values(text + " درصد") == [pytest.approx(whole + part / tenth)]


@given(st.integers(1, 99), st.integers(1, 99))
def test_decimals_with_the_word_for_the_point_are_read_back(whole: int, part: int) -> None:
    assert _values(f"{whole} ممیز {part} درصد") == [float(f"{whole}.{part}")]


@given(st.integers(1, 999), st.sampled_from(["", "ین"]))
def test_ordinals_in_words_are_read_back(value: int, ending: str) -> None:
    assert _values("نشست " + ordinal(value, ending) + " برگزار شد", "ordinal") == [value]


@given(st.integers(1, 999), st.sampled_from(["م", "ام", "‌ام", " ام", "‌مین", "مین", "امین", "‌امین"]), SCRIPT)
def test_ordinals_in_digits_are_read_back(value: int, ending: str, script: str) -> None:
    assert _values(in_script(f"نشست {value}{ending} برگزار شد", script), "ordinal") == [value]


@given(st.integers(1, 9), st.integers(2, 10), st.sampled_from([" ", "‌", ""]))
def test_fractions_are_read_back(top: int, bottom: int, joiner: str) -> None:
    if top < bottom and (top, bottom, joiner) != (4, 10, ""):
        text = f"{in_words(top)}{joiner}{ordinal(bottom, '')} خدمات"
        assert _values(text, "fraction") == [pytest.approx(top / bottom)]


@pytest.mark.parametrize("text", ["", "\n", "درصد", "خدمت", "و هزاران", "ده‌ها هزار", "صدام", "دوام", "سیمین"])
def test_no_number_where_there_is_none(text: str) -> None:
    assert find_numbers(View(text).folded) == []
