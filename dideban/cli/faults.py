"""Faults that end a command, or a part of its input, with one line."""

from typing import Any

import click


class Fault(click.ClickException):
    """A fault to be told in one line; the command exits with 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:  # noqa: ANN401, ARG002 (click's signature)
        """Print the line to standard error."""
        warn(self.message)


def warn(message: str) -> None:
    """Print one line to standard error; the command goes on."""
    click.echo(f"dideban: {' '.join(message.split())}", err=True)
