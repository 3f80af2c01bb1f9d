"""What `dideban crawl` and `run` are told: publishers, days, topics, addresses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import click
from persiantools.jdatetime import JalaliDate

from dideban.cli.addresses import addresses_in, is_address
from dideban.days import TEHRAN, parse_since

_ALL = "all"
_BEGINNING = date.min
_AS_THEY_ARE = ("publishers", "limit", "topics", "anyway", "private", "log_json", "metrics")
# What a crawl does that nobody told how far to go: years of history are asked for by name.
_USUAL = timedelta(days=7)


@dataclass(frozen=True)
class Asked:
    """What the caller wants of a crawl. `since` None is the beginning; `usual`: nobody named it."""

    publishers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int | None = None
    urls: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    usual: bool = False
    anyway: bool = False
    private: bool = False
    log_json: bool = False
    metrics: Path | None = None

    def options(self) -> dict[str, Any]:
        """For `crawling.crawl`, beside the publishers."""
        named = ("until", "topics", "anyway", "private", "log_json")
        given = {name: value for name in named if (value := getattr(self, name))}
        return {"since": self.since, "limit": self.limit, "urls": self.urls, **given}

    def tell(self) -> None:
        """Say how far the crawl went where the user did not, and publishers were crawled at all."""
        if self.usual and self.since and (self.publishers or not self.urls):
            jalali = JalaliDate.to_jalali(self.since)  # type: ignore[no-untyped-call]  # typed in part
            click.echo(
                f"News since {jalali.isoformat()} ({self.since}); --since all goes back to the beginning", err=True
            )


def crawl_options[Wanted: Callable[..., Any]](function: Wanted) -> Wanted:
    """The arguments of a crawl, which reach the command as one `asked`."""

    @wraps(function)
    def command(**given: Any) -> object:  # noqa: ANN401 - a command's own options go through as they are
        files, urls, days = given.pop("files"), given.pop("urls"), (given.pop("since"), given.pop("until"))
        listed = tuple(url for one in files for url in addresses_in(one))
        named = {name: given.pop(name) for name in _AS_THEY_ARE}
        since, until = _days(*days)
        asked = Asked(since=since, until=until, urls=(*urls, *listed), usual=days[0] is None, **named)
        return function(asked=asked, **given)

    wrapped: Any = command
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    made: Wanted = wrapped
    return made


def _days(since: date | None, until: date | None) -> tuple[date | None, date | None]:
    if since is None:
        return (until or datetime.now(TEHRAN).date()) - _USUAL, until
    if until and since > until:
        raise click.UsageError(f"--since {since} is after --until {until}")
    return None if since == _BEGINNING else since, until


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    if value == _ALL and param.name == "since":
        return _BEGINNING
    try:
        return parse_since(value)
    except ValueError as fault:
        raise click.BadParameter(f"{fault}, or 7d for the last week", ctx, param) from fault


def publisher_codes(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The codes, or a usage error that names the unknown one."""
    from crawler.publishers import catalogue  # noqa: PLC0415 - `--help` need not load pages

    unknown = next((code for code in value if code not in catalogue()), None)
    if unknown is not None:
        raise click.BadParameter(f"unknown publisher {unknown!r}; known: {', '.join(catalogue())}", ctx, param)
    return value


def _urls(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    for url in value:
        if not is_address(url):
            raise click.BadParameter(f"{url!r} is no http address", ctx, param)
    return value


def _topics(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    for one in value:
        if not one.replace("،", " ").replace(",", " ").strip():
            raise click.BadParameter("no programme and no word", ctx, param)
    return value


def _files(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    for one in value:
        if one != "-" and not Path(one).is_file():
            raise click.BadParameter(f"{one}: no such file", ctx, param)
    return tuple(value)


_OPTIONS = (
    click.argument("publishers", nargs=-1, callback=publisher_codes, metavar="[PUBLISHER]..."),
    click.option(
        "--since",
        callback=_day,
        metavar="DATE",
        help="Only news from this day on: 7d, 2w, 1402-10-01 or 2023-12-22; all for everything (default: 7d).",
    ),
    click.option("--until", callback=_day, metavar="DATE", help="Only news to this day, which counts."),
    click.option(
        "--topic",
        "topics",
        callback=_topics,
        multiple=True,
        metavar="CODE|WORDS",
        help="Only what is about a programme or words, where a list gives titles.",
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
    click.option(
        "--urls",
        "files",
        callback=_files,
        multiple=True,
        metavar="FILE",
        help="Fetch the addresses in a file, one a line; - is standard input.",
    ),
    click.option(
        "--anyway", is_flag=True, help="Try failed pages and publishers that refused before their wait is over."
    ),
    click.option(
        "--allow-private", "private", is_flag=True, help="Ask addresses of this machine and private networks too."
    ),
    click.option("--log-json", is_flag=True, help="Write the log as one JSON object a line (setting: log_format)."),
    click.option(
        "--metrics",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write the run's figures for Prometheus's textfile collector, as a .prom file.",
    ),
)
