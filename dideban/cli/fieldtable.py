"""The table of a page's fields on standard output: field, value, where it was read."""

from collections.abc import Sequence

import click
from rich.cells import cell_len

from crawler.fields import Field

_MARKS = {"found": " ", "drift": "~", "missing": "✗"}
_LONGEST = 60


def show(title: str, fields: Sequence[Field]) -> None:
    """Print the title and a line for each field; a long value is cut, and its length told."""
    values = [_cut(field.value) for field in fields]
    width = max((cell_len(value) for value in values), default=0)
    click.echo(title)
    for field, value in zip(fields, values, strict=True):
        source = f" ← {field.source}" if field.source else ""
        note = f" ({field.note})" if field.note else ""
        padding = " " * (width - cell_len(value))
        click.echo(f"{_MARKS[field.state]} {field.name:17}{value}{padding}{source}{note}".rstrip())
    click.echo()


def _cut(value: str) -> str:
    line = " ⏎ ".join(value.splitlines())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}… ({len(value)} characters)"
