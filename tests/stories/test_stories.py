"""The stories that the reader of figures learns from: read without a fault, marked with what the registry knows."""

from typing import get_args

import pytest

from corpus.newsroom.spelling import Spelling
from corpus.registry import load
from corpus.schema import Status
from corpus.stories import Mark, Story, StoryError, read, respelled

STORIES = read()
INDICATORS = {one.code for one in load().indicators}
STATUSES = set(get_args(Status))


def test_no_two_stories_have_one_id() -> None:
    assert len({story.id for story in STORIES}) == len(STORIES) > 400


def test_a_third_states_nothing() -> None:
    assert sum(not story.marks for story in STORIES) >= len(STORIES) / 3


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_labels_are_known(story: Story) -> None:
    for mark in story.marks:
        if mark.label.startswith("="):
            assert mark.label[1:] in STATUSES
        else:
            kind, _, indicator = mark.label.rpartition(" ")
            assert kind in ("", "duty", "promise")
            assert indicator in INDICATORS
        assert all(mark.owners)


def test_marks_are_taken_out_of_the_text(tmp_path) -> None:
    written = "# a-1 1402-10-01\nسازمان [۲۲ خدمت](services.total @سازمان «الف» +@platform) دارد.\n\n# a-2 -\nهیچ.\n"
    (tmp_path / "a.txt").write_text(written, encoding="utf-8")
    first, second = read(tmp_path)
    assert first == Story(
        "a-1", "1402-10-01", "سازمان ۲۲ خدمت دارد.", (Mark(7, 14, "services.total", ("سازمان «الف»", "platform")),)
    )
    assert second == Story("a-2", None, "هیچ.", ())


@pytest.mark.parametrize("written", ["بی سر\n", "# a-1 1402\nمتن\n", "# a-1 -\n", "# a-1 -\nخدمت [۲](x\n"])
def test_a_fault_names_file_and_line(tmp_path, written: str) -> None:
    (tmp_path / "bad.txt").write_text(written, encoding="utf-8")
    with pytest.raises(StoryError, match=r"bad\.txt:1"):
        read(tmp_path)


@pytest.mark.parametrize("spelling", [Spelling(halfspace="space"), Spelling(halfspace="none", arabic_letters=True)])
def test_another_spelling_keeps_the_marks_in_place(spelling: Spelling) -> None:
    for story in STORIES[:100]:
        other = respelled(story, spelling)
        assert len(other.marks) == len(story.marks)
        for mark, known in zip(other.marks, story.marks, strict=True):
            words = other.text[mark.start : mark.end]
            assert len(words) <= known.end - known.start
            assert words.strip() == words
