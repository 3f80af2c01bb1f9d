"""The only doorway to what is stored: plain synchronous functions, one transaction each.

Any thread may call them, but not a running event loop; Django must be set up, and `migrate()` have been called once.
"""

from corpus.store.article_rows import Saved, article, articles, known, save_article
from corpus.store.copies import compare_stored
from corpus.store.database import UnstorableError
from corpus.store.linked import copies_of, original_of
from corpus.store.opening import migrate
from corpus.store.reading import (
    Counts,
    Numbered,
    Page,
    Row,
    bodies,
    counts,
    cursor,
    indicators,
    numbered,
    of_article,
    page,
    publishers,
    record,
    records,
)
from corpus.store.record_rows import OutdatedError, SavedRecords, save_records
from corpus.store.selection import Selection

__all__ = [
    "Counts",
    "Numbered",
    "OutdatedError",
    "Page",
    "Row",
    "Saved",
    "SavedRecords",
    "Selection",
    "UnstorableError",
    "article",
    "articles",
    "bodies",
    "compare_stored",
    "copies_of",
    "counts",
    "cursor",
    "indicators",
    "known",
    "migrate",
    "numbered",
    "of_article",
    "original_of",
    "page",
    "publishers",
    "record",
    "records",
    "save_article",
    "save_records",
]
