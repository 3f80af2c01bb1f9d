"""Every figure and deadline of the real articles' facts is recognised, with its value, in its own words.

The articles and their facts lie beside the checkout; without them the tests are skipped.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.schema import Article
from extractor.annotations import DateMention, Quantity
from extractor.document import Document
from extractor.pipeline import read

SHARED = Path(__file__).parents[3] / "shared"
ALL = re.compile("همه|تمام|کلیه")
GOLD = SHARED / "gold" / "seeds.json"


def _gold() -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(GOLD.read_text("utf-8")) if GOLD.exists() else {"documents": [], "records": []}
    return gold


def _facts(field: str) -> list[Any]:
    """Facts that state `field`; «all services» is no figure, it becomes 100 percent of a duty in the claims."""
    stated = [one for one in _gold()["records"] if one.get(field)]
    wanted = [one for one in stated if field != "value" or not ALL.search(one["quote"])]
    found = [pytest.param(one, id=f"{one['doc'][:3]}-{at}") for at, one in enumerate(wanted)]
    return found or [pytest.param(None, marks=pytest.mark.skip(reason="the real articles are not here"))]


@cache
def _read(name: str) -> Document:
    published = {one["doc"]: one["published_gregorian"] for one in _gold()["documents"]}[name]
    text = (SHARED / "seeds" / name).read_text("utf-8")
    article = Article(id=name, text=text, published=f"{published}T12:00:00+03:30" if published else None)
    ((_, document),) = read(article)
    return document


@pytest.mark.parametrize("fact", _facts("value"))
def test_figures(fact: dict[str, Any]) -> None:
    document = _read(fact["doc"])
    value = fact["value"]
    found = [one for one in document.quantities if _within(document, one, fact) and _says(one, value)]
    assert found, fact["quote"]
    start, end = document.view.to_raw(found[0].start, found[0].end)
    assert document.view.raw[start:end].strip() == document.view.raw[start:end] != ""


def _within(document: Document, one: Quantity | DateMention, fact: dict[str, Any]) -> bool:
    start, end = document.view.to_raw(one.start, one.end)
    return fact["start"] <= start and end <= fact["end"]


def _says(one: Quantity, value: dict[str, Any]) -> bool:
    return (one.comparator, one.low, one.high, one.unit) == (
        value["comparator"],
        value["low"],
        value["high"],
        value["unit"],
    )


@pytest.mark.parametrize("fact", _facts("deadline"))
def test_deadlines(fact: dict[str, Any]) -> None:
    document = _read(fact["doc"])
    deadlines = [one for one in document.dates if one.role == "deadline"]
    wanted = (fact["deadline"]["jalali"], fact["deadline"]["end"])
    assert wanted in {(one.jalali, one.last and one.last.isoformat()) for one in deadlines}
