"""What all store functions share: connections of threads, paging through tables, and the tables themselves."""

from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.models import Model, QuerySet

# Rows read at a time: enough to be quick, few enough to stay small in memory with whole articles.
CHUNK = 200


class UnstorableError(ValueError):
    """An article whose text no database can hold."""


def doorway[**Given, Result](function: Callable[Given, Result]) -> Callable[Given, Result]:
    """`function`, first dropping a connection of this thread that has died or grown old: threads live long."""

    @wraps(function)
    def entered(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        drop_stale_connection()
        return function(*args, **kwargs)

    return entered


def drop_stale_connection() -> None:
    """Close this thread's connection if it is broken or old; never inside a transaction of the caller's."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


def migrate() -> None:
    """Make the database or bring it up to date, quietly. Raises django.db.OperationalError where that cannot be."""
    if connection.vendor == "sqlite":
        _make_folder(Path(connection.settings_dict["NAME"]).parent)
    call_command("migrate", verbosity=0, interactive=False)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OperationalError(f"cannot make the folder {folder}: {fault.strerror}") from fault


def in_chunks[Row: Model](rows: QuerySet[Row], key: str) -> Iterator[Row]:
    """All of `rows` by their unique, growing column `key`, a short query at a time.

    A reader may take hours and write between two rows: no transaction or cursor is held open meanwhile.
    """
    last: Any = None
    while True:
        drop_stale_connection()
        after = rows if last is None else rows.filter(**{f"{key}__gt": last})
        chunk = list(after.order_by(key)[:CHUNK])
        yield from chunk
        if len(chunk) < CHUNK:
            return
        last = getattr(chunk[-1], key)
