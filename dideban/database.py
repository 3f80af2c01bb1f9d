"""A database address as Django's settings of a connection."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# WAL lets the desk read while a crawl writes; FULL keeps a committed article even when the power fails.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY"
# Seconds a writer waits for another before "database is locked".
SQLITE_PATIENCE = 60
# Seconds a connection is kept for the next request or call of its thread.
CONNECTION_AGE = 600


def connection_settings(url: str) -> dict[str, Any]:
    """Django's settings of the database at `url`, as checked by `dideban.values.database_url`."""
    parts = urlsplit(url)
    return _sqlite(unquote(parts.path)) if parts.scheme == "sqlite" else _postgresql(url)


def _sqlite(path: str) -> dict[str, Any]:
    file = Path(path.removeprefix("/")).expanduser().absolute()
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": CONNECTION_AGE,
        # IMMEDIATE: a transaction that reads, then writes, would otherwise fail, not wait, when another writes.
        "OPTIONS": {"timeout": SQLITE_PATIENCE, "transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS},
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    port = options.pop("port", None) or str(parts.port or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        "CONN_MAX_AGE": CONNECTION_AGE,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
