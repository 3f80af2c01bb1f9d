"""`dideban explain`: why each record says what it says."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.schema import Article, Record
from dideban.cli.command import Command
from dideban.cli.over_files import no_progress_option, over_files, published_option

if TYPE_CHECKING:
    from extractor.claims.trail import Step


@click.command(
    "explain",
    cls=Command,
    examples=(
        "dideban explain article.txt --published 1402-10-01",
        "dideban explain article.txt --record rec:0b7e55a1",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--record", "wanted", metavar="ID", help="Only the record whose id this is, or begins with.")
@published_option
@no_progress_option
def command(paths: tuple[Path, ...], wanted: str | None, published: datetime | None, no_progress: bool) -> None:
    """Tell for each field of each record which words it was read from, and which rule or model read them."""
    over_files(paths, None, published, lambda article: _lines(article, wanted), progress=not no_progress)


def _lines(article: Article, wanted: str | None) -> Iterator[str]:
    from extractor import read  # noqa: PLC0415 - `--help` need not load spaCy
    from extractor.claims.trail import trail  # noqa: PLC0415

    for offset, document in read(article):
        for record in document.records:
            if wanted is None or record.id.startswith(wanted):
                yield from _told(record, trail(document.drafts[record.id], record, document), offset)


def _told(record: Record, steps: "Iterable[Step]", offset: int) -> Iterator[str]:
    yield f"{record.id}  {record.document}"
    yield f"  « {' … '.join(one.quote for one in record.evidence[:2])} »"
    for step in steps:
        place = "" if step.start is None or step.end is None else f" [{step.start + offset}:{step.end + offset}]"
        words = f" «{step.words}»{place}" if step.words else ""
        yield f"  {step.field:12}{_value(record, step.field)}{words}  ← {step.by}"
    yield from (f"  check       {check.code}: {check.message}" for check in record.checks)
    yield ""


def _value(record: Record, field: str) -> str:
    value = getattr(record, field)
    if field == "value" and record.value:
        bounds = [f"{one:g}" for one in (record.value.low, record.value.high) if one is not None]
        return f"{record.value.comparator} {'..'.join(dict.fromkeys(bounds))} {record.value.unit}"
    if field in ("deadline", "as_of"):
        return str(value.jalali)
    if field == "claimant":
        return ", ".join(one for one in (value.name, value.role, value.organization) if one)
    if field == "band":
        return f"{value.low:g}..{value.high:g}"
    return str(getattr(value, "name", value))
