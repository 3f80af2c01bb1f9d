"""What a pattern fits and what it does not."""

import pytest

from extractor.text.patterns import any_of, pattern
from extractor.text.view import View


@pytest.mark.parametrize("text", ["دستگاه‌ها", "دستگاه ها", "دستگاهها", "دستگاه\u200c ها"])
@pytest.mark.parametrize("source", ["دستگاه~ها", "دستگاه‌ها"])
def test_a_half_space_fits_a_space_and_nothing(source: str, text: str) -> None:
    assert pattern(source).fullmatch(View(text).folded)


def test_a_pattern_is_folded_as_texts_are() -> None:
    assert pattern("كلي ۵").fullmatch(View("کلی ٥").folded)


@pytest.mark.parametrize("text", ["دیگر", "بدی", "دی2a دیb"])
def test_a_match_neither_begins_nor_ends_inside_a_word(text: str) -> None:
    assert not pattern("دی").search(text.replace("دی2", ""))


@pytest.mark.parametrize("text", ["25درصد", "(درصد)", "درصد25"])
def test_digits_and_signs_bound_a_word(text: str) -> None:
    assert pattern("درصد").search(text)


def test_names_are_put_in_and_quantifiers_stay() -> None:
    form = pattern(r"{month} \d{2,4}", month="آبان|آذر")
    assert form.fullmatch("آذر 1402")
    assert not form.fullmatch("آذر 1")


def test_a_name_that_nobody_gave_is_refused() -> None:
    with pytest.raises(KeyError):
        pattern("{nothing}")


def test_the_longest_of_several_words_is_found() -> None:
    match = pattern(any_of(["دستگاه", "دستگاه اجرایی"])).search("دستگاه اجرایی")
    assert match
    assert match.group() == "دستگاه اجرایی"
