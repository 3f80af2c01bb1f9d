"""Near-copies linked as they are stored: each cluster of one news in several papers has one original.

The original is the article of the agency that a copy names as its source, where the store has it, else the one
published first. It is chosen anew whenever the cluster changes, so an original that arrives late takes its place.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils.module_loading import import_string

from corpus import models
from corpus.copies import Fingerprint, bands, shingles
from corpus.store.database import doorway

# Papers reprint within days; the same words a season later are an announcement that comes round every year.
APART = timedelta(days=30)
# A true copy shares nearly all of its keys: past the first of those that share most there is only the template.
MOST = 20
_DATELESS = datetime.max.replace(tzinfo=UTC)


def compare(article: int, text: str, before: str | None = None) -> None:
    """Keep the keys of the article whose text is now `text` and link it; `before` is the text that it had.

    To be called in the transaction that stores the text. An article that is no copy any more leaves its cluster.
    """
    own = Fingerprint.of(text)
    keys = bands(own.shingles)
    _lock()
    if before is not None:
        models.Band.objects.filter(key__in=bands(shingles(before)), article_id=article).delete()
    alike = _alike(article, own, keys) if keys else []
    models.Band.objects.bulk_create((models.Band(key=key, article_id=article) for key in keys), ignore_conflicts=True)
    if before is not None:
        _root(models.Article.objects.filter(pk__in=_cluster([article]) - {article}))
        models.Article.objects.filter(pk=article).update(original=None)
    if alike:
        _root(models.Article.objects.filter(pk__in=_cluster(alike) | {article}))


@doorway
def compare_stored() -> int:
    """Compare all that was stored before articles were compared, one transaction each; how many that were."""
    done = 0
    while row := models.Article.objects.filter(compared=False).order_by("pk").first():
        with transaction.atomic():
            version = models.Version.objects.get(article=row, number=row.version) if row.version else None
            compare(row.pk, version.text if version else "")
            models.Article.objects.filter(pk=row.pk).update(compared=True)
        done += 1
    return done


def origin_code(name: str | None) -> str:
    """The code of the agency of that name; empty where there is none, or none that is known."""
    return _origin_code(name) if name else ""


@cache
def _origin_code(name: str) -> str:
    code: str = import_string(settings.NEWSROOM_CODE)(name)
    return code


def _lock() -> None:
    """Let one save at a time link: two that are stored at once would not see each other. SQLite does so anyway."""
    if connection.features.has_select_for_update:
        models.Counter.objects.get_or_create(name="copies")
        models.Counter.objects.select_for_update().get(name="copies")


def _alike(article: int, own: Fingerprint, keys: Iterable[int]) -> list[int]:
    near = models.Band.objects.filter(_near(article), key__in=keys).exclude(article_id=article)
    most = near.values("article_id").annotate(shared=Count("key")).order_by("-shared", "-article_id")[:MOST]
    asked = [row["article_id"] for row in most]
    versions = models.Version.objects.filter(article__in=asked, number=F("article__version"))
    return [other for other, text in versions.values_list("article_id", "text") if own.is_copy_of(text)]


def _near(article: int) -> Q:
    published = models.Article.objects.values_list("published", flat=True).get(pk=article)
    if published is None:
        return Q()
    return Q(article__published__range=(published - APART, published + APART)) | Q(article__published=None)


def _cluster(members: Iterable[int]) -> set[int]:
    """All articles that are in one cluster with one of `members`."""
    asked = models.Article.objects.filter(pk__in=list(members)).values_list("pk", "original")
    roots = {original or own for own, original in asked}
    return set(models.Article.objects.filter(Q(pk__in=roots) | Q(original__in=roots)).values_list("pk", flat=True))


def _root(cluster: QuerySet[models.Article]) -> None:
    """Link all of the cluster to its original."""
    members = list(cluster.only("pk", "publisher", "origin", "published", "original"))
    if not members:
        return
    named = {member.origin for member in members if member.origin}

    def first(member: models.Article) -> tuple[bool, datetime, int]:
        is_origin = member.publisher in named and not member.origin
        return not is_origin, member.published or _DATELESS, member.pk

    root = min(members, key=first).pk
    cluster.exclude(pk=root).exclude(original=root).update(original=root)
    models.Article.objects.filter(pk=root).exclude(original=None).update(original=None)
