"""The checks of `dideban doctor` that are about this installation's state. They bring nothing up to date."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal
from urllib.error import URLError
from urllib.request import Request, urlopen

import models
from dideban import config
from dideban.cli.sample import is_sample
from dideban.opening import set_up

_PATIENCE = 5  # seconds for one feed
_ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the report. `missing` is something that one can do without, `broken` something that one cannot."""

    mark: Literal["ok", "missing", "broken"]
    text: str


def of_settings(settings: config.Config) -> Iterator[Finding]:
    """Each setting with its value and where that came from."""
    yield Finding("ok", f"settings file: {settings.file or 'none'}")
    for one in config.shown(settings):
        if one.name == "crawl_contact" and settings.crawl_contact is None:
            yield Finding("missing", f"setting {one.name}: sites that the crawler asks cannot reach you ({one.about})")
            continue
        yield Finding("ok", f"setting {one.name} = {one.value} ({one.source}): {one.about}")


def of_home(settings: config.Config) -> Iterator[Finding]:
    """Whether the state folder is there, or can be made, and may be written to."""
    there = next(one for one in (settings.home, *settings.home.parents) if one.exists())
    if not _may_write(there):
        yield Finding("broken", f"state folder: {settings.home}: {there} may not be written to")
    elif there != settings.home:
        yield Finding(
            "missing", f"state folder: {settings.home} is not made yet; the first command that needs it makes it"
        )
    else:
        yield Finding("ok", f"state folder: {there}{', which holds the sample newsroom' if is_sample(there) else ''}")


def _may_write(folder: Path) -> bool:
    """Found out by a file that is gone at once: rights alone say little of /proc or of a disk mounted for reading."""
    try:
        with TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def of_database(settings: config.Config) -> Iterator[Finding]:
    """Whether the database is there, up to date, and how much it holds."""
    set_up()
    from django.db import DatabaseError, connection  # noqa: PLC0415 - Django has to be set up first
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - likewise

    from corpus import store  # noqa: PLC0415 - likewise

    engine = _ENGINES.get(connection.vendor, connection.vendor)
    place = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and not Path(place).exists():
        yield Finding("missing", f"database: {engine} at {place} is not made yet; the first crawl makes it")
        return
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if waiting:
            yield Finding(
                "missing",
                f"database: {engine} {place}, {len(waiting)} migrations behind; any command that uses it catches up",
            )
            return
        stored = store.counts()
    except DatabaseError as fault:
        yield Finding("broken", f"database: {engine} {place} cannot be used: {fault}")
        return
    yield Finding("ok", f"database: {engine} {place}, up to date, {stored.articles} articles, {stored.records} records")


def of_registry() -> Iterator[Finding]:
    """What the registry holds."""
    from corpus.registry import RegistryError, load  # noqa: PLC0415 - `--help` need not load it

    try:
        known = load()
    except RegistryError as fault:
        yield Finding("broken", f"registry: {fault}")
        return
    programmes = ", ".join(f"{one.id} with {len(one.indicators)} indicators" for one in known.programmes)
    yield Finding(
        "ok", f"registry: {len(known.bodies)} bodies, {len(known.groups)} groups, {len(known.laws)} laws; {programmes}"
    )


def of_models() -> Iterator[Finding]:
    """Which trained models there are: each a package of its own under `models`, which may tell more of itself."""
    folders = [one for place in models.__path__ for one in Path(place).iterdir() if (one / "__init__.py").exists()]
    for folder in sorted(folders):
        try:
            yield Finding("ok", f"trained models: {folder.name}: {_installed(folder)}")
        except OSError as fault:
            yield Finding(
                "broken", f"trained models: {folder.name}: {fault}; rules alone read until dideban is installed anew"
            )


def _installed(folder: Path) -> str:
    tell = getattr(import_module(f"models.{folder.name}"), "installed", None)
    return str(tell()) if tell else ", ".join(sorted(one.name for one in folder.glob("*.crfsuite")))


def of_feeds(settings: config.Config) -> Iterator[Finding]:
    """Whether each publisher's feeds answer, asked once each."""
    from crawler.publishers import catalogue  # noqa: PLC0415 - `--help` need not load pages
    from crawler.settings import user_agent  # noqa: PLC0415 - likewise

    agent = user_agent(settings.crawl_contact)
    for publisher in catalogue().values():
        for path in publisher.feeds:
            yield _of_feed(f"{publisher.home()}{path}", publisher.code, agent)


def _of_feed(url: str, code: str, agent: str) -> Finding:
    try:
        with urlopen(Request(url, headers={"User-Agent": agent}), timeout=_PATIENCE) as answer:  # noqa: S310 - https, our own list
            return Finding("ok", f"feed of {code}: {url} answers {answer.status}")
    except (URLError, OSError) as fault:
        return Finding("broken", f"feed of {code}: {url}: {getattr(fault, 'reason', None) or fault}")
