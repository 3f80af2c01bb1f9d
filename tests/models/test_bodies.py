import json
import socket
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.annotated import Mark, read
from corpus.folding import fold_characters, skeleton
from corpus.registry import load as registry
from models.bodies import LABELS, ModelError, find_names, installed
from models.bodies.augment import Names, names, respelled, swapped
from models.bodies.data import Text, held_out, joined, labelled, part_of, texts
from models.bodies.figures import measure
from models.bodies.scoring import Score
from models.bodies.tagger import MODEL, load, spans
from models.bodies.tokens import LONGEST, sentences, tokens
from models.bodies.train import enlarged, train

CARD = json.loads((MODEL.parent / "figures.json").read_text(encoding="utf-8"))
STORIES = read()
WRITTEN = "test, as written"
FIRST = ("agriculture-01", "agriculture-07", "agriculture-04")


@pytest.fixture(scope="module")
def figures():
    return measure(STORIES)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("part", CARD)
def test_the_model_gives_the_figures_of_its_card(figures, part, label):
    assert figures[part][label] == pytest.approx(CARD[part][label], abs=0.005)
    # Which names are new depends on the registry, which grows without the model.
    assert figures[part][f"{label} new"]["f1"] == pytest.approx(CARD[part][f"{label} new"]["f1"], abs=0.05)


def test_the_figures_are_good_enough(figures):
    assert figures[WRITTEN]["AGENCY"]["f1"] >= 0.85
    assert figures[WRITTEN]["AGENCY new"]["f1"] >= 0.85
    assert figures[WRITTEN]["PERSON"]["f1"] >= 0.8


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("spelling", ["half-spaces as spaces", "half-spaces dropped", "arabic letters"])
def test_spelling_matters_little(figures, spelling, label):
    assert figures[f"test, {spelling}"][label]["f1"] >= figures[WRITTEN][label]["f1"] - 0.05


def test_the_card_tells_the_figures():
    card = (MODEL.parent / "CARD.md").read_text(encoding="utf-8")
    for label in ("AGENCY", "AGENCY new", "PERSON", "PERSON new"):
        told = CARD[WRITTEN][label]
        row = f"| {label} | {told['names']} | {told['precision']:.3f} | {told['recall']:.3f} | {told['f1']:.3f} |"
        assert row in card


def test_the_file_is_small_and_in_the_package():
    assert MODEL.stat().st_size < 15_000_000
    assert MODEL.parent.name == "bodies"


def test_it_loads_without_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    load.cache_clear()
    assert find_names("سازمان ثبت احوال کشور گزارش داد.")


def test_offsets_are_those_of_the_text_given():
    text = "دیروز\n  «شرکت  داده‌پردازان آریوبرزن» قرارداد بست.\r\nرضا نیک‌پی، مدیرعامل بانک سپه، گفت: نه!"
    found = [(text[one.start : one.end], one.label) for one in find_names(text)]
    assert ("بانک سپه", "AGENCY") in found
    assert ("رضا نیک‌پی", "PERSON") in found
    assert found == [(text[one.start : one.end], one.label) for one in find_names(fold_characters(text))]


def test_names_come_in_order_apart_and_with_a_probability():
    for text in texts(STORIES, "dev"):
        found = find_names(text.text)
        assert all(one.start < one.end and 0 <= one.confidence <= 1 and one.label in LABELS for one in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


ODD = [
    "", " ", "\n\n", "\u200c", "ًٌٍ", "ـ", "ـً", "\x00", "\ud800", "_", "a_b", "²", "٫", "𐍈", "👨‍👩‍👧", "ﷲ", "ﻻ",
    "\ufeff" * 3,     "سازمان", "سازمان " * 1000, "آ" * 5000, "،" * 500, "ي" * 3 + "ك", "1.2.3/4/5", "İ",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_raise_nothing(text):
    assert all(0 <= one.start < one.end <= len(text) for one in find_names(text))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters() | st.sampled_from("سازمان بانک،\u200c ملّی\n.«»۱۲"), max_size=120))
