"""Whose words a place of a text is, proved by data: the cases of `tests/specs/claimants`, in each spelling.

A case is {text, published?, at, claimant, known_gap?, gap_in?, why?}: `at` are words of the text, once in it, and
`claimant` who says what stands there, {name?, role?, organization?}, or null for the paper itself. What a claimant
leaves out is not judged. `known_gap` is for the text as written, `gap_in` for some of its spellings; `why` tells.
A case of several places holds them as `places`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from corpus.gold.matching import same_name
from corpus.schema import Article, Claimant
from extractor.claims.reading import Reading
from extractor.dates.calendar import gregorian
from extractor.document import Document
from extractor.pipeline import read
from tests.claims.cases import spellings

FOLDER = Path(__file__).parents[1] / "specs" / "claimants"


@dataclass(frozen=True)
class Asked:
    """A text with a place in it and who speaks there; None for the paper."""

    text: str
    at: str
    claimant: dict[str, str | None] | None
    published: str | None = None

    @property
    def document(self) -> Document:
        """The text as the pipeline reads it."""
        day = self.published and gregorian(*map(int, self.published.split("-")))
        moment = datetime(day.year, day.month, day.day, 8, tzinfo=UTC) if day else None
        ((_, document),) = read(Article(id="text", text=self.text, published=moment))
        return document


def said_by(asked: Asked) -> Claimant | None:
    """Who says what stands at the place that is asked for."""
    document = asked.document
    begin = asked.text.index(asked.at)
    place, _ = document.view.to_folded(begin, begin + len(asked.at))
    sentence = next(one for one in document.sentences if one.start <= place < one.end)
    voice = Reading(document).voices.of(sentence, place)
    return voice.claimant if voice else None


def agrees(wanted: dict[str, str | None] | None, found: Claimant | None) -> bool:
    """Whether `found` is the claimant wanted; what is left out is not judged."""
    if wanted is None or found is None:
        return wanted is None and found is None
    return all(_same(name, getattr(found, field)) for field, name in wanted.items())


def _same(wanted: str | None, found: str | None) -> bool:
    return found is None if wanted is None else same_name([wanted], [found])


def _parameters() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.json")):
        for number, case in enumerate(json.loads(path.read_text("utf-8")), start=1):
            for one in _places(case):
                yield from _spelt(f"{path.stem} {number}: {one['at']}", one)


def _places(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The places that a case asks for: its own, or each of its `places`."""
    for place in case.get("places", [case]):
        yield {"text": case["text"], "published": case.get("published")} | place


def _spelt(name: str, one: dict[str, Any]) -> Iterator[Any]:
    if one["text"].count(one["at"]) != 1:
        raise ValueError(f"{name}: the words are to stand once in the text")
    if (one.get("known_gap") or one.get("gap_in")) and not one.get("why"):
        raise ValueError(f"{name}: say why")
    others = {} if one.get("known_gap") else spellings(one["text"])
    for spelling, text in ({"": one["text"]} | others).items():
        at = spellings(one["at"]).get(spelling, one["at"])
        gap = one.get("known_gap") if not spelling else spelling in one.get("gap_in", [])
        marks = [pytest.mark.xfail(strict=True, reason=one["why"])] if gap else []
        asked = Asked(text, at, one["claimant"], one.get("published"))
        yield pytest.param(asked, id=f"{name} ({spelling})" if spelling else name, marks=marks)


@pytest.mark.parametrize("asked", list(_parameters()))
def test_claimant(asked: Asked) -> None:
    found = said_by(asked)
    assert agrees(asked.claimant, found), f"{found} for {asked.claimant}"
