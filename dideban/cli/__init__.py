"""The `dideban` command line. Data goes to standard output, everything else to standard error.

Exit status: 0 fine, 1 a fault named in one line, 2 wrong usage. Commands are imported when they are called, so that
`dideban extract` loads neither Django nor Scrapy.
"""

import importlib
import os
import sys
from typing import Any

import click

from dideban.cli.faults import Fault, missing_part, warn

# Command -> one line of help, in the order of `dideban --help`. Each lives in the module of its name beside this one.
COMMANDS = {
    "demo": "the whole way on the sample newsroom, offline",
    "crawl": "fetch news and store articles",
    "extract": "read compliance records out of files",
    "explain": "say why each record says what it says",
    "entities": "find bodies, figures, dates, laws and people in files",
    "run": "crawl, then extract what is new",
    "watch": "crawl and extract on a schedule",
    "desk": "serve the editors' web desk",
    "export": "write stored records to a file",
    "eval": "score records against a gold file",
    "publisher": "describe a news site, try it, store its pages",
    "doctor": "say what is installed and what answers",
}


class Commands(click.Group):
    """The group of all commands, each imported when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of commands in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command `cmd_name`, imported now."""
        if cmd_name not in COMMANDS:
            return None
        try:
            command = importlib.import_module(f"dideban.cli.{cmd_name}").command
        except ModuleNotFoundError as fault:
            raise missing_part(fault) from fault
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """End with two things to try."""
        with formatter.section("Try"):
            formatter.write_dl(
                [
                    ("dideban demo", "see it all at work"),
                    ("dideban extract article.txt --published 1402-10-01", "read one file"),
                ]
            )

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command that was asked for; faults of the set-up and Ctrl-C become one line."""
        from dideban.config import ConfigError  # noqa: PLC0415 - `--help` needs no settings

        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ConfigError as fault:
            raise Fault(str(fault)) from fault
        except ModuleNotFoundError as fault:
            raise missing_part(fault) from fault
        except KeyboardInterrupt as fault:
            raise Fault("stopped") from fault
        return result


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dideban")
def cli() -> None:
    """Dideban (دیدبان): evidence-backed compliance records from Persian news."""


def main() -> None:
    """Entry of the `dideban` command."""
    # Persian goes out as UTF-8 whatever the locale says.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli(prog_name="dideban")
    except Exception as fault:
        if os.environ.get("DIDEBAN_LOG_LEVEL", "").upper() == "DEBUG":
            raise
        warn(f"{type(fault).__name__}: {fault} (DIDEBAN_LOG_LEVEL=DEBUG shows where)")
        _forget_output()
        sys.exit(1)


def _forget_output() -> None:
    """Let what could not be written to standard output go, or Python would try again at its end and complain."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, not a path
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
