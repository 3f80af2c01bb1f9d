"""Reading the links between near-copies."""

from django.db.models import F

from corpus import models
from corpus.schema import Article
from corpus.store.article_rows import key_of, restore
from corpus.store.database import doorway


@doorway
def original_of(document: str) -> Article | None:
    """The article that the one of `document` is a near-copy of; None where it is no copy, or is not stored."""
    versions = models.Version.objects.filter(number=F("article__version"), article__copies__key=key_of(document))
    version = versions.first()
    return restore(version) if version else None


@doorway
def copies_of(document: str) -> tuple[Article, ...]:
    """Near-copies of the article of `document` by other addresses, in the order of publication; dateless ones last."""
    versions = models.Version.objects.filter(
        number=F("article__version"), article__original__key=key_of(document)
    ).order_by(F("article__published").asc(nulls_last=True), "article_id")
    return tuple(map(restore, versions))
