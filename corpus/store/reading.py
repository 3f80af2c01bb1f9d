"""Records out of the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Max, QuerySet

from corpus import models
from corpus.folding import skeleton
from corpus.schema import Article, Record
from corpus.store.article_rows import key_of, restore
from corpus.store.database import doorway, in_chunks
from corpus.store.selection import Selection, rows_of

EVERYTHING = Selection()


class Numbered(NamedTuple):
    """A record with its number: where an export can go on from."""

    number: int
    record: Record


class Counts(NamedTuple):
    """How much is stored. `versions` counts all readings of articles, `withdrawn` what the machine took back."""

    articles: int
    versions: int
    records: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Row:
    """A record with what its article says of itself."""

    record: Record
    title: str
    publisher: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the records asked for, newest news first, and how many there are in all."""

    rows: tuple[Row, ...]
    total: int


def records(selection: Selection = EVERYTHING) -> Iterator[Record]:
    """The records asked for, in the order of their numbers, streaming."""
    return (one.record for one in numbered(selection))


def numbered(selection: Selection = EVERYTHING, since: int = 0) -> Iterator[Numbered]:
    """The records asked for whose number is above `since`, in the order of their numbers, streaming.

    Each new or changed record takes the next number as it is committed, so reading on from the last number seen
    misses nothing and repeats only what has changed.
    """
    rows = rows_of(selection).filter(sequence__gt=since)
    return (Numbered(row.sequence, _record(row)) for row in in_chunks(rows, "sequence"))


@doorway
def cursor() -> int:
    """The last number given out; 0 while there is none."""
    return models.Record.objects.aggregate(last=Max("sequence"))["last"] or 0


@doorway
def page(selection: Selection = EVERYTHING, *, offset: int = 0, limit: int = 50) -> Page:
    """`limit` of the records asked for, from the `offset`-th on (from 0): newest news first, in a text's order."""
    asked = rows_of(selection)
    rows = list(asked.select_related("article").order_by("-dated", "-article_id", "place")[offset : offset + limit])
    is_last = len(rows) < limit and (rows or not offset)
    return Page(tuple(map(_row, rows)), offset + len(rows) if is_last else asked.count())


@doorway
def record(name: str) -> tuple[Record, Article] | None:
    """The record with the id `name` and the article as it was when the record was made, or None."""
    if "\0" in name:  # PostgreSQL takes no such text, not even to look for it
        return None
    rows = models.Record.objects.filter(name=name, withdrawn=False)
    row = rows.select_related("version").order_by("-sequence").first()
    return (_record(row), restore(row.version)) if row else None


@doorway
def of_article(document: str) -> tuple[Record, ...]:
    """All records of a document, in the order of its text."""
    rows = models.Record.objects.filter(article__key=key_of(document), withdrawn=False)
    return tuple(map(_record, rows.order_by("place")))


@doorway
def counts() -> Counts:
    """How many articles and records are stored."""
    withdrawn = models.Record.objects.filter(withdrawn=True).count()
    return Counts(
        models.Article.objects.count(),
        models.Version.objects.count(),
        models.Record.objects.count() - withdrawn,
        withdrawn,
    )


@doorway
def indicators() -> dict[str, int]:
    """Codes of indicators that occur, most frequent first, with their number of records."""
    return _tally(rows_of(EVERYTHING).exclude(indicator=None), "indicator")


@doorway
def publishers() -> dict[str, int]:
    """Codes of publishers that occur, most frequent first, with their number of records."""
    return _tally(rows_of(EVERYTHING).exclude(publisher=""), "publisher")


@doorway
def bodies(part: str = "", limit: int = 20) -> dict[str, int]:
    """Names of bodies that have `part` in them, in any spelling, most frequent first, with their number of records."""
    return _tally(rows_of(EVERYTHING).filter(subject_key__contains=skeleton(part)), "subject_name", limit)


def _tally(rows: QuerySet[models.Record], column: str, limit: int | None = None) -> dict[str, int]:
    tallied = rows.values_list(column).annotate(times=Count("pk")).order_by("-times", column)
    return dict(tallied[:limit])


def _record(row: models.Record) -> Record:
    return Record.model_validate_json(row.json)


def _row(row: models.Record) -> Row:
    return Row(_record(row), row.article.title, row.publisher, row.published)
