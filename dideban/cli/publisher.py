"""`dideban publisher`: describe a news site, try the description, store pages that prove it."""

import re
from pathlib import Path

import click

from dideban.cli.command import Command, CommandGroup

_CODE = re.compile(r"[a-z][a-z0-9]*")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_FAMILIES = ("asam", "drupal", "iransamaneh", "newsstudio", "own")


def _code(ctx: click.Context, param: click.Parameter, value: str) -> str:
    from crawler.publishers import catalogue  # noqa: PLC0415 - `--help` need not load pages

    if value not in catalogue():
        raise click.BadParameter(f"unknown publisher {value!r}; known: {', '.join(catalogue())}", ctx, param)
    return value


def _new_code(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not _CODE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no code: small Latin letters and digits, as in tasnim", ctx, param)
    return value


def _host(ctx: click.Context, param: click.Parameter, value: str) -> str:
    host = value.lower().removeprefix("https://").removeprefix("http://").rstrip("/").removeprefix("www.")
    if not _HOST.fullmatch(host):
        raise click.BadParameter(f"{value!r} is no host, such as sample.ir", ctx, param)
    return host


def _url(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_address(value):
        raise click.BadParameter(f"{value!r} is no http address", ctx, param)
    return value


def is_address(text: str) -> bool:
    """Whether it is an address to be fetched rather than a file."""
    return text.startswith(("http://", "https://"))


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the source tree; without it the one this Dideban runs from.",
)
url_option = click.option(
    "--url", callback=_url, help="Address that a FILE was saved from; without it, the page's own."
)


@click.group(
    "publisher",
    cls=CommandGroup,
    examples=(
        "dideban publisher new sample sample.ir --family iransamaneh",
        "dideban publisher check sample saved.html",
        "dideban publisher save sample saved.html --name 2026-plain --scrub",
        "dideban publisher check sample",
    ),
)
def command() -> None:
    """Describe a news site, try the description on its pages, and store pages that prove it.

    For those who add a site or a new layout to the source tree; docs/publishers.md leads through it.
    """


@command.command(
    "new",
    cls=Command,
    examples=(
        "dideban publisher new sample sample.ir",
        "dideban publisher new sample sample.ir --family newsstudio --name 'خبرگزاری نمونه'",
    ),
)
@click.argument("code", callback=_new_code)
@click.argument("host", callback=_host)
@click.option("--family", type=click.Choice(_FAMILIES), default="own", show_default=True, help="System the site runs.")
@click.option("--name", help="What readers call it; without it, HOST.")
@root_option
def new(code: str, host: str, family: str, name: str | None, root: Path | None) -> None:
    """Write the file of a publisher CODE on HOST, to be filled in, and say what comes next."""
    from dideban.cli.publishing import new as write  # noqa: PLC0415 - `--help` need not load pages
    from dideban.cli.sourcetree import tree  # noqa: PLC0415 - likewise

    write(code, host, family, name or host, tree(root))


@command.command(
    "check",
    cls=Command,
    examples=(
        "dideban publisher check tasnim",
        "dideban publisher check tasnim saved.html",
        "dideban publisher check irib https://www.irib-news.ir/fa/news/1234567",
    ),
)
@click.argument("code", callback=_code)
@click.argument("pages", nargs=-1, metavar="[FILE|URL]...")
@url_option
@root_option
def check(code: str, pages: tuple[str, ...], url: str | None, root: Path | None) -> None:
    """Try publisher CODE on saved files or live pages; without any, on its stored pages.

    A table for each page: field, value, and where it was read. ✗ marks what is missing, ~ where another than the first
    selector served (drift). Live pages are fetched as a crawl would, robots.txt obeyed. The exit status is 1 where a
    page is no article, lacks title, text or date, or a stored page reads otherwise than expected.
    """
    from dideban.cli.pagecheck import check_pages, check_stored  # noqa: PLC0415 - `--help` need not load pages
    from dideban.cli.sourcetree import tree  # noqa: PLC0415 - likewise

    if pages:
        check_pages(code, pages, url)
    else:
        check_stored(code, tree(root))


@command.command(
    "save",
    cls=Command,
    examples=(
        "dideban publisher save tasnim saved.html --name 2016-table --scrub",
        "dideban publisher save tasnim tests/crawler/pages/tasnim/2016-table/page.html --name 2016-table --force",
    ),
)
@click.argument("code", callback=_code)
@click.argument("page", metavar="FILE|URL")
@click.option("--name", required=True, help="Year of the layout's `since`, then what the page shows: 2016-table.")
@click.option("--scrub", is_flag=True, help="Put fillers for all Persian words, to be replaced by text of your own.")
@click.option("--force", is_flag=True, help="Write over a stored page of this name.")
@url_option
@root_option
def save(  # noqa: PLR0913, PLR0917 - click gives each option a name
    code: str, page: str, name: str, scrub: bool, force: bool, url: str | None, root: Path | None
) -> None:
    """Store a page of publisher CODE, with what reading it gives, under tests/crawler/pages/CODE/NAME.

    News belong to their publishers: what is stored must be text of your own in the site's markup. --scrub takes the
    words out; write your own into page.html, and save that again with --force.
    """
    from dideban.cli.publishing import save as store  # noqa: PLC0415 - `--help` need not load pages
    from dideban.cli.sourcetree import tree  # noqa: PLC0415 - likewise

    store(code, page, name, tree(root), url=url, scrub=scrub, force=force)
