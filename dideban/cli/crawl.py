"""`dideban crawl`: fetch news and store articles."""

from dataclasses import replace
from pathlib import Path

import click

from dideban.cli.command import Command
from dideban.cli.crawl_options import Asked, crawl_options
from dideban.cli.faults import Fault

_OWN = ""  # the archive of the state folder


@click.command(
    "crawl",
    cls=Command,
    examples=(
        "dideban crawl",
        "dideban crawl tasnim --since 1402-10-01 --until 1402-10-30 --limit 100",
        "dideban crawl --since all --topic window",
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
def command(asked: Asked, archives: tuple[str, ...]) -> None:
    """Fetch what publishers' feeds and sitemaps name and store each article once; without a PUBLISHER, all of them.

    Without --since it goes back a week. Robots are obeyed and every page is kept in an archive. Ctrl-C ends it in good
    order; the next crawl goes on from there.
    """
    from dideban.cli import crawling  # noqa: PLC0415 - `--help` need not load the crawler

    named = [Path(one) for one in archives if one != _OWN] if archives else None
    for path in named or ():
        if not path.exists():
            raise Fault(f"{path}: no such file or folder")
    if named is not None and asked.usual:
        # Pages that are already here cost nobody anything.
        asked = replace(asked, since=None, usual=False)
    if named is not None and asked.topics:
        raise click.UsageError("--topic is for lists of a site; an archive is read without")
    crawled = crawling.crawl(asked.publishers, archives=named, **asked.options())
    asked.tell()
    crawling.show(crawled)
    crawling.measure(crawled, asked.metrics)
    crawling.end(crawled)
