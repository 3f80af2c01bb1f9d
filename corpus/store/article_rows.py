"""Articles in and out of the store."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

from django.db import transaction
from django.db.models import F, QuerySet

from corpus import models
from corpus.schema import Article
from corpus.store.copies import compare, origin_code
from corpus.store.database import CHUNK, UnstorableError, doorway, in_chunks

Saved = Literal["new", "unchanged", "changed"]

# What differs at each visit though the news is the same.
_OF_THE_VISIT = {"fetched", "warc", "provenance"}


@doorway
def save_article(article: Article) -> Saved:
    """Store `article` once under its document; say whether it was new, unchanged or changed.

    A changed text or fact adds a version and keeps the old one; the circumstances of the visit (fetched, warc,
    provenance) and the order of tags do not count as a change. What is new or changed is linked to the article that
    it is a near-copy of, or others to it. Raises UnstorableError for a text with NUL characters
    or lone surrogates.
    """
    _check(article)
    with transaction.atomic():
        row, _ = models.Article.objects.get_or_create(key=key_of(article.document), defaults=_columns(article))
        row = models.Article.objects.select_for_update().get(pk=row.pk)
        if row.version and _same(restore(_in_force().get(article=row)), article):
            return "unchanged"
        return _add_version(row, article)


@doorway
def article(document: str) -> Article | None:
    """The article of that document as last read, or None."""
    version = _in_force().filter(article__key=key_of(document)).first()
    return restore(version) if version else None


def articles(since: datetime | None = None, without_records_of: str | None = None) -> Iterator[Article]:
    """Articles as last read, oldest in the store first, streaming.

    `since` (aware) leaves those stored or changed at that time or later; `without_records_of` leaves those that the
    extractor of this version has not read yet. Saving between two of them is fine.
    """
    rows = _in_force()
    if since is not None:
        rows = rows.filter(stored__gte=since)
    if without_records_of is not None:
        rows = rows.exclude(extractions__extractor=without_records_of)
    return map(restore, in_chunks(rows, "pk"))


@doorway
def known(documents: Iterable[str]) -> set[str]:
    """Those of `documents` that the store has an article of."""
    keys = {key_of(document): document for document in documents}
    asked = list(keys)
    found: set[str] = set()
    for first in range(0, len(asked), CHUNK):
        part = asked[first : first + CHUNK]
        found.update(models.Article.objects.filter(key__in=part).values_list("key", flat=True))
    return {keys[key] for key in found}


def key_of(document: str) -> str:
    """What the table of articles looks a document up by."""
    return hashlib.sha256(document.encode()).hexdigest()


def restore(version: models.Version) -> Article:
    """The Article that was stored as `version`."""
    return Article.model_validate({**json.loads(version.facts), "text": version.text})


def _in_force() -> QuerySet[models.Version]:
    return models.Version.objects.filter(number=F("article__version"))


def _add_version(row: models.Article, article: Article) -> Saved:
    columns = _columns(article)
    before = models.Version.objects.get(article=row, number=row.version).text if row.version else None
    row.version += 1
    models.Version.objects.create(
        article=row, number=row.version, text=article.text, facts=article.model_dump_json(exclude={"text"})
    )
    models.Article.objects.filter(pk=row.pk).update(version=row.version, compared=True, **columns)
    compare(row.pk, article.text, before)
    return "new" if row.version == 1 else "changed"


def _columns(article: Article) -> dict[str, object]:
    return {
        "document": article.document,
        "publisher": article.publisher or "",
        "title": article.title or "",
        "published": article.published,
        "origin": origin_code(article.origin),
    }


def _same(stored: Article, read: Article) -> bool:
    return _said(stored) == _said(read)


def _said(article: Article) -> dict[str, object]:
    """What the news itself says; publishers list the same tags now so, now otherwise."""
    return {**article.model_dump(exclude=_OF_THE_VISIT), "tags": set(article.tags)}


def _check(article: Article) -> None:
    for words in (article.text, article.title or "", article.document):
        if "\0" in words:
            raise UnstorableError(f"{article.document!r}: the text holds NUL characters; is it binary?")
        try:
            words.encode()
        except UnicodeEncodeError as fault:
            raise UnstorableError(f"{article.document!r}: the text holds half of a character") from fault
