"""The shipped reader of figures gives the figures of its card, on articles that it was not trained on."""

import json
import socket

import pytest

from extractor.claims.learned.reading_figures import FILE, measure, read_figures
from extractor.claims.learned.reading_figures import card as as_told
from models.claims import FIGURES, Judgement, Reader
from models.claims.train import NONE, tally, train

TOLD = json.loads(FILE.read_text(encoding="utf-8"))
COLUMNS = ("precision", "recall", "f1")


@pytest.fixture(scope="module")
def read():
    return read_figures()


@pytest.mark.parametrize("least", TOLD)
def test_the_reader_gives_the_figures_told(read, least):
    found = measure(read)[least]
    # The rules are among its features, and grow without it.
    assert [found[one] for one in COLUMNS] == pytest.approx([TOLD[least][one] for one in COLUMNS], abs=0.03)


def test_what_it_is_sure_of_is_right_nearly_always(read):
    assert TOLD["from 0.8"]["precision"] >= 0.8
    assert TOLD["from 0.95"]["precision"] >= TOLD["from 0.8"]["precision"] >= TOLD["from 0"]["precision"]
    assert all(0 <= one.sure <= 1 for one in read)


def test_the_card_tells_the_figures():
    card = (FIGURES.parent / "CARD.md").read_text(encoding="utf-8")
    assert "\n".join(as_told(TOLD)) in card


def test_the_file_is_small():
    assert FIGURES.stat().st_size < 3_000_000


def test_it_reads_without_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    (told,) = Reader(FIGURES).judge([["unit=percent", "sign=None"]])
    assert told.label in Reader(FIGURES).labels


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(OSError, match="none"):
        Reader(tmp_path / "none.crfsuite").judge([["unit=percent"]])


def test_a_judgement_knows_the_other_labels():
    told = Judgement("a", 0.7, (("b", 0.2),))
    assert (told.of("a"), told.of("b"), told.of("c")) == (0.7, 0.2, 0.0)


def test_the_same_passages_give_the_same_file(tmp_path):
    passages = [
        {"id": str(number), "features": [["unit=percent", f"w{number % 3}"]], "labels": ["x" if number % 3 else NONE]}
        for number in range(30)
    ]
    for name in ("one", "two"):
        train(passages, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert Reader(tmp_path / "one").judge([["unit=percent", "w0"]])[0].label == NONE


def test_tally_counts_facts_only():
    pairs = [("x", "x"), ("x", NONE), (NONE, "x"), (NONE, NONE)]
    assert tally(pairs)[0] == "all facts: precision 0.500 recall 0.500 f1 0.500 (1 of 2, 2 found)"
