"""`dideban extract`: files -> records."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from corpus.schema import Article
from dideban.cli.command import Command
from dideban.cli.over_files import no_progress_option, output_option, over_files, published_option
from dideban.cli.rules_alone import records, rules_alone_option


@click.command(
    "extract",
    cls=Command,
    examples=(
        "dideban extract article.txt --published 1402-10-01",
        "dideban extract news/ -o records.jsonl",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@output_option
@published_option
@rules_alone_option
@no_progress_option
def command(
    paths: tuple[Path, ...], output: Path | None, published: datetime | None, rules_alone: bool, no_progress: bool
) -> None:
    """Read compliance records out of .txt .html .jsonl .warc files or folders; no database needed.

    One record a line, as JSON. What cannot be read is named on standard error, one line each, and the rest goes on; the
    exit status is then 1. Standard input is not read: an input is known by its ending, and .jsonl holds many articles.
    """

    def lines(article: Article) -> Iterator[str]:
        return (record.model_dump_json() for record in records(article, rules_alone=rules_alone))

    over_files(paths, output, published, lines, progress=not no_progress)
