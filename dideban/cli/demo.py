"""`dideban demo`: the whole way on the sample newsroom, offline."""

import os
import shlex
import time

import click

from dideban import config
from dideban.cli.command import Command
from dideban.cli.faults import Fault
from dideban.cli.progress import table
from dideban.cli.sample import claim


@click.command("demo", cls=Command, examples=("dideban demo", "dideban demo --once", "dideban demo --port 9000"))
@click.option("--once", is_flag=True, help="End when the desk has answered, and leave nothing running.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port of the desk (default: 8000), or the next free one.")
def command(once: bool, port: int | None) -> None:
    """Crawl the sample newsroom, extract its records, and serve them on the desk until Ctrl-C. Needs no network.

    The state goes to DIDEBAN_HOME where that is set, else to a folder of the demo's own beside your data. Each
    time all of the sample's articles are read anew, so that the records are those of the rules as they are now.
    """
    settings = _own_state()
    rows, failed = _walk(settings)
    if once:
        rows.insert(2, _prove(settings.desk_host))
    table(("stage", "pages", "articles", "records", "seconds"), rows)
    click.echo(
        f"To use its records: DIDEBAN_HOME={shlex.quote(str(settings.home))} dideban export -o records.xlsx", err=True
    )
    if failed:
        raise Fault(f"{failed} articles could not be read")
    if not once:
        _serve(settings.desk_host, settings.desk_port if port is None else port)


def _own_state() -> config.Config:
    """The settings, with a state folder of the demo's own where none was chosen."""
    settings = config.load()
    if settings.sources["home"] == "default":
        os.environ["DIDEBAN_HOME"] = str(settings.home / "demo")
        settings = config.load()
    click.echo(f"State folder: {config.make_home(settings)}", err=True)
    return settings


def _walk(settings: config.Config) -> tuple[list[tuple[object, ...]], int]:
    """Crawl and extract; rows of the table, and how many articles failed."""
    from corpus.newsroom.server import serve  # noqa: PLC0415 - `--help` need not load all the house
    from crawler.publishers import catalogue  # noqa: PLC0415 - likewise
    from dideban.cli import crawling, extracting  # noqa: PLC0415 - likewise
    from dideban.opening import open_store  # noqa: PLC0415 - likewise

    open_store()
    claim(settings.home)
    with serve() as newsroom:
        crawled = crawling.crawl(
            tuple(code for code in newsroom.sites if code in catalogue()), gateway=newsroom.address
        )
    crawling.end(crawled)
    # The sample is small, and rules may have changed without a new version of the extractor.
    extracted = extracting.extract_new(again=True)
    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    stored = store.counts()
    report = crawled.report
    return [
        ("crawl", report.pages, _new(crawled.count("new"), crawled.count("changed")), "", f"{report.seconds:.1f}"),
        ("extract", "", extracted.articles, extracted.records, f"{extracted.seconds:.1f}"),
        ("in the store", "", stored.articles, stored.records, ""),
    ], extracted.failed


def _new(new: int, changed: int) -> str:
    return f"{new} new, {changed} changed" if changed else f"{new} new"


def _prove(host: str) -> tuple[object, ...]:
    from dideban.cli.serving import answering  # noqa: PLC0415 - it loads the desk

    started = time.monotonic()
    address = answering(host)
    click.echo(f"The desk's list answered 200 at {address}", err=True)
    return ("desk", 1, "", "", f"{time.monotonic() - started:.1f}")


def _serve(host: str, wanted: int) -> None:
    from dideban.cli.desk import serve  # noqa: PLC0415 - it loads the desk
    from dideban.cli.serving import free_port  # noqa: PLC0415 - likewise

    port = free_port(host, wanted)
    if port != wanted:
        click.echo(f"Port {wanted} is taken; this is {port}.", err=True)
    serve(host, port)
