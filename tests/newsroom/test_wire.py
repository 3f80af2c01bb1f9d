"""The wire: articles and the copies that papers made of them."""

from collections import defaultdict

import pytest

from corpus.gold import build
from corpus.newsroom.articles import NewsroomError, load
from corpus.newsroom.wire import everything, load_wire

FILE = """
id: "1402111905299"
publisher: isna
published: "1402-11-19T09:30"
title: یک خبر
lead: چکیده خبر
office: کرمان
body:
  - به گزارش ایسنا، سطر یکم است.
  - سطر دوم است.
  - table: [[الف, ب], [ج, د]]
section: علمی
tags: [برچسب]
copies:
  - publisher: tabnak
    id: "1218899"
    published: "1402-11-19T11:05"
"""


@pytest.fixture
def copy(tmp_path):
    """Loads the file above with further lines about its copy."""

    def loaded(*lines):
        (tmp_path / "one.yml").write_text(FILE + "".join(f"    {line}\n" for line in lines), encoding="utf-8")
        _, found = load_wire(tmp_path)
        return found

    return loaded


def test_a_copy_takes_over_what_it_does_not_change(copy):
    found = copy("origin: ایسنا")
    assert (found.publisher, found.id, found.published) == ("tabnak", "1218899", "1402-11-19T11:05")
    assert found.text.split("\n") == [
        "یک خبر",
        "چکیده خبر",
        "به گزارش ایسنا، سطر یکم است.",
        "سطر دوم است.",
        "الف | ب",
        "ج | د",
    ]
    assert (found.section, found.tags, found.origin, found.source_line) == ("علمی", ("برچسب",), "ایسنا", False)
    assert (found.office, found.kicker) == (None, None)


def test_a_copy_cuts_edits_and_adds(copy):
    found = copy(
        "origin: ایسنا",
        "lead: none",
        "title: خبری دیگر",
        "opening: به گزارش تابناک به نقل از ایسنا،",
        "keep: [0, 1]",
        "edits: {سطر دوم: سطر سوم}",
        "more: [افزوده است.]",
        "tags: []",
    )
    assert found.text.split("\n") == [
        "خبری دیگر",
        "به گزارش تابناک به نقل از ایسنا، سطر یکم است.",
        "سطر سوم است.",
        "افزوده است.",
    ]
    assert found.tags == ()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((), "origin"),
        (("origin: ایسنا", "keep: [7]"), "index out of range"),
        (("origin: ایسنا", "edits: {سطر نهم: x}"), "nothing to edit: سطر نهم"),
        (("origin: ایسنا", "publisher: tabnaak"), "tabnaak"),
        (("origin: ایسنا", "lines: [0]"), "lines"),
    ],
)
def test_a_fault_names_its_file(copy, lines, fault):
    with pytest.raises(NewsroomError, match=fault) as caught:
        copy(*lines)
    assert "one.yml" in str(caught.value)


def test_the_wire_is_no_gold():
    assert len(build.load().documents) == len(load())
    assert not {one.text for one in load_wire()} & {one.text for one in load()}
    assert len(everything()) == len(load()) + len(load_wire())


def test_one_story_stands_in_five_papers_under_other_words():
    shared = defaultdict(set)
    for one in load_wire():
        for line in one.text.split("\n"):
            shared[line].add(one.publisher)
    assert max(map(len, shared.values())) >= 5


def test_the_wire_has_every_form_of_credit_and_of_body():
    wire = load_wire()
    copies = [one for one in wire if one.origin]
    assert sum("به نقل از" in one.text for one in copies) >= 8
    assert sum(one.source_line for one in copies) >= 5
    assert sum("به گزارش" in one.text for one in wire) >= 20
    lengths = [len(one.text) for one in wire]
    assert min(lengths) < 200
    assert max(lengths) > 2500
    assert any(one.kicker for one in wire)
    assert any(not one.lead for one in wire)
    assert any(one.office for one in wire)
    assert len({one.section for one in wire}) >= 15
