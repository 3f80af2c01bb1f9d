"""Faults that end a command, or a part of its input, with one line."""

from typing import Any

import click

# Top-level package -> the extra of this project that brings it.
_EXTRAS = {
    "scrapy": "crawl",
    "twisted": "crawl",
    "spidermon": "crawl",
    "prometheus_client": "crawl",
    "django": "desk",
    "django_htmx": "desk",
    "fontpkg_noto_sans_arabic": "desk",
    "waitress": "desk",
    "whitenoise": "desk",
    "psycopg": "postgres",
    "openpyxl": "bulk",
    "pyarrow": "bulk",
}


class Fault(click.ClickException):
    """A fault to be told in one line; the command exits with 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - click's signature
        """Print the line to standard error."""
        warn(self.message)


def warn(message: str) -> None:
    """Print one line to standard error; the command goes on."""
    click.echo(f"dideban: {' '.join(message.split())}", err=True)


def named(fault: BaseException) -> str:
    """An unexpected exception in a few words: its class, and the first line of what it says."""
    said = str(fault).strip().split("\n", 1)[0]
    return f"{type(fault).__name__}: {said}" if said else type(fault).__name__


def missing_part(fault: ModuleNotFoundError) -> Fault:
    """The fault of a package that is not installed, with what installs it."""
    package = (fault.name or "").partition(".")[0]
    extra = _EXTRAS.get(package)
    return Fault(f"{package} is not installed: pip install 'dideban{f'[{extra}]' if extra else ''}'")
