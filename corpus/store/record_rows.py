"""Records into the store."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from corpus import models
from corpus.folding import skeleton
from corpus.schema import Article, Record
from corpus.store.article_rows import key_of, restore
from corpus.store.database import doorway
from corpus.store.order import in_text_order


class OutdatedError(ValueError):
    """Records that do not fit the text in force: the article is unknown, or was changed since it was read."""


class SavedRecords(NamedTuple):
    """What a save did, in records."""

    new: int
    changed: int
    unchanged: int
    withdrawn: int


@doorway
def save_records(document: str, records: Sequence[Record], extractor_version: str) -> SavedRecords:
    """Make `records` what the machine knows of `document`, in one transaction; none at all is fine too.

    A record that is the same as before keeps its number; a new or changed one takes a new number; one that is no
    longer found is withdrawn, not deleted. Raises OutdatedError where the store has no such article or a quote is not
    what its text says, ValueError where records are of another document or share an id.
    """
    _check(document, records)
    with transaction.atomic():
        version = _lock(document)
        article = restore(version)
        _check_quotes(article, records)
        saved = _replace(version, article, records)
        models.Extraction.objects.update_or_create(version=version, extractor=extractor_version)
    return saved


def _check(document: str, records: Sequence[Record]) -> None:
    strangers = {record.document for record in records} - {document}
    if strangers:
        raise ValueError(f"records of {min(strangers)!r} given for {document!r}")
    twice = [name for name, times in Counter(record.id for record in records).items() if times > 1]
    if twice:
        raise ValueError(f"{document!r}: records share the id {twice[0]}")


def _check_quotes(article: Article, records: Sequence[Record]) -> None:
    for record in records:
        for passage in record.evidence:
            if article.text[passage.start : passage.end] != passage.quote:
                raise OutdatedError(f"{record.id}: the text at {passage.start}:{passage.end} is not its quote")


def _lock(document: str) -> models.Version:
    try:
        row = models.Article.objects.select_for_update().get(key=key_of(document))
    except models.Article.DoesNotExist as fault:
        raise OutdatedError(f"no article of {document!r} is stored") from fault
    return models.Version.objects.get(article=row, number=row.version)


def _replace(version: models.Version, article: Article, records: Sequence[Record]) -> SavedRecords:
    before = {row.name: row for row in models.Record.objects.filter(article_id=version.article_id)}
    rows = {
        record.id: models.Record(place=place, **_columns(version, article, record))
        for place, record in enumerate(in_text_order(records))
    }
    gone = [row for name, row in before.items() if not row.withdrawn and name not in rows]
    for row in gone:
        row.withdrawn = True
    same = [row for row in rows.values() if _is_same(before.get(row.name), row)]
    renewed = [row for row in rows.values() if not _is_same(before.get(row.name), row)]
    for row in same:
        row.sequence = before[row.name].sequence
    _number([*renewed, *gone])
    _write(list(rows.values()), gone, before)
    _write_evidence(rows, records)
    known = sum(row.name in before and not before[row.name].withdrawn for row in renewed)
    return SavedRecords(len(renewed) - known, known, len(same), len(gone))


def _is_same(before: models.Record | None, row: models.Record) -> bool:
    return before is not None and not before.withdrawn and before.json == row.json


def _number(rows: list[models.Record]) -> None:
    """Give `rows` the next numbers. The counter's row stays locked till the end, so a later number commits later."""
    if not rows:
        return
    models.Counter.objects.get_or_create(name="record")
    models.Counter.objects.filter(name="record").update(value=F("value") + len(rows))
    last = models.Counter.objects.get(name="record").value
    for number, row in enumerate(rows, last - len(rows) + 1):
        row.sequence = number


def _write(rows: list[models.Record], gone: list[models.Record], before: dict[str, models.Record]) -> None:
    for row in rows:
        row.pk = before[row.name].pk if row.name in before else None
    columns = [field.name for field in models.Record._meta.concrete_fields if not field.primary_key]
    models.Record.objects.bulk_update(gone, ["withdrawn", "sequence"])
    models.Record.objects.bulk_update([row for row in rows if row.pk], columns)
    models.Record.objects.bulk_create([row for row in rows if not row.pk])


def _write_evidence(rows: dict[str, models.Record], records: Sequence[Record]) -> None:
    models.Evidence.objects.filter(record__in=list(rows.values())).delete()
    models.Evidence.objects.bulk_create(
        models.Evidence(
            record=rows[record.id], position=place, start=passage.start, end=passage.end, quote=passage.quote
        )
        for record in records
        for place, passage in enumerate(record.evidence)
    )


def _columns(version: models.Version, article: Article, record: Record) -> dict[str, object]:
    return {
        "name": record.id,
        "article_id": version.article_id,
        "version": version,
        "json": record.model_dump_json(),
        "kind": record.kind,
        "subject_id": record.subject.id,
        "subject_key": " ".join(map(skeleton, (record.subject.name, record.subject.mention))),
        "subject_name": record.subject.name,
        "indicator": record.indicator,
        "unit": record.value.unit if record.value else None,
        "status": record.status,
        "deadline_end": record.deadline.end if record.deadline else None,
        "as_of_start": record.as_of.start if record.as_of else None,
        "published": article.published,
        "dated": article.published or article.fetched or timezone.now(),
        "publisher": article.publisher or "",
        "confidence": record.confidence,
        "extractor": record.extractor,
        "words": _words(article, record),
    }


def _words(article: Article, record: Record) -> str:
    claimant = record.claimant
    said = [
        article.title,
        record.subject.name,
        record.subject.mention,
        *((claimant.name, claimant.organization, claimant.mention) if claimant else ()),
        *((record.legal_basis.name, record.legal_basis.mention) if record.legal_basis else ()),
        *(passage.quote for passage in record.evidence),
    ]
    return " ".join(skeleton(words) for words in said if words)
