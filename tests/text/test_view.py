"""The two-way map between a text and its folded view holds for any Unicode text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.view import View

# Any text, and text thick with what folding has to remove, collapse or write out.
ODD = ["\u200c", "\u200d", "\u200f", "\ufeff", "ـ", "\u064b", "\u0654", " ", "\u00a0", "\t", "\r\n", "\r", "\n"]
ODD += ["&zwnj;", "&nbsp;", "&amp;", "amp;", "lt;", "&#38;", "#38;", "ﷺ"]
ODD += ["&", ";", "ﷲ", "ﻻ", "ي", "ك", "۵", "5", "ا", "a", "«", "."]
texts = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(ODD), st.characters())).map("".join))


@given(texts)
def test_folding_has_no_runs_of_spaces_and_one_line_end(text: str) -> None:
    folded = View(text).folded
    assert "  " not in folded
    assert "\r" not in folded
    assert "\u200c" not in folded


@given(texts)
def test_the_whole_maps_to_the_whole(text: str) -> None:
    view = View(text)
    assert view.to_folded(0, len(text)) == (0, len(view.folded))
    start, end = view.to_raw(0, len(view.folded))
    assert View(text[start:end]).folded == view.folded


@given(texts, st.data())
def test_a_span_goes_to_the_raw_text_and_back(text: str, data: st.DataObject) -> None:
    view = View(text)
    start = data.draw(st.integers(0, len(view.folded)))
    end = data.draw(st.integers(start, len(view.folded)))
    raw_start, raw_end = view.to_raw(start, end)
    assert 0 <= raw_start <= raw_end <= len(text)
    if start == end:
        assert raw_start == raw_end
        return
    back_start, back_end = view.to_folded(raw_start, raw_end)
    # A span that cuts a written-out sign takes all of it in.
    assert back_start <= start
    assert back_end >= end
    assert view.folded[start:end] in View(text[raw_start:raw_end]).folded


@given(texts)
def test_offsets_never_go_backwards(text: str) -> None:
    view = View(text)
    spans = [view.to_raw(at, at + 1) for at in range(len(view.folded))]
    assert spans == sorted(spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    assert [end for _, end in spans] == sorted(end for _, end in spans)


@given(texts)
def test_folding_again_changes_nothing(text: str) -> None:
    folded = View(text).folded
    assert View(folded).folded == folded


@given(st.text(alphabet="ابپ ی۵\n"))
def test_plain_text_keeps_its_length_but_for_runs_of_spaces(text: str) -> None:
    single = " ".join(part for part in text.split(" ") if part)
    assert len(View(single).folded) == len(single)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("دستگاه‌ها", "دستگاه ها"),
        ("دستگاه ‌ ها", "دستگاه ها"),
        ("دستگاه&zwnj;ها&nbsp;", "دستگاه ها "),
        ("كتابِ يك", "کتاب یک"),
        ("خـــدمت", "خدمت"),
        ("۵۰ـ۶۰ درصد", "50-60 درصد"),
        ("الف\r\nب\rپ", "الف\nب\nپ"),
        ("﷼ ۱۲٣4", "ریال 1234"),
        ("الف &laquo;ب&raquo; &amp; پ", "الف «ب» & پ"),
        ("مي¬شود", "می شود"),
        ("خانه \u0300 ما", "خانه ما"),
        ("خانه \u0654ما", "خانه ما"),
        ("\ufeffعنوان", "عنوان"),
        ("الف&amp;nbsp;ب &amp;amp; پ", "الف ب & پ"),
    ],
)
def test_how_a_text_is_folded(raw: str, folded: str) -> None:
    assert View(raw).folded == folded


def test_a_span_is_the_tightest_with_the_marks_of_its_last_letter() -> None:
    raw = "\u200fخانه\u0654‌ها ـ ok"
    view = View(raw)
    start = view.folded.index("خانه")
    raw_start, raw_end = view.to_raw(start, start + 4)
    assert raw[raw_start:raw_end] == "خانه\u0654"


@pytest.mark.parametrize("span", [(-1, 0), (2, 1), (0, 99)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    view = View("متن")
    with pytest.raises(ValueError, match="no span"):
        view.to_raw(*span)
    with pytest.raises(ValueError, match="no span"):
        view.to_folded(*span)


@pytest.mark.slow
def test_twenty_megabytes_take_seconds() -> None:
    text = "دستگاه‌های اجرایی ۲۵ درصد خدمات را ارائه می‌كنند.\n" * 220_000
    assert len(text.encode()) > 19_000_000
    started = time.perf_counter()
    view = View(text)
    assert view.to_raw(len(view.folded) - 2, len(view.folded) - 1) == (len(text) - 2, len(text) - 1)
    assert time.perf_counter() - started < 30
