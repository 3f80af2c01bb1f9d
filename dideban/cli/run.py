"""`dideban run`: crawl, then extract what is new."""

from datetime import date

import click

from dideban import config
from dideban.cli.crawl import crawl, crawl_options, report_table
from dideban.cli.progress import bar
from dideban.opening import open_store


@click.command("run")
@crawl_options
def command(publishers: tuple[str, ...], since: date | None, limit: int | None, urls: tuple[str, ...]) -> None:
    """Crawl the publishers, then extract what is new or not yet read by this version of the extractor.

    \b
    Examples:
      dideban run
      dideban run tasnim --since 3d
    """
    open_store()
    report = crawl(publishers, home=config.make_home(config.load()), since=since, limit=limit, urls=urls)
    records = extract_new()
    report_table(report, records)


def extract_new() -> int:
    """Read every stored article that this version of the extractor has not read; how many records that gave."""
    from corpus import store
    from extractor import extract
    from extractor.version import VERSION

    records = 0
    with bar("extracting", None) as advance:
        for article in store.articles(without_records_of=VERSION):
            found = extract(article)
            store.save_records(article.document, found, VERSION)
            records += len(found)
            advance()
    return records
