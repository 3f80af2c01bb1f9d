"""The linker, the people and the citations, proved by data: `specs/bodies`, `specs/people`, `specs/citations`.

`docs/entities.md` says how a case is written and what counts as what. A known gap must fail: once it passes, unmark it.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.folding import skeleton
from extractor.annotations import Span
from extractor.entities import find_bodies, find_laws, find_people
from extractor.text.view import View

SPECS = Path(__file__).parents[1] / "specs"
type Case = dict[str, Any]
type Result = tuple[Span, Case]
# Compared by letters and digits alone.
NAMES = ("name", "role", "organization")


def _bodies(view: View, case: Case) -> list[Result]:
    return [
        (one, {"id": one.id, "name": one.name, "anaphora": getattr(one, "anaphora", False)})
        for one in find_bodies(view.folded)
    ]


def _people(view: View, case: Case) -> list[Result]:
    found = find_people(view.folded, find_bodies(view.folded))
    return [
        (
            one,
            {
                "name": one.name,
                "role": one.role,
                "organization": one.organization_id or one.organization,
                "anaphora": getattr(one, "anaphora", False),
            },
        )
        for one in found
    ]


def _citations(view: View, case: Case) -> list[Result]:
    return [
        (
            one,
            {
                "id": one.id,
                "name": one.name,
                "parts": [list(part) for part in getattr(one, "parts", ())],
                "anaphora": getattr(one, "anaphora", False),
            },
        )
        for one in find_laws(view.folded, case.get("year"))
    ]


RECOGNISERS: dict[str, Callable[[View, Case], list[Result]]] = {
    "bodies": _bodies,
    "people": _people,
    "citations": _citations,
}


def _cases() -> list[Any]:
    found = []
    for name in RECOGNISERS:
        for path in sorted((SPECS / name).glob("*.json")):
            for number, case in enumerate(json.loads(path.read_text("utf-8")), 1):
                marks = [pytest.mark.xfail(strict=True, reason="known gap")] if case.get("known_gap") else []
                found.append(pytest.param(name, case, id=f"{name}-{path.stem}-{number}", marks=marks))
    return found


def _same(key: str, wanted: object, found: object) -> bool:
    if key in NAMES and isinstance(wanted, str) and isinstance(found, str):
        return skeleton(wanted) == skeleton(found)
    return wanted == found


@pytest.mark.parametrize(("name", "case"), _cases())
def test_case(name: str, case: Case, spellings: Callable[[Case], dict[str, Case]]) -> None:
    for one in case["results"]:
        assert case["input"][one["start"] : one["end"]] == one["text"]
    for spelling, variant in spellings(case).items():
        text = variant["input"]
        view = View(text)
        found = [(view.to_raw(span.start, span.end), value) for span, value in RECOGNISERS[name](view, variant)]
        wanted = [((one["start"], one["end"]), {"anaphora": False} | one) for one in variant["results"]]
        shown = f"{spelling}: {text!r} gives {[(text[slice(*span)], value) for span, value in found]}"
        assert [span for span, _ in found] == [span for span, _ in wanted], shown
        for (_, value), (_, expected) in zip(found, wanted, strict=True):
            for key in expected.keys() & value.keys():
                assert _same(key, expected[key], value[key]), f"{key}: {shown}"
