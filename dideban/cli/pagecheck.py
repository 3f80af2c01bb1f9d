"""`dideban publisher check`: how pages are read, and whether stored ones read as expected."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from crawler import stored_pages
from crawler.fields import NEEDED, fields_of
from crawler.pages.outcomes import NotAnArticle, UndecodablePage
from crawler.parsing import read
from crawler.publishers import catalogue
from crawler.publishers.publisher import Publisher
from dideban.cli.faults import Fault, warn
from dideban.cli.fieldtable import show
from dideban.cli.pagesource import Source, source_of
from dideban.cli.publisher import is_address
from dideban.cli.sourcetree import PAGES


def check_pages(code: str, pages: Sequence[str], url: str | None) -> None:
    """Print how each page is read. Raises Fault where one is no article or lacks what is needed."""
    if url and (len(pages) > 1 or is_address(pages[0])):
        raise click.UsageError("--url goes with one FILE")
    publisher = catalogue()[code]
    poor = [page for page in pages if not _shown(source_of(page, url), publisher)]
    if poor:
        raise Fault(f"not read in full: {', '.join(poor)}")


def check_stored(code: str, root: Path) -> None:
    """Print how each stored page is read. Raises Fault where one reads otherwise than expected, or there is none."""
    folders = stored_pages.folders(root / PAGES, code)
    if not folders:
        raise Fault(f"{code} has no stored page in {root / PAGES / code}: dideban publisher save makes one")
    differing = [folder.name for folder in folders if not _as_expected(folder, catalogue()[code])]
    layouts = {layout.since.year for layout in catalogue()[code].layouts}
    bare = layouts - {stored_pages.year_of(folder.name) for folder in folders}
    for year in sorted(bare):
        warn(f"the layout of {year} has no stored page")
    if differing or bare:
        raise Fault(f"{code}: {len(differing)} of {len(folders)} stored pages differ, {len(bare)} layouts without one")
    click.echo(f"{code}: {len(folders)} stored pages read as expected", err=True)


def _shown(source: Source, publisher: type[Publisher]) -> bool:
    """Print how a page is read; whether nothing needed is missing."""
    name = None if source.url else source.label
    try:
        article, layout = read(source.body, source.url, source.headers, name=name, now=source.fetched, known=publisher)
    except (NotAnArticle, UndecodablePage) as outcome:
        click.echo(f"{source.label}\n  no article: {outcome}\n")
        return False
    if article.publisher != publisher.code:
        warn(f"{source.label}: its address is of {article.publisher or 'no known publisher'}, not of {publisher.code}")
    fields = list(fields_of(article, layout))
    show(f"{source.label}  ({layout.__name__})", fields)
    return article.publisher == publisher.code and not any(
        field.name in NEEDED and field.state == "missing" for field in fields
    )


def _as_expected(folder: Path, publisher: type[Publisher]) -> bool:
    try:
        wanted, found = stored_pages.expected(folder), stored_pages.found(folder)
        body = (folder / stored_pages.PAGE).read_bytes()
    except (OSError, ValueError, KeyError) as fault:
        raise Fault(f"{folder}: {fault}") from fault
    fetched = datetime.fromisoformat(wanted["fetched"]) if "fetched" in wanted else stored_pages.STORED_AT
    if "article" in found:
        _shown(Source(folder.name, body, wanted["url"], {}, fetched), publisher)
    else:
        click.echo(f"{folder.name}\n  no article: {found['not_an_article']}\n")
    for line in _differences(wanted, found):
        warn(f"{folder.name}: {line}")
    return wanted == found


def _differences(wanted: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """A line for each field that reads otherwise than expected."""
    kinds = [one.get("not_an_article", "an article") for one in (wanted, found)]
    if kinds[0] != kinds[1]:
        yield f"expected {kinds[0]}, found {kinds[1]}"
        return
    before, now = wanted.get("article", {}), found.get("article", {})
    for field in sorted(before.keys() | now.keys()):
        if before.get(field) != now.get(field):
            yield f"{field}: expected {_brief(before.get(field))}, found {_brief(now.get(field))}"


def _brief(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:120]}…"
