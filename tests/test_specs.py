"""The recognisers, proved by data: every case of `specs/<recogniser>/*.json`, in each spelling that Persian pages use.

`docs/recognisers.md` says how a case is written and what counts as what. A known gap must fail: once it passes, unmark
it.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractor.annotations import Span
from extractor.dates import find_dates, mark_as_of
from extractor.quantities import find_numbers, find_quantities
from extractor.text.dateline import publication
from extractor.text.furniture import furniture
from extractor.text.lines import lines
from extractor.text.sentences import sentences
from extractor.text.view import View

SPECS = Path(__file__).parent / "specs"
type Case = dict[str, Any]
type Result = tuple[Span, object]


def _numbers(view: View, case: Case) -> list[Result]:
    found = find_numbers(view.folded)
    values = [round(one.value, 6) for one in found]
    return [
        (one, value if one.kind == "cardinal" else {one.kind: value}) for one, value in zip(found, values, strict=True)
    ]


def _quantities(view: View, *kinds: str) -> list[Result]:
    return [
        (
            one,
            {"comparator": one.comparator, "low": one.low, "high": one.high, "unit": one.unit}
            | ({"kind": one.kind} if one.kind == "points" else {})
            | ({"total": True} if one.total else {}),
        )
        for one in find_quantities(view.folded)
        if one.kind in kinds
    ]


def _dates(view: View, case: Case) -> list[Result]:
    published = case.get("published")
    found = find_dates(view.folded, date.fromisoformat(published) if published else None, case.get("document_year"))
    found = mark_as_of(view.folded, found, find_quantities(view.folded))
    return [
        (
            one,
            {
                "jalali": one.jalali,
                "first": str(one.first),
                "last": str(one.last),
                "precision": one.precision,
                "basis": one.basis,
                "role": one.role,
                "replaces": next(
                    (old.jalali for old in found if one.replaces and old.start == one.replaces.start), None
                ),
            },
        )
        for one in found
    ]


def _deadlines(view: View, case: Case) -> list[Result]:
    return [(span, value) for span, value in _dates(view, case) if value["role"] == "deadline"]  # type: ignore[index]


def _datelines(view: View, case: Case) -> list[Result]:
    found = publication(view)
    if found is None:
        return []
    clock = f"T{found.time:%H:%M}" if found.time else ""
    return [(Span(found.start, found.end), f"{found.date}{clock}")]


RECOGNISERS: dict[str, Callable[[View, Case], list[Result]]] = {
    "numbers": _numbers,
    "percents": lambda view, case: _quantities(view, "percent", "points"),
    "counts": lambda view, case: _quantities(view, "count"),
    "dates": _dates,
    "deadlines": _deadlines,
    "furniture": lambda view, case: [(one, None) for one in sorted(furniture(view))],
    "lines": lambda view, case: [(one, one.kind) for one in lines(view)],
    "sentences": lambda view, case: [(one, None) for one in sentences(view)],
    "datelines": _datelines,
}


def _fits(expected: object, value: object) -> bool:
    """A date may be expected by its Jalali value alone, or by some of its fields."""
    if isinstance(value, dict) and "jalali" in value:
        wanted = expected if isinstance(expected, dict) else {"jalali": expected}
        return all(value[key] == wanted[key] for key in wanted)
    return value == expected


def _cases() -> list[Any]:
    found = []
    for name in RECOGNISERS:
        for path in sorted((SPECS / name).glob("*.json")):
            for number, case in enumerate(json.loads(path.read_text("utf-8")), 1):
                marks = [pytest.mark.xfail(strict=True, reason="known gap")] if case.get("known_gap") else []
                found.append(pytest.param(name, case, id=f"{name}-{path.stem}-{number}", marks=marks))
    return found


@pytest.mark.parametrize(("name", "case"), _cases())
def test_case(name: str, case: Case, spellings: Callable[[Case], dict[str, Case]]) -> None:
    for one in case["results"]:
        assert case["input"][one["start"] : one["end"]] == one["text"]
    for spelling, variant in spellings(case).items():
        text = variant["input"]
        view = View(text)
        found = [(view.to_raw(span.start, span.end), value) for span, value in RECOGNISERS[name](view, variant)]
        wanted = [((one["start"], one["end"]), one.get("value")) for one in variant["results"]]
        shown = [(text[slice(*span)], value) for span, value in found]
        assert [span for span, _ in found] == [span for span, _ in wanted], f"{spelling}: {text!r} {shown}"
        for (_, value), (_, expected) in zip(found, wanted, strict=True):
            assert _fits(expected, value), f"{spelling}: {text!r} {value} != {expected}"
