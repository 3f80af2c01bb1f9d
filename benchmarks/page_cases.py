"""Pages of which the article is known: those of the sample newsroom and the stored ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.newsroom.server import build
from corpus.newsroom.wire import everything
from crawler.stored_pages import EXPECTED, PAGE, STORED_AT, expected

STORED = Path(__file__).parents[1] / "tests" / "crawler" / "pages"
# Later than any article of the newsroom.
FETCHED = datetime(2026, 12, 31, tzinfo=UTC)


@dataclass(frozen=True)
class PageCase:
    """A page as sent, its address, when it was fetched; the lines of its body, and of its heads."""

    page: bytes
    url: str | None
    fetched: datetime
    body: tuple[str, ...]
    heads: frozenset[str]


def newsroom() -> list[PageCase]:
    """The page of every article that the newsroom ships."""
    cases = []
    for site in build(everything()).values():
        for entry, article in zip(site.edition.entries, site.edition.articles, strict=True):
            page = site.pages[entry.stem].render().encode()
            cases.append(_case(page, entry.address, FETCHED, article.text, dict(article.printed)))
    return cases


def stored() -> list[PageCase]:
    """The stored pages that hold an article, but for those of which an encoding or a broken page is the point."""
    cases = []
    for path in sorted(STORED.glob(f"*/*/{EXPECTED}")):
        wanted = expected(path.parent)
        if article := wanted.get("article"):
            fetched = datetime.fromisoformat(wanted["fetched"]) if "fetched" in wanted else STORED_AT
            page = (path.parent / PAGE).read_bytes()
            cases.append(_case(page, wanted["url"], fetched, article["text"], article))
    return cases


def _case(page: bytes, url: str | None, fetched: datetime, text: str, fields: Mapping[str, Any]) -> PageCase:
    heads = frozenset(head for name in ("kicker", "title", "lead") if (head := fields.get(name)))
    body = tuple(line for line in text.split("\n") if line not in heads)
    return PageCase(page, url, fetched, body, heads)
