"""Every subject, law and claimant of the gold records is found in its article, under a name that the gold accepts."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.folding import skeleton
from extractor.entities import find_bodies, find_laws, find_people
from extractor.text.view import View

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "seeds.json"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the gold records are not beside the checkout")
# No body: «two oil bodies» of a headline.
DESCRIBED = {skeleton("دو دستگاه نفتی")}


def _gold() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    if GOLD.exists():
        for one in json.loads(GOLD.read_text("utf-8"))["records"]:
            found.setdefault(one["doc"], []).append(one)
    return found


@pytest.mark.parametrize(("document", "records"), _gold().items())
def test_the_names_of_the_gold_are_found(document: str, records: list[dict[str, Any]]) -> None:
    view = View((SHARED / "seeds" / document).read_text("utf-8"))
    bodies = find_bodies(view.folded)
    people = find_people(view.folded, bodies)
    laws = {skeleton(one.name) for one in find_laws(view.folded, 1402)}
    named = {skeleton(name) for one in bodies for name in (one.name, view.folded[one.start : one.end])}
    speakers = {skeleton(text) for one in people for text in (one.name, one.role, one.organization) if text}
    for record in records:
        wanted = set(map(skeleton, record["subject"]))
        assert wanted & (named | DESCRIBED), record["subject"]
        if record["law"]:
            assert any(law.startswith(skeleton(record["law"])) for law in laws), record["law"]
        if record["claimant"]:
            assert set(map(skeleton, record["claimant"])) & (speakers | named), record["claimant"]
