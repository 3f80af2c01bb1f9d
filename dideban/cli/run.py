"""`dideban run`: crawl, then extract what is new."""

import click

from dideban.cli.command import Command
from dideban.cli.crawl_options import Asked, crawl_options
from dideban.cli.faults import Fault


@click.command("run", cls=Command, examples=("dideban run", "dideban run tasnim --since 3d", "dideban run --again"))
@crawl_options
@click.option(
    "--again", is_flag=True, help="Extract every stored article anew, as after a change of rules or of the registry."
)
def command(asked: Asked, again: bool) -> None:
    """Crawl the publishers, then extract every article that is new or not yet read by this version of the extractor."""
    from dideban.cli import crawling, extracting  # noqa: PLC0415 - `--help` need not load crawler and extractor

    crawled = crawling.crawl(asked.publishers, **asked.options())
    asked.tell()
    crawling.show(crawled)
    crawling.measure(crawled, asked.metrics)
    if crawled.report.ended == "interrupted":
        crawling.end(crawled)
    extracted = extracting.extract_new(again=again)
    click.echo(
        f"{extracted.records} records from {extracted.articles} articles in {extracted.seconds:.1f} seconds", err=True
    )
    crawling.end(crawled)
    if extracted.failed:
        raise Fault(f"{extracted.failed} articles could not be read")
