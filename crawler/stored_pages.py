"""Stored pages: a page and, next to it, what reading it must give. They prove each layout of a publisher.

A stored page is a folder `<code>/<year of the layout's since>-<what it shows>` with `page.html` and `expected.json`:
`url` (null for a bare file), `article` or `not_an_article`, and `fetched` where the page is younger than `STORED_AT`.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.schema import Article
from crawler.pages.outcomes import NotAnArticle
from crawler.parsing import parse

PAGE = "page.html"
EXPECTED = "expected.json"
# When stored pages were fetched, unless they say otherwise: what lies later is a date in the future.
STORED_AT = datetime(2026, 11, 1, tzinfo=UTC)
_NAME = re.compile(r"(?P<year>\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*")
# What the address gives, or nothing on the page.
_NOT_COMPARED = {"url", "id", "language", "fetched", "warc"}


def year_of(name: str) -> int | None:
    """The year that a stored page's name begins with, its layout's; None where the name is not of the form."""
    match = _NAME.fullmatch(name)
    return int(match["year"]) if match else None


def folders(pages: Path, code: str) -> list[Path]:
    """The stored pages of a publisher, in alphabetical order."""
    return sorted(path.parent for path in (pages / code).glob(f"*/{EXPECTED}"))


def expected(folder: Path) -> dict[str, Any]:
    """What reading the page must give. Raises OSError, and ValueError for what is no JSON."""
    loaded: dict[str, Any] = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
    return loaded


def found(folder: Path) -> dict[str, Any]:
    """What reading the page gives now, in the form of `expected`. Raises UndecodablePage."""
    wanted = expected(folder)
    outcome = outcome_of((folder / PAGE).read_bytes(), wanted["url"], _fetched(wanted))
    return _dated(outcome, wanted.get("fetched"))


def outcome_of(body: bytes, url: str | None, now: datetime) -> dict[str, Any]:
    """A page read, in the form of `expected`. Raises UndecodablePage."""
    try:
        article = parse(body, url, name=None if url else PAGE, now=now)
    except NotAnArticle as outcome:
        return {"url": url, "not_an_article": outcome.reason}
    return {"url": url, "article": told(article)}


def told(article: Article) -> dict[str, Any]:
    """The filled fields of an article, as JSON has them."""
    fields = article.model_dump(mode="json", exclude=_NOT_COMPARED)
    return {field: value for field, value in fields.items() if value not in (None, [], {})}


def write(folder: Path, body: bytes, url: str | None, now: datetime) -> dict[str, Any]:
    """Store a page with what reading it gives now, and return that. Raises OSError and UndecodablePage."""
    outcome = _dated(outcome_of(body, url, now), now.isoformat() if now > STORED_AT else None)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PAGE).write_bytes(body)
    (folder / EXPECTED).write_text(json.dumps(outcome, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return outcome


def _fetched(wanted: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(wanted["fetched"]) if "fetched" in wanted else STORED_AT


def _dated(outcome: dict[str, Any], fetched: str | None) -> dict[str, Any]:
    return outcome | {"fetched": fetched} if fetched else outcome
