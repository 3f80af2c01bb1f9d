"""The frontier: a durable store of every page and list seen, when, and with which outcome.

SQLite in WAL mode: what is committed survives a kill at any moment. Nothing is lost: a link is stored before the
list that named it counts as read, and a page counts as done only after its article is kept. At most the requests in
flight are repeated.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal, Self

Outcome = Literal["stored", "not_an_article", "blocked", "http_error", "robots", "failed", "off_topic"]
_SCHEMA = Path(__file__).with_name("frontier.sql")
# Pages that were not tried, and outcomes that another day can change. A run tries each page once; what one passed over
# for its topic is open to a run on another topic or on none.
_NEXT_PAGE = """
SELECT url, address FROM pages
WHERE publisher = ? AND open AND run IS NOT ? AND attempts < ? AND (day IS NULL OR day BETWEEN ? AND ?)
AND (outcome IS NOT 'off_topic' OR detail IS NOT ?)
ORDER BY day DESC, url DESC LIMIT 1
"""
_NEXT_LIST = """
SELECT url, depth, etag, last_modified FROM lists
WHERE publisher = ? AND due AND depth BETWEEN ? AND ? AND run IS NOT ? AND (day IS NULL OR day >= ?)
ORDER BY day DESC LIMIT 1
"""
_MOST_ATTEMPTS = 8
# After this the list of a past day, month or year is complete.
_SETTLED = timedelta(days=3)


@dataclass(frozen=True)
class Listed:
    """A page to fetch: its canonical address and the one to ask for."""

    url: str
    address: str


@dataclass(frozen=True)
class Source:
    """A feed or sitemap to fetch, with what its last answer said about itself."""

    url: str
    depth: int
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True)
class Answer:
    """What tells an answer from the next one to the same question."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None


def digest(body: bytes) -> str:
    """The content hash that the frontier keeps."""
    return hashlib.sha256(body).hexdigest()


class Frontier:
    """The store of one state folder; `run` names the crawl that is going on."""

    def __init__(self, path: Path, run: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._run = run
        self._database = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.executescript(_SCHEMA.read_text(encoding="utf-8"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All changes inside, or none of them."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def add_pages(self, publisher: str, pages: Iterable[tuple[Listed, date | None]]) -> int:
        """Record pages that a list names and tell how many are new; of known ones only a missing day is filled in."""
        rows = [(page.url, publisher, page.address, day.isoformat() if day else None) for page, day in pages]
        new = self._database.executemany(
            "INSERT INTO pages (url, publisher, address, day) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", rows
        ).rowcount
        self._database.executemany(
            "UPDATE pages SET day = ? WHERE url = ? AND day IS NULL", [(row[3], row[0]) for row in rows if row[3]]
        )
        return max(new, 0)

    def pass_over(self, urls: Iterable[str], topic: str) -> int:
        """Leave untried pages to runs on another topic or on none; returns how many this changed."""
        return max(
            0,
            self._database.executemany(
                "UPDATE pages SET outcome = 'off_topic', detail = ? WHERE url = ? AND open"
                " AND (outcome IS NULL OR outcome = 'off_topic' AND detail IS NOT ?)",
                [(topic, url, topic) for url in urls],
            ).rowcount,
        )

    def take_up(self, urls: Iterable[str]) -> None:
        """Pages that were passed over are about the topic after all, or about this one."""
        self._database.executemany(
            "UPDATE pages SET outcome = NULL, detail = NULL WHERE url = ? AND outcome = 'off_topic'",
            [(url,) for url in urls],
        )

    def next_page(
        self, publisher: str, since: date | None, until: date | None = None, topic: str | None = None
    ) -> Listed | None:
        """The newest open page that this run has not asked for, of the days given or undated; the run has it from now.

        Of one day's pages the last in the alphabet goes first: numbers of articles grow. Pages that were passed over
        as not about `topic` stay so.
        """
        days = (since.isoformat() if since else "", (until or date.max).isoformat())
        row = self._database.execute(
            _NEXT_PAGE,
            (publisher, self._run, _MOST_ATTEMPTS, *days, topic),
        ).fetchone()
        if row is None:
            return None
        self._database.execute("UPDATE pages SET run = ? WHERE url = ?", (self._run, row[0]))
        return Listed(*row)

    def mark_page(
        self, url: str, outcome: Outcome, detail: str = "", *, again: bool = False, answer: Answer | None = None
    ) -> None:
        """Record how trying a page ended; `again`: a later run may find it otherwise.

        For `stored`, call it only after the article is kept.
        """
        seen = answer or Answer()
        self._database.execute(
            "UPDATE pages SET outcome = ?, detail = ?, open = ?, tried = ?, run = ?, attempts = attempts + 1,"
            " etag = ?, last_modified = ?, digest = ? WHERE url = ?",
            (outcome, detail, again, _now(), self._run, seen.etag, seen.last_modified, seen.digest, url),
        )

    def add_list(self, publisher: str, url: str, depth: int, day: date | None) -> None:
        """Record a list. It falls due if it is a starting point, new, changed, or of a period not yet settled."""
        stamp = day.isoformat() if day else None
        settled = (datetime.now(UTC).date() - _SETTLED).isoformat()
        self._database.execute(
            "INSERT INTO lists (url, publisher, depth, day) VALUES (?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET"
            " due = due OR depth = 0 OR outcome IS NOT 'read' OR day IS NOT excluded.day"
            " OR excluded.day IS NULL OR excluded.day >= ?, day = excluded.day",
            (url, publisher, depth, stamp, settled),
        )

    def next_list(self, publisher: str, since: date | None, depths: range) -> Source | None:
        """The newest due list of these depths that this run has not asked for."""
        row = self._database.execute(
            _NEXT_LIST,
            (publisher, min(depths), max(depths), self._run, since.isoformat() if since else ""),
        ).fetchone()
        if row is None:
            return None
        self._database.execute("UPDATE lists SET run = ? WHERE url = ?", (self._run, row[0]))
        return Source(*row)

    def mark_list(self, url: str, outcome: Literal["read", "failed"], answer: Answer | None = None) -> None:
        """Record how reading a list ended; for `read`, in one transaction with the links it named."""
        self._database.execute("UPDATE lists SET due = 0, outcome = ?, tried = ? WHERE url = ?", (outcome, _now(), url))
        if answer:
            self._database.execute(
                "UPDATE lists SET etag = ?, last_modified = ?, digest = ? WHERE url = ?",
                (answer.etag, answer.last_modified, answer.digest, url),
            )

    def outcome(self, url: str) -> Outcome | None:
        """How trying the page with this canonical address ended; None if it was not tried."""
        row = self._database.execute("SELECT outcome FROM pages WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
