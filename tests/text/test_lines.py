"""Every line has one kind, whatever the text, and no line takes long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.dateline import parse_jalali_datetime, publication
from extractor.text.furniture import furniture
from extractor.text.lines import lines
from extractor.text.sentences import sentences
from extractor.text.view import View

PIECES = [
    *'\n\n\n \t.:؟!«»"()[]|/-*•#@°%،؛…۰۱۲ابپ',
    "\u200c",
    "انتهای پیام",
    "کد خبر: ",
    "بیشتر بخوانید",
    "ارسال نظر",
    "عکس: ",
    "خبرنگار: ",
    "گروه اقتصادی - ",
    "۱ دی ۱۴۰۲ - ۱۱:۳۱",
    "جمعه",
    "وزیر گفت",
    "۳۰ درصد",
    "https://",
    "مسئولیت",
    "می‌شود",
]
texts = st.lists(st.sampled_from(PIECES)).map("".join)
SILENT = ("furniture", "byline")


@given(texts)
def test_each_line_is_read_once(text: str) -> None:
    view = View(text)
    found = lines(view)
    wanted = [line for line in view.folded.split("\n") if line.strip()]
    assert [view.folded[one.start : one.end] for one in found] == wanted
    assert {(one.start, one.end) for one in found if one.kind in SILENT} == {
        (one.start, one.end) for one in furniture(view)
    }


@given(texts)
def test_sentences_come_from_every_line_but_furniture_and_bylines(text: str) -> None:
    view = View(text)
    found = sentences(view)
    for line in lines(view):
        assert any(line.covers(one) for one in found) == (line.kind not in SILENT)


@given(st.text())
def test_nothing_is_raised_on_any_text(text: str) -> None:
    view = View(text)
    for read in (lines, sentences, furniture, publication):
        read(view)
    parse_jalali_datetime(text)


LONG = [
    " ",
    "ا",
    ".",
    "۱",
    "-",
    "۱۴",
    "ا ",
    "ا. ",
    "۱. ",
    "«",
    "»",
    "«ا.» ",
    '"',
    "(",
    "). ",
    "؟ ",
    "! ",
    "[۱]",
    "ا۱۴۰۲",
    "۱۴۰۲ ",
]
LONG += ["۱۴۰۲/", "مهر ", "شنبه ", "کد ", "#ا ", "| چاپ ", "مسئولیت ", "این مطلب ", "12:30 ", "\u200c", "…", "ا: "]


@pytest.mark.parametrize("piece", LONG)
def test_a_long_line_takes_no_longer_for_being_one_line(piece: str) -> None:
    count = 100_000 // len(piece)
    views = [View(piece * count), View("\n".join([piece * (199 // len(piece))] * 500))]
    start = time.perf_counter()
    for view in views:
        for read in (lines, sentences, publication):
            read(view)
        parse_jalali_datetime(view.raw)
    # A tenth of it is usual; what backtracks takes minutes.
    assert time.perf_counter() - start < 5
