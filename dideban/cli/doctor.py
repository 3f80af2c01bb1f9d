"""`dideban doctor`: what is installed and what answers."""

from collections.abc import Callable, Iterator

import click

from dideban import config
from dideban.cli import health, installed
from dideban.cli.command import Command
from dideban.cli.faults import named
from dideban.cli.health import Finding


@click.command("doctor", cls=Command, examples=("dideban doctor", "dideban doctor --online"))
@click.option("--online", is_flag=True, help="Ask each publisher's feeds whether they answer.")
def command(online: bool) -> None:
    """Say what is installed, which settings hold, and whether database, registry and feeds answer.

    Each line begins with ok, missing (something optional) or broken; the exit status is 1 where something is broken.
    """
    broken = False
    for finding in _findings(online=online):
        click.echo(f"{finding.mark:8} {' '.join(finding.text.split())}")
        broken = broken or finding.mark == "broken"
    if broken:
        raise SystemExit(1)


def _findings(*, online: bool) -> Iterator[Finding]:
    yield from _guarded("installation", installed.findings)
    try:
        settings = config.load()
    except config.ConfigError as fault:
        yield Finding("broken", f"settings: {fault}")
        return
    yield from _guarded("settings", lambda: health.of_settings(settings))
    yield from _guarded("state folder", lambda: health.of_home(settings))
    yield from _guarded("database", lambda: health.of_database(settings))
    yield from _guarded("registry", health.of_registry)
    yield from _guarded("trained models", health.of_models)
    if online:
        yield from _guarded("feeds", lambda: health.of_feeds(settings))
    else:
        yield Finding("missing", "feeds: not asked; dideban doctor --online asks them")


def _guarded(what: str, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from check()
    except ModuleNotFoundError as fault:
        yield Finding("missing", f"{what}: {fault.name} is not installed")
    except Exception as fault:
        yield Finding("broken", f"{what}: {named(fault)}")
