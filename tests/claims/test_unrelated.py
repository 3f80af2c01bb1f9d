"""Opinion, sport, market and other pages full of percents, counts, dates and names of bodies give no record."""

from pathlib import Path

import pytest
import yaml

from corpus.schema import Article
from extractor import extract

FOLDER = Path(__file__).parents[2] / "corpus" / "gold" / "unrelated"
PAGES = [page for path in sorted(FOLDER.glob("*.yml")) for page in yaml.safe_load(path.read_text(encoding="utf-8"))]
# Of sixty.
WRONG = 2


def test_there_are_sixty_pages_of_all_sorts() -> None:
    assert len(PAGES) >= 60
    assert len({page["id"] for page in PAGES}) == len(PAGES)
    assert {page["split"] for page in PAGES} == {"dev", "test"}


def test_hardly_a_page_gives_a_record() -> None:
    wrong = {page["id"]: _records(page) for page in PAGES}
    told = {name: records for name, records in wrong.items() if records}
    assert len(told) <= WRONG, told


def _records(page: dict[str, str]) -> list[str]:
    text = f"{page['title']}\n{page['text']}"
    found = extract(Article(id=page["id"], text=text, title=page["title"]))
    return [f"{one.subject.name} {one.indicator} {one.evidence[0].quote}" for one in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["id"])
def test_pages_are_whole(page: dict[str, str]) -> None:
    assert len(page["text"]) > 600
    assert any(character.isdigit() for character in page["text"]), "a page without figures proves nothing"
