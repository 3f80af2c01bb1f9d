"""`dideban explain`: why each record says what it says."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.schema import Article, Record
from dideban.cli.command import Command
from dideban.cli.over_files import no_progress_option, over_files, published_option

if TYPE_CHECKING:
    from extractor.claims.trail import Place, Step

    Teller = Callable[[Record, Sequence[Step]], Iterator[str]]

# What is told of a field stands so far in. Each line ends with its one stretch of Persian, so that no terminal mixes up
# what is read from the right with what is read from the left.
INDENT = " " * 15


@click.command(
    "explain",
    cls=Command,
    examples=(
        "dideban explain article.txt --published 1402-10-01",
        "dideban explain article.txt --record rec:0b7e55a1",
        "dideban explain article.txt --json",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--record", "wanted", metavar="ID", help="Only the record whose id this is, or begins with.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a record, with offsets in the article's text.")
@published_option
@no_progress_option
def command(
    paths: tuple[Path, ...], wanted: str | None, as_json: bool, published: datetime | None, no_progress: bool
) -> None:
    """Tell for each field of each record which words it was read from, and which rule or model read them."""
    tell = _as_json if as_json else _told
    over_files(paths, None, published, lambda article: _lines(article, wanted, tell), progress=not no_progress)


def _lines(article: Article, wanted: str | None, tell: "Teller") -> Iterator[str]:
    from extractor import read  # noqa: PLC0415 - `--help` need not load spaCy
    from extractor.claims.trail import trail  # noqa: PLC0415

    for offset, document in read(article):
        for record in document.records:
            if wanted is None or record.id.startswith(wanted):
                yield from tell(record, trail(document.drafts[record.id], record, document, offset))


def _as_json(record: Record, steps: "Sequence[Step]") -> Iterator[str]:
    told = {"id": record.id, "document": record.document, "fields": [asdict(one) for one in steps]}
    yield json.dumps(told, ensure_ascii=False)


def _told(record: Record, steps: "Sequence[Step]") -> Iterator[str]:
    yield f"{record.id}  {record.document}"
    yield from (f"  [{one.start}:{one.end}] «{' '.join(one.quote.split())}»" for one in record.evidence[:2])
    for step in steps:
        yield f"  {step.field:13}{_value(record, step.field)}"
        yield from (f"{INDENT}{line}" for line in _reasons(step))
    yield from (f"  check        {check.code}: {check.message}" for check in record.checks)
    yield ""


def _reasons(step: "Step") -> Iterator[str]:
    if step.place:
        yield _quoted(step.place)
    sure = "" if step.sure is None else f" ({step.sure:.2f})"
    yield f"{step.by}{sure}: {step.told}{' of ' if step.asks else ''}{', '.join(step.asks)}"
    yield from (f"by {_quoted(cue)}" for cue in step.cues)
    yield from (f"{weight:+.2f} {name}" for name, weight in step.signals)


def _quoted(place: "Place") -> str:
    return f"[{place.start}:{place.end}] «{' '.join(place.words.split())}»"


def _value(record: Record, field: str) -> str:
    value = getattr(record, field)
    if field == "value" and record.value:
        bounds = [f"{one:g}" for one in (record.value.low, record.value.high) if one is not None]
        return f"{record.value.comparator} {'..'.join(dict.fromkeys(bounds))} {record.value.unit}"
    if field in ("deadline", "as_of"):
        return str(value.jalali)
    if field == "claimant":
        return "، ".join(one for one in (value.name, value.role, value.organization) if one)
    if field == "band":
        return f"{value.low:g}..{value.high:g}"
    if field in ("subject", "legal_basis"):
        return f"{value.id or 'not in the registry'}  {value.name}"
    return str(value)
