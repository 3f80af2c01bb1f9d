"""The bodies that a reader marked in the five articles are found and linked, and little else is.

`seed_bodies.json` holds the marks alone, as [start, end, id] in code points of each article's text: all bodies by the
rule of docs/entities.md, those below a body too, without anaphora, platforms and groups («دستگاه‌ها»). The articles
themselves are not part of the checkout.
"""

import json
from pathlib import Path

import pytest

from extractor.entities import find_bodies
from extractor.text.view import View

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
MARKS = Path(__file__).parent / "seed_bodies.json"
LEAST = 0.95
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the articles are not beside the checkout")
type Place = tuple[str, int, int]
type Marks = dict[Place, str | None]


def _marked() -> Marks:
    files: dict[str, list[tuple[int, int, str | None]]] = json.loads(MARKS.read_text("utf-8"))
    return {(file, start, end): known for file, marks in files.items() for start, end, known in marks}


def _found(file: str) -> Marks:
    view = View((SEEDS / file).read_bytes().decode("utf-8"))
    bodies = [one for one in find_bodies(view.folded) if one.type == "agency" and not one.anaphora]
    return {(file, *view.to_raw(one.start, one.end)): one.id for one in bodies}


def _without(marks: Marks, others: Marks) -> str:
    left = sorted(place for place, known in marks.items() if place not in others or others[place] != known)
    return "\n".join(f"  {file} {start}:{end} {marks[file, start, end]}" for file, start, end in left) or "  none"


def test_the_bodies_of_the_articles_are_found_and_linked() -> None:
    marked = _marked()
    found = {place: known for file in {place[0] for place in marked} for place, known in _found(file).items()}
    spans = len(marked.keys() & found.keys())
    linked = len(marked.items() & found.items())
    figures = {
        name: (right / max(1, len(found)), right / len(marked)) for name, right in (("spans", spans), ("ids", linked))
    }
    misses = f"missed:\n{_without(marked, found)}\nfound, not marked:\n{_without(found, marked)}"
    assert min(figures["ids"]) >= LEAST, f"(precision, recall): {figures}\n{misses}"
