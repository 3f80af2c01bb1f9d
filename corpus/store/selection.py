"""Which records are asked for."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from corpus import models
from corpus.folding import skeleton
from corpus.store.article_rows import key_of
from corpus.store.wanted import wanted


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions that a record meets all of; None asks for nothing.

    `body` is a registry id or part of a body's name, in any spelling. `first` and `last` are days (Gregorian, both
    inclusive, in the installation's time zone) of the article's publication. `text` is words that all occur in the
    record's names, quotes or title, in any spelling and order.
    """

    document: str | None = None
    body: str | None = None
    indicator: str | None = None
    publisher: str | None = None
    kind: str | None = None
    status: str | None = None
    first: date | None = None
    last: date | None = None
    text: str | None = None
    extractor: str | None = None


def rows_of(selection: Selection) -> QuerySet[models.Record]:
    """The rows that `selection` asks for, unordered; withdrawn ones never."""
    rows = models.Record.objects.filter(_columns(selection), withdrawn=False)
    if selection.first:
        rows = rows.filter(published__gte=_midnight(selection.first))
    if selection.last:
        rows = rows.filter(published__lt=_midnight(selection.last + timedelta(days=1)))
    for word in wanted(selection.text or ""):
        rows = rows.filter(words__contains=word)
    return rows


def _columns(selection: Selection) -> Q:
    exact = {
        "article__key": key_of(selection.document) if selection.document else None,
        "indicator": selection.indicator,
        "publisher": selection.publisher,
        "kind": selection.kind,
        "status": selection.status,
        "extractor": selection.extractor,
    }
    asked = Q(**{column: value for column, value in exact.items() if value})
    if selection.body:
        asked &= Q(subject_id=selection.body) | Q(subject_key__contains=skeleton(selection.body))
    return asked


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
