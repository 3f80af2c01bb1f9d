"""Making a store ready for use."""

from corpus.store import database
from corpus.store.copies import compare_stored


def migrate() -> None:
    """Make the database or bring it up to date, quietly; articles of an older store are compared for near-copies once.

    Raises django.db.OperationalError where that cannot be.
    """
    database.migrate()
    compare_stored()
