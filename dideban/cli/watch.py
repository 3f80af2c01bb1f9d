"""`dideban watch`: run on a schedule."""

from datetime import timedelta
from pathlib import Path

import click

from dideban import config
from dideban.cli.command import Command
from dideban.cli.crawl_options import publisher_codes
from dideban.cli.faults import Fault
from dideban.schedule import UnreadablePlan, plan, span


def _every(ctx: click.Context, param: click.Parameter, value: str | None) -> timedelta | None:
    try:
        return None if value is None else span(value)
    except ValueError as fault:
        raise click.BadParameter(str(fault), ctx, param) from fault


@click.command(
    "watch",
    cls=Command,
    examples=("dideban watch", "dideban watch irib tasnim --every 10m", "dideban watch --once"),
)
@click.argument("publishers", nargs=-1, callback=publisher_codes, metavar="[PUBLISHER]...")
@click.option("--every", callback=_every, metavar="TIME", help="How often: 10m, 2h, 1d (default: watch.yaml, 15m).")
@click.option("--log-json", is_flag=True, help="Write logs as one JSON object a line (setting: log_format).")
@click.option("--metrics", metavar="FILE|PORT", help="For Prometheus: a .prom file to write, or a loopback port.")
@click.option("--once", is_flag=True, help="One round of all, then end.")
def command(
    publishers: tuple[str, ...], every: timedelta | None, log_json: bool, metrics: str | None, once: bool
) -> None:
    """Crawl each publisher when it is due and extract what is new, until SIGTERM or Ctrl-C.

    How often, and in which hours not, stands in watch.yaml of the state folder. A round that takes longer than planned
    is not overtaken by the next, and what was missed is not made up.
    """
    from crawler.publishers import catalogue  # noqa: PLC0415 - `--help` need not load the crawler
    from dideban.cli import crawling  # noqa: PLC0415 - likewise
    from dideban.cli.watching import Watch  # noqa: PLC0415 - likewise

    settings = config.load()
    try:
        schedules = plan(publishers or tuple(catalogue()), settings.home, every)
    except UnreadablePlan as fault:
        raise Fault(str(fault)) from fault
    if not schedules:
        raise Fault("every publisher is skipped by watch.yaml: nothing to watch")
    tell = None
    if metrics:
        tell = crawling.at_port(int(metrics)) if metrics.isdecimal() else crawling.into_file(Path(metrics))
    Watch(schedules, config.make_home(settings), tell=tell, log_json=log_json).run(once=once)
