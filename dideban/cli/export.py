"""`dideban export`: stored records -> a file."""

import sys
from pathlib import Path
from typing import Literal, cast, get_args

import click

from dideban.cli.faults import Fault
from dideban.opening import open_store

Format = Literal["jsonl", "csv", "parquet", "xlsx"]


@click.command("export")
@click.option(
    "--format", "form", type=click.Choice(get_args(Format)), help="Default: by the file's ending, else jsonl."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to standard output."
)
@click.option("--since", type=click.IntRange(0), default=0, metavar="CURSOR", help="Only what came after this cursor.")
def command(form: str | None, output: Path | None, since: int) -> None:
    """Write stored records to a file, and the cursor to go on from to standard error.

    \b
    Examples:
      dideban export -o records.xlsx
      dideban export --format jsonl --since 1200 > new.jsonl
    """
    ending = output.suffix.lstrip(".").lower() if output else ""
    chosen = form or (ending if ending in get_args(Format) else "jsonl")
    if output is None and chosen in ("parquet", "xlsx"):
        raise click.UsageError(f"{chosen} is no text: name a file with -o")
    open_store()
    export(cast("Format", chosen), output, since)


def export(form: Format, output: Path | None, since: int) -> None:
    """Write the records numbered above `since`. Raises Fault where the file cannot be written."""
    from corpus import exports, store

    last = store.cursor()
    records = (one.record for one in store.numbered(since=since))
    try:
        count = exports.write(records, form, output or sys.stdout.buffer)
    except (OSError, exports.ExportError) as fault:
        raise Fault(f"{output or 'standard output'}: {fault}") from fault
    click.echo(f"{count} records; go on with --since {last}", err=True)
