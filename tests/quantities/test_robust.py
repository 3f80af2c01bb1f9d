"""Whatever the text: no fault, sound spans, and a time that grows no faster than the text."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.schema import BOUNDS
from extractor.quantities import find_numbers, find_quantities
from extractor.text.view import View

WORDS = re.findall(
    r"\S+",
    "هزار میلیون صد یک دو سه ده بیست نیم و تا از به بین درصد ٪ خدمت نفر مورد دستگاه رتبه حدود بیش نیمی سوم دهم برابر "
    "ممیز ماده سال این ساعت شماره ۱۲ ۵/۳ ۲,۵ ۴/ ۶۳ ۱٬۲۰۰ ۰۲۱ ۱۴۰۲/۱۰/۰۱ - ، . / % : ( ) منفی کد مجموع آن",
)
PIECES = ["و ", "۱", "هزار ", "۱۲ و ", "از ۱۲ ", "،", "۱،", "۱/", "صفر هزار ", "بیست و ", "۱۲ درصد ", "نه ", "ساعت ۱۲ "]
PIECES += ["۱۲ خدمت، ", "از مجموع خدمات ۱۲ مورد ", "رتبه ایران به ", "دستگاه ۱۲ دستگاه ", "۱۲ تا ", "۴/ ۶", "یک سوم "]
PIECES += ["٪۱", "بین ۱۲ ", "a1"]
SMALL, LARGE = 5_000, 50_000


def _check(text: str) -> None:
    folded = View(text).folded
    numbers, found = find_numbers(folded), find_quantities(folded)
    assert all(a.end <= b.start for a, b in pairwise(numbers))
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start <= one.number.start < one.number.end <= one.end <= len(folded)
        assert (one.low is not None, one.high is not None) == BOUNDS[one.comparator]
        assert one.low is None or one.high is None or one.low <= one.high


@given(st.text())
def test_any_text(text: str) -> None:
    _check(text)


@given(st.text(alphabet="۰۱۲۵ /.,٬٫:-%درصتابینخمزهو\n"))
def test_texts_thick_with_signs_of_numbers(text: str) -> None:
    _check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([" ", "", "\u200c"]))
def test_words_of_numbers_in_any_order(words: list[str], joiner: str) -> None:
    _check(joiner.join(words))


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        find_quantities(text)
        find_numbers(text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    piece = View(piece).folded
    small = _seconds(piece * (SMALL // len(piece)))
    large = _seconds(piece * (LARGE // len(piece)))
    assert large < 3 * (LARGE / SMALL) * max(small, 0.004)


@pytest.mark.parametrize("sign", ["1", "،", "و", ".", "ه", " ", "\n", "-", "/", "%"])
def test_one_sign_a_hundred_thousand_times(sign: str) -> None:
    assert _seconds(sign * 100_000) < 1
