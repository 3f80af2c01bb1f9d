"""`dideban publisher new` and `save`: a publisher's file, and its stored pages."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from crawler import stored_pages
from crawler.pages.decode import decode
from crawler.pages.outcomes import UndecodablePage
from crawler.publishers import catalogue
from crawler.scrub import scrubbed
from crawler.stub import stub
from dideban.cli.faults import Fault, warn
from dideban.cli.pagesource import source_of
from dideban.cli.sourcetree import PAGES, PUBLISHERS


def new(code: str, host: str, family: str, name: str, root: Path) -> None:
    """Write a publisher's file and say what comes next. Raises Fault where code or host are taken."""
    file = root / PUBLISHERS / f"{code}.py"
    taken = next((one.code for one in catalogue().values() if host in one.hosts), None)
    if taken:
        raise Fault(f"{host} is {taken}'s")
    if code in catalogue() or file.exists():
        raise Fault(f"there is a publisher {code} already: {file}")
    year = date.today().year
    try:
        file.write_text(stub(code, host, name, family, date(year, 1, 1)), encoding="utf-8")
    except OSError as fault:
        raise Fault(f"{file}: {fault.strerror}") from fault
    click.echo(file)
    steps = (
        f"1. Fill in what says TODO in {file}.",
        f"2. Save a page of the site with a browser and try it: dideban publisher check {code} saved.html",
        f"3. Store one for the layout: dideban publisher save {code} saved.html --name {year}-plain --scrub",
        f"   then put text of your own into {PAGES / code}/{year}-plain/page.html, and save that with --force.",
        "4. Name it in README.md and docs/publishers.md, and in crawler/pages/newsrooms.yaml if others reprint it.",
    )
    click.echo("\n".join(steps), err=True)


def save(  # noqa: PLR0913 - the options of the command
    code: str, page: str, name: str, root: Path, *, url: str | None, scrub: bool, force: bool
) -> None:
    """Store a page. Raises Fault where it cannot be had or written, UsageError for a name that fits no layout."""
    publisher = catalogue()[code]
    years = sorted({layout.since.year for layout in publisher.layouts})
    if stored_pages.year_of(name) not in years:
        known = ", ".join(map(str, years))
        raise click.UsageError(
            f"--name {name!r} must begin with the year of a layout of {code} ({known}), as {years[-1]}-plain does"
        )
    folder = root / PAGES / code / name
    if (folder / stored_pages.PAGE).exists() and not force:
        raise Fault(f"{folder} is there already: another --name, or --force")
    got = source_of(page, url)
    body, address = got.body, got.url or _stored_address(folder)
    try:
        if scrub:
            body = scrubbed(decode(body, got.headers)).encode()
            # A slug holds the title's words.
            address = (publisher.canonical(address) if address else None) or address
        _need_owner(code, stored_pages.outcome_of(body, address, got.fetched), page)
        told = stored_pages.write(folder, body, address, got.fetched)
    except UndecodablePage as fault:
        raise Fault(f"{page}: {fault}") from fault
    except OSError as fault:
        raise Fault(f"{folder}: {fault.strerror}") from fault
    click.echo(folder)
    _tell(told, folder, scrub=scrub)


def _need_owner(code: str, told: dict[str, Any], page: str) -> None:
    if "article" in told and told["article"].get("publisher") != code:
        raise Fault(f"{page}: does not say that it is {code}'s: name its address with --url")


def _tell(told: dict[str, Any], folder: Path, *, scrub: bool) -> None:
    if reason := told.get("not_an_article"):
        warn(f"read as no article: {reason}")
    if scrub:
        warn(f"write sentences of your own for the fillers in {folder / stored_pages.PAGE}, and save that with --force")
    else:
        warn("text of others is under copyright: every sentence of a stored page must be your own")


def _stored_address(folder: Path) -> str | None:
    """The address of a page that is stored anew; a stored page's file does not always have it."""
    try:
        address: str | None = stored_pages.expected(folder)["url"]
    except (OSError, ValueError, KeyError):
        return None
    return address
