"""The linker, proved by data: every case of `cases/*.json`, in each spelling that Persian pages use.

A case is {input, year?, results: [{text, …}], known_gap?}. Bodies give id and, where it is null, the name is the text's
own; laws the same; people give name, role and organization. A known gap must fail: once it passes, unmark it.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.folding import skeleton
from corpus.registry import load
from extractor.annotations import Span
from extractor.entities import find_bodies, find_laws, find_people
from extractor.text.view import View

CASES = Path(__file__).parent / "cases"
type Case = dict[str, Any]


def _bodies(folded: str, case: Case) -> list[tuple[Span, Case]]:
    return [(one, {"id": one.id, "name": one.name}) for one in find_bodies(folded)]


def _laws(folded: str, case: Case) -> list[tuple[Span, Case]]:
    return [(one, {"id": one.id, "name": one.name}) for one in find_laws(folded, case.get("year"))]


def _people(folded: str, case: Case) -> list[tuple[Span, Case]]:
    return [
        (one, {"name": one.name, "role": one.role, "organization": one.organization_id or one.organization})
        for one in find_people(folded, find_bodies(folded))
    ]


FINDERS: dict[str, Callable[[str, Case], list[tuple[Span, Case]]]] = {"laws": _laws, "people": _people}


def _spellings(text: str) -> dict[str, str]:
    return {
        "as written": text,
        "spaced": text.replace("\u200c", " "),
        "stripped": text.replace("\u200c", ""),
        "Arabic letters": text.replace("ی", "ي").replace("ک", "ك"),
    }


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.json")):
        for number, case in enumerate(json.loads(path.read_text("utf-8")), 1):
            marks = [pytest.mark.xfail(strict=True, reason="known gap")] if case.get("known_gap") else []
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{number}", marks=marks))
    return found


def _same(found: object, wanted: object) -> bool:
    if isinstance(found, str) and isinstance(wanted, str):
        return skeleton(found) == skeleton(wanted)
    return found == wanted


@pytest.mark.parametrize(("name", "case"), _cases())
def test_case(name: str, case: Case) -> None:
    for spelling, text in _spellings(case["input"]).items():
        view = View(text)
        found = FINDERS.get(name, _bodies)(view.folded, case)
        raw = [text[slice(*view.to_raw(span.start, span.end))] for span, _ in found]
        shown = f"{spelling}: {text!r} gives {[(words, value) for words, (_, value) in zip(raw, found, strict=True)]}"
        assert list(map(skeleton, raw)) == [skeleton(one["text"]) for one in case["results"]], shown
        for (_, value), wanted in zip(found, case["results"], strict=True):
            for field in wanted.keys() & value.keys():
                assert _same(value[field], wanted[field]), f"{field}: {shown}"
            if name not in ("people", "laws"):
                official = load().get(value["id"]).name if value["id"] else wanted.get("name", wanted["text"])
                assert _same(value["name"], official), shown
