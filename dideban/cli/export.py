"""`dideban export`: stored records -> a file."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from corpus import exports
from corpus.schema import Record
from dideban.cli.command import Command
from dideban.cli.faults import Fault
from dideban.opening import open_store

_TABLES = ("parquet", "xlsx")


@click.command(
    "export",
    cls=Command,
    examples=(
        "dideban export -o records.xlsx",
        "dideban export --format jsonl --since 1200 > new.jsonl",
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(exports.FORMATS),
    help="Default: by the file's ending, else jsonl. For Excel take xlsx, whose Persian it shows right.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to standard output."
)
@click.option("--since", type=click.IntRange(0), default=0, metavar="CURSOR", help="Only what came after this cursor.")
def command(form: exports.Format | None, output: Path | None, since: int) -> None:
    """Write stored records to a file, and to standard error the cursor to go on from."""
    chosen = form or _by_ending(output)
    if output is None and chosen in _TABLES:
        raise click.UsageError(f"{chosen} is no text: name a file with -o")
    open_store()
    export(chosen, output, since)


def _by_ending(output: Path | None) -> exports.Format:
    ending = output.suffix.lstrip(".").lower() if output else ""
    for one in exports.FORMATS:
        if one == ending:
            return one
    if ending:
        raise click.UsageError(
            f"{output}: .{ending} is none of {', '.join(exports.FORMATS)}; name the form with --format"
        )
    return "jsonl"


def export(form: exports.Format, output: Path | None, since: int) -> None:
    """Write the records numbered above `since`, and tell the number of the last. Raises Fault where it cannot write."""
    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    newest, written = store.cursor(), since

    def records() -> Iterator[Record]:
        nonlocal written
        for one in store.numbered(since=since):
            # A record that changes meanwhile takes a later number and would come twice; the next export has it.
            if one.number > newest:
                return
            yield one.record
            written = one.number

    try:
        count = exports.write(records(), form, output or sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, exports.ExportError) as fault:
        raise Fault(f"{output or 'standard output'}: {fault}") from fault
    click.echo(f"{count} records; go on with --since {written}", err=True)
