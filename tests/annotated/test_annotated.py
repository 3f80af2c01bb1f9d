import re
from pathlib import Path

import pytest

from corpus.annotated import BODY, PERSON, Mark, Sentence, Story, read
from corpus.folding import skeleton
from corpus.registry import load

STORIES = read()
SENTENCES = [sentence for story in STORIES for sentence in story.sentences]


def named(label: str) -> list[str]:
    return [one.text[mark.start : mark.end] for one in SENTENCES for mark in one.marks if mark.label == label]


def in_file(name: str) -> list[Story]:
    return [story for story in STORIES if story.file == name]


def test_there_are_enough_stories_and_sentences() -> None:
    assert len(STORIES) >= 180
    assert len(SENTENCES) >= 850


def test_a_story_is_a_few_sentences() -> None:
    assert not [story.id for story in STORIES if not 3 <= len(story.sentences) <= 7]


def test_some_stories_tempt_and_name_nobody() -> None:
    plain = [sentence for story in in_file("plain.txt") for sentence in story.sentences]
    assert len(plain) >= 150
    assert not [sentence.text for sentence in plain if sentence.marks]


def test_most_bodies_are_strangers_to_the_registry() -> None:
    known = {skeleton(name) for body in load().bodies for name in (body.name, *(alias.text for alias in body.aliases))}
    names = {skeleton(name) for name in named(BODY)}
    assert len(names - known) >= 0.55 * len(names)
    assert len(names & known) >= 100


def test_bodies_are_of_two_to_twelve_words() -> None:
    assert not [name for name in named(BODY) if not 2 <= len(name.split()) <= 12]


def test_persons_have_one_to_five_words_and_no_figures() -> None:
    assert not [name for name in named(PERSON) if not re.fullmatch(r"[^\W\d]+(?:[ \u200c][^\W\d]+){0,4}", name)]


def test_no_mark_holds_a_stop_or_a_quotation_mark() -> None:
    assert not [name for name in named(BODY) + named(PERSON) if set(name) & set("«»؛:؟!.\"'")]


def test_a_name_is_marked_wherever_it_stands() -> None:
    names = {name for name in named(BODY) + named(PERSON) if " " in name}
    every = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
    unmarked = [
        (sentence.text, found.group())
        for sentence in SENTENCES
        for found in every.finditer(sentence.text)
        if not any(mark.start <= found.start() and found.end() <= mark.end for mark in sentence.marks)
    ]
    assert not unmarked


def written(folder: Path, text: str) -> Path:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return folder


def test_marks_become_spans_of_the_bare_text(tmp_path: Path) -> None:
    (story,) = read(written(tmp_path, "# one-01\nدیروز [بانک سپه]A از [رضا نیک‌پی]P خواست.\nبی‌نام بود.\n"))
    assert (story.id, story.file) == ("one-01", "one.txt")
    assert story.sentences[0] == Sentence(
        "دیروز بانک سپه از رضا نیک‌پی خواست.", (Mark(6, 14, BODY), Mark(18, 28, PERSON)), 2
    )
    assert story.sentences[1].marks == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# one-01\nدیروز [بانک سپه آمد", 2),
        ("# one-01\nدیروز بانک سپه]A آمد", 2),
        ("# one-01\n[شعبه [بانک سپه]A]A آمد", 2),
        ("# one-01\n[بانک سپه] آمد", 2),
        ("# one-01\n[بانک سپه]B آمد", 2),
        ("# one-01\n[بانک سپه]AP آمد", 2),
        ("# one-01\n[]A آمد", 2),
        ("# one-01\n[بانک سپه ]A آمد", 2),
        ("# one-01\nآمد \n", 2),
        ("بی‌نام آمد\n", 1),
        ("# One\nآمد\n", 1),
        ("# one-01\n\n# one-02\nآمد\n", 1),
        ("# one-01\nآمد\n# one-02\nرفت\n", 3),
        ("# one-01\nآمد\n\n# one-01\nرفت\n", 4),
        ("# one-01\n[بانک سپه]A آمد\n\n# one-02\nبانک‌سپه آمد.\n", 5),
    ],
)
def test_a_fault_is_named_by_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(ValueError, match=rf"^one\.txt:{line}: "):
        read(written(tmp_path, text))