def test_any_text_raises_nothing(text):
    for one in find_names(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()


def test_a_story_goes_to_one_part_by_its_id():
    parts = [part_of(story.id) for story in STORIES]
    assert {part: round(parts.count(part) / len(parts), 1) for part in ("train", "dev", "test")} == {
        "train": 0.7,
        "dev": 0.1,
        "test": 0.2,
    }
    # Whatever is added to the stories, one that was in test stays there.
    assert [part_of(one) for one in FIRST] == ["train", "dev", "test"]


def test_every_mark_becomes_labels_and_comes_back():
    for story in STORIES:
        text = joined(story)
        back = [
            (words[first].start, words[last].end, label)
            for words, given_labels in labelled(text)
            for first, last, label in spans(given_labels)
        ]
        assert back == [(mark.start, mark.end, mark.label) for mark in text.marks]


def test_labels_that_contradict_one_another_still_give_names():
    assert list(spans(["I-AGENCY", "L-AGENCY", "L-PERSON", "B-AGENCY", "B-AGENCY", "O", "U-PERSON", "I-PERSON"])) == [
        (0, 1, "AGENCY"),
        (2, 2, "PERSON"),
        (3, 3, "AGENCY"),
        (4, 4, "AGENCY"),
        (6, 6, "PERSON"),
        (7, 7, "PERSON"),
    ]


def test_tokens_keep_figures_whole_and_drop_marks():
    assert [token.word for token in tokens("تقریباً ۲.۵ درصدِ بانك‌ها، my.gov.ir")] == [
        "تقریبا", "2.5", "درصد", "بانک", "ها", "،", "my", ".", "gov", ".", "ir",
    ]  # fmt: skip


def test_sentences_end_at_stops_and_lines_and_are_never_endless():
    assert [[token.word for token in part] for part in sentences("رفت. آمد؟ ۲.۵\nنه")] == [
        ["رفت", "."],
        ["آمد", "؟"],
        ["2.5"],
        ["نه"],
    ]
    assert max(len(part) for part in sentences("و " * 3 * LONGEST)) == LONGEST


def test_other_names_take_the_places_of_names():
    text = Text("بانک سپه و بانک سپه", (Mark(0, 8, "AGENCY"), Mark(11, 19, "AGENCY")))

    class Always:
        def random(self):
            return 0.0

        def choice(self, every):
            return every[-1]

    other = swapped(text, Names({"بانک": ["بانک سپه", "بانک نمونه‌آباد"]}, {}), Always())
    assert other.text == "بانک نمونه‌آباد و بانک نمونه‌آباد"
    assert [other.text[mark.start : mark.end] for mark in other.marks] == ["بانک نمونه‌آباد"] * 2
    joined_text = respelled(other, "")
    assert [joined_text.text[mark.start : mark.end] for mark in joined_text.marks] == ["بانک نمونهآباد"] * 2


def test_names_of_the_registry_stand_beside_those_of_the_texts():
    found = names([Text("بانک سین", (Mark(0, 8, "AGENCY"),))], registry())
    assert "بانک سین" in found.bodies["بانک"]
    assert len(found.bodies["بانک"]) > 10


def test_training_takes_no_name_of_dev_or_test_from_the_registry():
    held = held_out(STORIES)
    own = texts(STORIES, "train")
    seen = {skeleton(text.text[mark.start : mark.end]) for text in own for mark in text.marks}
    every = {skeleton(text.text[mark.start : mark.end]) for text in enlarged(own, held) for mark in text.marks}
    assert len(every) > len(seen)
    assert not (every - seen) & held
    assert skeleton("سازمان ثبت احوال کشور") not in {
        skeleton(name)
        for among in names(own[:1], registry(), frozenset({skeleton("سازمان ثبت احوال کشور")})).bodies.values()
        for name in among
    }


def test_only_the_sentences_asked_for_are_read():
    text = "شهرداری ساری آمد. بانک سپه رفت.\nوزارت نیرو گفت. سازمان بورس ماند.\nبانک ملی ماند."
    starts = [text.index(word) for word in ("بانک سپه", "سازمان بورس")]
    found = find_names(text, within=[(starts[0], starts[0] + 1), (starts[1] + 3, starts[1] + 4)])
    assert [text[one.start : one.end] for one in found] == ["بانک سپه", "سازمان بورس"]
    assert find_names(text, within=[]) == []
    assert find_names(text, within=[(0, len(text))]) == find_names(text)


@pytest.mark.parametrize("content", [None, b"", b"lCRF", b"no model" * 100, MODEL.read_bytes()[:100_000]])
def test_a_missing_or_damaged_file_is_told(tmp_path, content):
    path = tmp_path / "names"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match="names"):
        find_names("بانک سپه", path)


def test_what_is_installed_is_told():
    assert installed().startswith("names.crfsuite, 2.0 MB, SHA-256 ")
    assert f"AGENCY F1 {CARD[WRITTEN]['AGENCY']['f1']:.3f}" in installed()


def test_the_same_data_gives_the_same_file(tmp_path):
    data = texts(STORIES, "dev")[:12]
    for name in ("one", "two"):
        train(data, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    text = data[0].text
    assert find_names(text, tmp_path / "one") == find_names(text, tmp_path / "two")


def test_scores():
    assert Score(1, 2, 4) == Score(right=1, found=2, expected=4)
    assert (Score(1, 2, 4).precision, Score(1, 2, 4).recall, round(Score(1, 2, 4).f1, 3)) == (0.5, 0.25, 0.333)
    assert Score(0, 0, 0).f1 == 0.0
