"""The `dideban` command line. Data goes to standard output, everything else to standard error.

Exit status: 0 fine, 1 a fault named in one line, 2 wrong usage. Commands are imported when they are called, so that
`dideban extract` loads neither Django nor Scrapy.
"""

import importlib
import sys
from importlib.metadata import version

import click

# Command -> (module under dideban.cli, one line of help), in the order of `dideban --help`.
COMMANDS = {
    "demo": "the whole way on the sample newsroom, offline",
    "crawl": "fetch news and store articles",
    "extract": "read compliance records out of files",
    "entities": "find bodies, figures, dates, laws and people in files",
    "run": "crawl, then extract what is new",
    "desk": "serve the editors' web desk",
    "export": "write stored records to a file",
    "eval": "score records against a gold file",
    "doctor": "say what is installed and what answers",
}


class Commands(click.Group):
    """The group of all commands, each imported when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Names of commands in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """The command `cmd_name`, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"dideban.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 (ours)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click's signature)
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("dideban"), prog_name="dideban")
def cli() -> None:
    """Dideban (دیدبان): evidence-backed compliance records from Persian news.

    \b
    Try it:   dideban demo
    A file:   dideban extract article.txt --published 1402-10-01
    """


def main() -> None:
    """Entry of the `dideban` command."""
    from dideban.config import ConfigError

    # Persian goes out as UTF-8 whatever the locale says.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli()
    except ConfigError as fault:
        click.echo(f"dideban: {fault}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
