"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.pages.decode import decode
from crawler.pages.outcomes import UndecodablePage

PERSIAN = "سازمان اداري و استخدامي کشور از پيوستن دستگاهها به پنجره خبر داد. پژوهش، گچ و چاپ."
IRAN = {"content-type": "text/html; charset=windows-1256"}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf_8_is_read_as_it_is(text):
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides(encoding):
    assert decode(PERSIAN.encode(encoding), IRAN) == PERSIAN


@pytest.mark.parametrize(
    "headers",
    [None, {}, IRAN, {"Content-Type": "text/html; charset=utf-8"}, {"Content-Type": "text/html; charset=nonsense"}],
)
def test_windows_1256_is_known_by_its_letters_whatever_is_declared(headers):
    assert decode(PERSIAN.encode("cp1256"), headers) == PERSIAN


def test_utf_8_declared_as_windows_1256_is_utf_8():
    html = f'<meta charset="windows-1256">{PERSIAN}'
    assert decode(html.encode(), IRAN) == html


def test_the_encoding_in_the_page_is_read():
    html = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">{PERSIAN}'.translate(
        str.maketrans("پگچژک", "بكجزك")
    )
    assert decode(html.encode("iso-8859-6", errors="strict")) == html


def test_a_stray_byte_in_a_long_page_is_a_slip():
    body = (PERSIAN * 60).encode()
    assert decode(body[:3000] + b"\xff" + body[3000:]).count("\ufffd") == 1


@pytest.mark.parametrize(
    "body",
    [
        bytes(range(128, 256)) * 9,
        b"\x80\x81\xfe",
        PERSIAN.encode()[:-2] * 3,
        "日本語の記事です".encode("shift_jis"),
        b"GIF89a\0\1",
    ],
)
def test_what_is_neither_is_refused(body):
    with pytest.raises(UndecodablePage):
        decode(body)
