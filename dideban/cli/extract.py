"""`dideban extract`: files -> records."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from corpus.schema import Article
from dideban.cli.over_files import no_progress_option, output_option, over_files, published_option


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@output_option
@published_option
@no_progress_option
def command(paths: tuple[Path, ...], output: Path | None, published: datetime | None, no_progress: bool) -> None:
    """Read compliance records out of .txt .html .jsonl .warc files or folders; no database needed.

    One record a line, as JSON. A file that cannot be read is named on standard error and the others go on; the exit
    status is then 1.

    \b
    Examples:
      dideban extract article.txt --published 1402-10-01
      dideban extract news/ -o records.jsonl
    """
    over_files(paths, output, published, _records, progress=not no_progress)


def _records(article: Article) -> Iterator[str]:
    from extractor import extract

    return (record.model_dump_json() for record in extract(article))
