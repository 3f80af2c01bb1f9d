"""Which answers the archive holds, by address and time: a small database beside the WARC files.

It only repeats what the files say: it is brought up to date before it is asked, and one that is lost is made anew.
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from corpus.schema import WarcReference
from crawler.archived import ArchivedPage, UnreadableArchive, responses
from crawler.publishers import canonical

_logger = logging.getLogger(__name__)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    file TEXT PRIMARY KEY,  -- relative to the state folder
    size INTEGER NOT NULL,  -- its bytes when it was last read
    read INTEGER NOT NULL   -- up to here its records are in `answers`
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    page TEXT NOT NULL,     -- canonical address where a known publisher owns it
    fetched TEXT NOT NULL,  -- UTC
    status INTEGER NOT NULL,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (page, fetched, record)
) WITHOUT ROWID;
"""


class ArchiveIndex:
    """The index of the archive in one state folder, up to date when it is opened."""

    def __init__(self, home: Path) -> None:
        self._home = home
        folder = home / "warc"
        folder.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(folder / "index.sqlite", isolation_level=None, timeout=30)
        self._database.executescript(_SCHEMA)
        self.refresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def refresh(self) -> None:
        """Read what was added to the files since; one that a kill left without a whole record is passed over."""
        for path in sorted((self._home / "warc").glob("*.warc*")):
            name = path.relative_to(self._home).as_posix()
            known = self._database.execute("SELECT size, read FROM files WHERE file = ?", (name,)).fetchone()
            size = path.stat().st_size
            if known is None or known[0] != size:
                self._read(path, name, size, 0 if known is None or size < known[0] else known[1])

    def find(self, url: str, at: datetime | None = None) -> WarcReference | None:
        """The answer to `url` with status 200 that was the newest `at` that moment (aware), or of all."""
        row = self._database.execute(
            "SELECT file, offset, record FROM answers WHERE page = ? AND fetched <= ? AND status = 200"
            " ORDER BY fetched DESC LIMIT 1",
            (canonical(url), _stamp(at) if at else "9"),
        ).fetchone()
        return WarcReference(file=row[0], offset=row[1], record_id=row[2]) if row else None

    def times(self, url: str) -> list[tuple[datetime, int]]:
        """When `url` was fetched and with which status, oldest first."""
        rows = self._database.execute(
            "SELECT fetched, status FROM answers WHERE page = ? ORDER BY fetched", (canonical(url),)
        )
        return [(datetime.fromisoformat(fetched), status) for fetched, status in rows]

    def _read(self, path: Path, name: str, size: int, start: int) -> None:
        with self._together():
            last = start
            try:
                for page in responses(path, start):
                    self._add(page, name)
                    last = page.reference.offset
            except UnreadableArchive as fault:
                _logger.warning("%s", fault)
            # The last answer is read again next time: only what follows it is sure to be whole.
            self._database.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (name, size, last))

    def _add(self, page: ArchivedPage, name: str) -> None:
        found = page.reference
        self._database.execute(
            "INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?, ?)",
            (canonical(page.url), _stamp(page.fetched), page.status, name, found.offset, found.record_id),
        )

    @contextmanager
    def _together(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")


def _stamp(moment: datetime) -> str:
    """Of one length for all moments, so that text sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
