"""`dideban crawl`: fetch news and store articles."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from dideban.cli.command import Command
from dideban.days import parse_since


class _Since(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's signature
        try:
            return parse_since(str(value))
        except ValueError as fault:
            self.fail(f"{fault}, or 7d for the last week", param, ctx)


class _Publisher(click.ParamType[str]):
    name = "publisher"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's signature
        from crawler.publishers import catalogue  # noqa: PLC0415 - `--help` need not load pages

        if value not in catalogue():
            self.fail(f"unknown publisher {value!r}; known: {', '.join(catalogue())}", param, ctx)
        return str(value)


class _Url(click.ParamType[str]):
    name = "url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's signature
        from crawler.publishers.publisher import bare_host  # noqa: PLC0415 - `--help` need not load pages

        if not value.startswith(("http://", "https://")) or not bare_host(value):
            self.fail(f"{value!r} is no http address", param, ctx)
        return str(value)


def crawl_options[Wanted: Callable[..., Any]](function: Wanted) -> Wanted:
    """The arguments of a crawl: publishers, since, limit and urls."""
    options = (
        click.argument("publishers", nargs=-1, type=_Publisher(), metavar="[PUBLISHER]..."),
        click.option(
            "--since",
            type=_Since(),
            metavar="DATE",
            help="Only news from this day on: 7d, 2w, 1402-10-01 or 2023-12-22.",
        ),
        click.option(
            "--limit", type=click.IntRange(1), metavar="N", help="At most so many new articles of each publisher."
        ),
        click.option(
            "--url",
            "urls",
            type=_Url(),
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
    ),
)
@crawl_options
def command(publishers: tuple[str, ...], since: date | None, limit: int | None, urls: tuple[str, ...]) -> None:
    """Fetch what publishers' feeds and sitemaps name and store each article once; without a PUBLISHER, all of them.

    Robots are obeyed and every page is kept in an archive. Ctrl-C ends it in good order; the next crawl goes on from
    there.
    """
    from dideban.cli import crawling  # noqa: PLC0415 - `--help` need not load the crawler

    crawled = crawling.crawl(publishers, since=since, limit=limit, urls=urls)
    crawling.show(crawled)
    crawling.end(crawled)
