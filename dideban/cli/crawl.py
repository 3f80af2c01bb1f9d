"""`dideban crawl`: fetch news and store articles."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from dideban.cli.command import Command
from dideban.cli.faults import Fault
from dideban.days import parse_since

_OWN = ""  # the archive of the state folder


def _since(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else parse_since(value)
    except ValueError as fault:
        raise click.BadParameter(f"{fault}, or 7d for the last week", ctx, param) from fault


def _publishers(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    from crawler.publishers import catalogue  # noqa: PLC0415 - `--help` need not load pages

    unknown = next((code for code in value if code not in catalogue()), None)
    if unknown is not None:
        raise click.BadParameter(f"unknown publisher {unknown!r}; known: {', '.join(catalogue())}", ctx, param)
    return value


def _urls(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    from crawler.publishers.publisher import bare_host  # noqa: PLC0415 - `--help` need not load pages

    for url in value:
        if not url.startswith(("http://", "https://")) or not bare_host(url):
            raise click.BadParameter(f"{url!r} is no http address", ctx, param)
    return value


def crawl_options[Wanted: Callable[..., Any]](function: Wanted) -> Wanted:
    """The arguments of a crawl: publishers, since, limit and urls."""
    options = (
        click.argument("publishers", nargs=-1, callback=_publishers, metavar="[PUBLISHER]..."),
        click.option(
            "--since",
            callback=_since,
            metavar="DATE",
            help="Only news from this day on: 7d, 2w, 1402-10-01 or 2023-12-22.",
        ),
        click.option(
            "--limit", type=click.IntRange(1), metavar="N", help="At most so many new articles of each publisher."
        ),
        click.option(
            "--url",
            "urls",
            callback=_urls,
            multiple=True,
            help="Fetch this address, seen or not; without a publisher only it.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.command(
    "crawl",
    cls=Command,
    examples=(
        "dideban crawl",
        "dideban crawl tasnim --since 7d --limit 100",
        "dideban crawl --url https://www.irib-news.ir/fa/news/1234567",
        "dideban crawl --from-warc",
    ),
)
@crawl_options
@click.option(
    "--from-warc",
    "archives",
    is_flag=False,
    flag_value=_OWN,
    multiple=True,
    metavar="[PATH]",
    help="Read WARC files or folders instead of the network; without PATH the archive of earlier crawls.",
)
def command(
    publishers: tuple[str, ...],
    since: date | None,
    limit: int | None,
    urls: tuple[str, ...],
    archives: tuple[str, ...],
) -> None:
    """Fetch what publishers' feeds and sitemaps name and store each article once; without a PUBLISHER, all of them.

    Robots are obeyed and every page is kept in an archive. Ctrl-C ends it in good order; the next crawl goes on from
    there.
    """
    from dideban.cli import crawling  # noqa: PLC0415 - `--help` need not load the crawler

    named = [Path(one) for one in archives if one != _OWN] if archives else None
    for path in named or ():
        if not path.exists():
            raise Fault(f"{path}: no such file or folder")
    crawled = crawling.crawl(publishers, since=since, limit=limit, urls=urls, archives=named)
    crawling.show(crawled)
    crawling.end(crawled)
