"""Splitting loses nothing and overlaps nothing, whatever the text."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from extractor.annotations import Span
from extractor.text.furniture import furniture
from extractor.text.sentences import sentences
from extractor.text.view import View

texts = st.lists(st.sampled_from([*"ابپ ۱۲.!؟?«»\n،؛:()", "\u200c", "گفت", "my.gov.ir", "انتهای پیام"])).map("".join)


@given(texts)
def test_every_character_of_news_is_in_one_sentence(text: str) -> None:
    view = View(text)
    found = sentences(view)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    covered = {at for one in (*found, *furniture(view)) for at in range(one.start, one.end)}
    assert all(char.isspace() or at in covered for at, char in enumerate(view.folded))


@given(texts)
def test_a_sentence_has_no_line_end_and_no_blank_at_its_ends(text: str) -> None:
    view = View(text)
    for one in sentences(view):
        written = view.folded[one.start : one.end]
        assert written == written.strip() != ""
        assert "\n" not in written


@given(texts)
def test_paragraphs_are_counted_in_order(text: str) -> None:
    view = View(text)
    found = sentences(view)
    assert [one.paragraph for one in found] == sorted(one.paragraph for one in found)
    lines = [Span(one.start, one.end) for one in found]
    assert all(not skipped.overlaps(line) for skipped in furniture(view) for line in lines)
