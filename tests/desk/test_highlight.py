from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from desk import highlight
from desk.highlight import Marking

# Half of the letters are those that break careless code: astral, joining, combining, right to left, HTML's own.
letters = st.one_of(
    st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("\n\n\r 😀𝒳‌‍ًيك<>&\"'/;"), st.sampled_from("ابپ۱۲ ")
)
texts = st.text(letters, max_size=80)


@st.composite
def marked_texts(draw):
    text = draw(texts)
    places = st.integers(0, len(text))
    names = st.sampled_from(["evidence", "subject", "value", "claimant"])
    spans = draw(st.lists(st.tuples(places, places, names), max_size=8))
    return text, [Marking(min(a, b), max(a, b), name, name.upper()) for a, b, name in spans]


@given(marked_texts())
def test_pieces_are_the_text_and_each_marking_covers_its_own_words(given_):
    text, markings = given_
    pieces = list(highlight.pieces(text, markings))
    assert "".join(piece.text for piece in pieces) == text
    for marking in markings:
        covered = "".join(piece.text for piece in pieces if marking in piece.markings)
        assert covered == text[marking.start : marking.end]
        opened = [piece for piece in pieces if marking in piece.opened]
        assert len(opened) == (marking.start < marking.end)


@given(marked_texts())
def test_the_page_says_the_text_and_no_more(given_):
    text, markings = given_
    page = html.fragment_fromstring(str(highlight.paragraphs(text, markings)), create_parent="div")
    assert plain(page.text_content()) == plain(text)
    assert {one.tag for one in page.iter()} <= {"div", "p", "mark"}


@given(marked_texts(), st.sampled_from(["subject", "value"]))
def test_marks_hold_the_words_of_their_field(given_, name):
    text, markings = given_
    page = html.fragment_fromstring(str(highlight.paragraphs(text, markings)), create_parent="div")
    places = set()
    for one in markings:
        if one.name == name:
            places.update(range(one.start, one.end))
    expected = "".join(char for place, char in enumerate(text) if place in places and char != "\n")
    shown = "".join(mark.text_content() for mark in page.cssselect(f"mark.{name}") if not inside(mark, name))
    assert plain(shown) == plain(expected)


def inside(mark, name):
    return any(name in above.get("class", "").split() for above in mark.iterancestors("mark"))


def plain(text):
    """Without what libxml2's parser itself changes in a page: it drops some code points that are no characters."""
    return "".join(char for char in unescape(text) if char.isprintable() or char in "\n\r ‌‍")


def test_a_label_is_said_once_though_the_field_runs_over_two_paragraphs():
    page = str(highlight.paragraphs("الف\nب", [Marking(0, 5, "value", "مقدار")]))
    assert page.count('data-label="مقدار"') == 1
    assert page.count('<mark class="mark value"') == 2


def test_the_smaller_marking_lies_inside_the_larger():
    markings = [Marking(0, 3, "evidence", ""), Marking(0, 3, "claimant", "گوینده"), Marking(1, 2, "value", "مقدار")]
    page = html.fragment_fromstring(str(highlight.paragraphs("ابپ", markings)), create_parent="div")
    assert [one.text_content() for one in page.cssselect("mark.evidence mark.claimant mark.value")] == ["ب"]


def test_markings_beyond_the_text_are_cut():
    markings = [Marking(1, 9, "value", ""), Marking(5, 9, "value", "")]
    assert [piece.text for piece in highlight.pieces("اب", markings)] == ["ا", "ب"]


def test_blank_lines_stay_in_the_text_but_take_no_room():
    page = html.fragment_fromstring(str(highlight.paragraphs("الف\n \n\nب", [])), create_parent="div")
    assert page.text_content() == "الف\n \n\nب"
    assert [one.get("class") for one in page.cssselect("p")] == [None, "blank", "blank", None]
