"""The frontier: a durable store of every page and list seen, when, and with which outcome.

SQLite in WAL mode: what is committed survives a kill at any moment. Nothing is lost: a link is stored before the
list that named it counts as read, and a page counts as done only after its article is kept. At most the requests in
flight are repeated.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal, Self

from crawler.visits import FRESH_HOURS, next_visit, pause_after, utc_now, wait_after

Outcome = Literal["stored", "not_an_article", "blocked", "http_error", "robots", "failed", "off_topic", "gone"]
_SCHEMA = Path(__file__).with_name("frontier.sql")
# Pages that were not tried, and outcomes that another day can change. A run tries each page once; what one passed over
# for its topic is open to a run on another topic or on none.
_NEXT_PAGE = """
SELECT url, address FROM pages
WHERE publisher = ? AND open AND run IS NOT ? AND attempts < ? AND (day IS NULL OR day BETWEEN ? AND ?)
AND (outcome IS NOT 'off_topic' OR detail IS NOT ?) AND (not_before IS NULL OR not_before <= ?)
ORDER BY day DESC, url DESC LIMIT 1
"""
_NEXT_VISIT = """
SELECT url, address, etag, last_modified FROM pages
WHERE publisher = ? AND visit <= ? AND run IS NOT ?
ORDER BY visit DESC LIMIT 1
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
    """A page to fetch: its canonical address and the one to ask for.

    `again`: a stored article to be looked at again, with what its last answer said about itself.
    """

    url: str
    address: str
    again: bool = False
    etag: str | None = None
    last_modified: str | None = None


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
    """The store of one state folder; `run` names the crawl that is going on, `clock` tells the time.

    `anyway`: what failed is tried and who refused is asked again before the time is up.
    """

    def __init__(self, path: Path, run: str, *, clock: Callable[[], datetime] = utc_now, anyway: bool = False) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._run = run
        self._clock = clock
        self._anyway = anyway
        self._database = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._bring_up_to_date()
        self._database.executescript(_SCHEMA.read_text(encoding="utf-8"))

    def _bring_up_to_date(self) -> None:
        """Give the table of an earlier version its new columns."""
        known = {row[1] for row in self._database.execute("PRAGMA table_info(pages)")}
        for column in ("not_before", "published", "visit"):
            if known and column not in known:
                self._database.execute(f"ALTER TABLE pages ADD COLUMN {column} TEXT")

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
            (publisher, self._run, _MOST_ATTEMPTS, *days, topic, "9999" if self._anyway else self._now()),
        ).fetchone()
        if row is None:
            return None
        self._database.execute("UPDATE pages SET run = ? WHERE url = ?", (self._run, row[0]))
        return Listed(*row)

    def next_visit(self, publisher: str) -> Listed | None:
        """The stored article that is due to be looked at again and that this run has not asked for."""
        row = self._database.execute(_NEXT_VISIT, (publisher, self._now(), self._run)).fetchone()
        if row is None:
            return None
        self._database.execute("UPDATE pages SET run = ? WHERE url = ?", (self._run, row[0]))
        return Listed(row[0], row[1], True, row[2], row[3])

    def mark_page(  # noqa: PLR0913 - all that is known of a try
        self,
        url: str,
        outcome: Outcome,
        detail: str = "",
        *,
        again: bool = False,
        answer: Answer | None = None,
        published: datetime | None = None,
        hours: Sequence[float] = FRESH_HOURS,
        asked: timedelta | None = None,
    ) -> None:
        """Record how trying a page ended; `again`: a later run may find it otherwise, later the more often it failed.

        For `stored`, call it only after the article is kept; `hours` after it was `published` it is looked at again.
        `asked`: how long the site wants to be left alone.
        """
        seen = answer or Answer()
        failures = self._database.execute("SELECT attempts FROM pages WHERE url = ?", (url,)).fetchone()
        wait = wait_after(failures[0] if failures else 0, asked) if again else None
        self._database.execute(
            "UPDATE pages SET outcome = ?, detail = ?, open = ?, tried = ?, run = ?, attempts = attempts + 1,"
            " etag = ?, last_modified = ?, digest = ?, published = ?, visit = ?, not_before = ? WHERE url = ?",
            (
                *(outcome, detail, again, self._now(), self._run, seen.etag, seen.last_modified, seen.digest),
                *(_stamp(published), _stamp(next_visit(published, self._clock(), hours))),
                _stamp(self._clock() + wait) if wait else None,
                url,
            ),
        )

    def put_off(self, url: str, hours: Sequence[float] = FRESH_HOURS) -> None:
        """A stored article was looked at, or could not be; it stays as it is until the next of its hours."""
        row = self._database.execute("SELECT published FROM pages WHERE url = ?", (url,)).fetchone()
        published = datetime.fromisoformat(row[0]) if row and row[0] else None
        self._database.execute(
            "UPDATE pages SET tried = ?, run = ?, visit = ? WHERE url = ?",
            (self._now(), self._run, _stamp(next_visit(published, self._clock(), hours)), url),
        )

    def pause(self, publisher: str, asked: timedelta | None = None) -> datetime:
        """Leave a publisher alone, longer each time it refuses on end; returns until when."""
        row = self._database.execute("SELECT times FROM pauses WHERE publisher = ?", (publisher,)).fetchone()
        times = row[0] if row else 0
        until = self._clock() + pause_after(times, asked)
        self._database.execute("REPLACE INTO pauses VALUES (?, ?, ?)", (publisher, _stamp(until), times + 1))
        return until

    def paused_until(self, publisher: str) -> datetime | None:
        """Until when a publisher is to be left alone; None where it may be asked."""
        row = self._database.execute("SELECT until FROM pauses WHERE publisher = ?", (publisher,)).fetchone()
        if row is None or self._anyway:
            return None
        until = datetime.fromisoformat(row[0])
        return until if until > self._clock() else None

    def lift(self, publisher: str) -> None:
        """A publisher that was paused answers again."""
        self._database.execute("DELETE FROM pauses WHERE publisher = ?", (publisher,))

    def add_list(self, publisher: str, url: str, depth: int, day: date | None) -> None:
        """Record a list. It falls due if it is a starting point, new, changed, or of a period not yet settled."""
        stamp = day.isoformat() if day else None
        settled = (self._clock().astimezone(UTC).date() - _SETTLED).isoformat()
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
        self._database.execute(
            "UPDATE lists SET due = 0, outcome = ?, tried = ? WHERE url = ?", (outcome, self._now(), url)
        )
        if answer:
            self._database.execute(
                "UPDATE lists SET etag = ?, last_modified = ?, digest = ? WHERE url = ?",
                (answer.etag, answer.last_modified, answer.digest, url),
            )

    def outcome(self, url: str) -> Outcome | None:
        """How trying the page with this canonical address ended; None if it was not tried."""
        row = self._database.execute("SELECT outcome FROM pages WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def _now(self) -> str:
        return _stamp(self._clock()) or ""


def _stamp(when: datetime | None) -> str | None:
    """As the store has times: in UTC, so that they sort."""
    return when.astimezone(UTC).isoformat(timespec="seconds") if when else None
