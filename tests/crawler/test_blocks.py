"""Text of elements, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crawler.pages.blocks import squeeze, text_lines
from crawler.pages.footer import without_footer


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("a<!-- c -->b <script>x</script>c", ["ab c"]),
        ("<p>a <b>b</b>c<p>d<br>e", ["a bc", "d", "e"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("<p> a\n\t b&nbsp;&nbsp;c </p><p>&nbsp;</p>", ["a b c"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
        ("<table><tr><th>a<th>b<tr><td><p>c</p><td>d e</table>", ["a | b", "c | d e"]),
        ("<table><tr><td>a</td><td></td><td>c</td></tr></table>", ["a | | c"]),
        ("<table><tr><td></td><td>b</td></tr><tr><td></td><td>&nbsp;</td></tr></table>", ["| b"]),
        # Pages laid out in tables: one cell, or tables in cells.
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", ["a", "b"]),
        ("<table><tr><td>x</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", ["x", "a | b"]),
        ("a<span style='display: none'>b</span><i hidden>c</i><form>d</form><figure>e</figure>", ["a", "e"]),
        ("پیش\u200cتر <b>می\u200c</b>رود", ["پیش\u200cتر می\u200cرود"]),
    ],
)
def test_lines_are_those_that_a_reader_sees(markup, lines):
    assert text_lines(html.fromstring(f"<div>{markup}</div>")) == lines


def test_dropped_elements_leave_the_text_after_them():
    root = html.fromstring("<div>a <b>b</b> c <i>d</i> e</div>")
    assert text_lines(root, [root.find("b"), root.find("i")]) == ["a c e"]


@given(st.text())
def test_squeezing_keeps_every_character_but_white_space(text):
    assert squeeze(text).split() == text.split()


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["خبر.", "انتهای پیام/"], 1),
        (["خبر.", "انتهاي پيام"], 1),
        (["خبر.", "/ انتهای\u200cپیام / ۴۲"], 1),
        (["خبر.", "انتهای پیام", "پیوند"], 1),
        (["خبر.", "او گفت انتهای پیام روشن است."], 2),
        (["انتهای پیام/", "خبر", "های", "دیگر", "این", "صفحه"], 6),
        ([], 0),
    ],
)
def test_the_end_mark_ends_the_news_only_alone_and_at_the_end(lines, kept):
    assert without_footer(lines) == lines[:kept]
