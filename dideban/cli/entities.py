"""`dideban entities`: files -> spans of what was recognised."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from corpus.schema import Article
from dideban.cli.command import Command
from dideban.cli.over_files import no_progress_option, output_option, over_files, published_option


@click.command(
    "entities",
    cls=Command,
    examples=(
        "dideban entities article.txt",
        "dideban entities news/ -o spans.jsonl --published 1402-10-01",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@output_option
@published_option
@no_progress_option
def command(paths: tuple[Path, ...], output: Path | None, published: datetime | None, no_progress: bool) -> None:
    """Find bodies, people, roles, platforms, figures, dates and laws in files; no database needed.

    One span a line, as JSON: document, start, end (characters of the text), text, label, value. Labels: AGENCY PERSON
    ROLE PLATFORM PERCENT COUNT DATE LAW.
    """
    over_files(paths, output, published, _entities, progress=not no_progress)


def _entities(article: Article) -> Iterator[str]:
    from extractor.entities_of import entities_of  # noqa: PLC0415 - `--help` need not load spaCy

    spans = ({"document": article.document, **one} for one in entities_of(article))
    return (json.dumps(span, ensure_ascii=False, separators=(",", ":")) for span in spans)
