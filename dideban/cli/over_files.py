"""What the commands that read files share: options, the loop over articles, progress, output."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from corpus.exports.files import replacing
from corpus.schema import Article
from dideban import inputs
from dideban.cli.faults import Fault, named, warn
from dideban.cli.progress import bar
from dideban.days import moment


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    try:
        return None if value is None else moment(value)
    except ValueError as fault:
        raise click.BadParameter(str(fault), ctx, param) from fault


output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to standard output."
)
published_option = click.option(
    "--published",
    callback=_moment,
    metavar="DATE",
    help="Day of publication of articles that come without one: 1402-10-01 (Jalali) or 2023-12-22.",
)
no_progress_option = click.option("--no-progress", is_flag=True, help="No progress bar, even on a terminal.")


def over_files(
    paths: tuple[Path, ...],
    output: Path | None,
    published: datetime | None,
    lines: Callable[[Article], Iterable[str]],
    *,
    progress: bool,
) -> None:
    """Write `lines(article)` for each article of `paths`, as they come.

    `output` is written whole or not at all. What cannot be read is named in one line each and so is an article that
    `lines` fails on; the others go on, and the command then exits with 1.
    """
    shown = progress and (output is not None or not sys.stdout.isatty())
    total = sum(1 for _ in inputs.paths(paths, output)) if shown and sys.stderr.isatty() else None
    failed = 0
    with _opened(output) as out, bar("reading", total, shown=shown) as advance:
        for one in inputs.paths(paths, output):
            for article in _articles(one):
                try:
                    found = _lines(article, published, lines)
                except _UnreadableError as fault:
                    warn(str(fault))
                    failed += 1
                else:
                    out.writelines(line + "\n" for line in found)
            advance()
    if failed:
        raise SystemExit(1)


class _UnreadableError(Exception):
    """A part of the input that gave nothing; its text is the line to print."""


def _lines(
    article: Article | inputs.Unreadable, published: datetime | None, lines: Callable[[Article], Iterable[str]]
) -> list[str]:
    if isinstance(article, inputs.Unreadable):
        raise _UnreadableError(article.message)
    if published and article.published is None:
        article = article.model_copy(update={"published": published})
    try:
        return list(lines(article))
    except Exception as fault:
        raise _UnreadableError(f"{article.document}: not read: {named(fault)}") from fault


def _articles(one: Path | inputs.Unreadable) -> Iterator[Article | inputs.Unreadable]:
    if isinstance(one, inputs.Unreadable):
        yield one
        return
    try:
        yield from inputs.articles(one)
    except Exception as fault:  # one file must not keep the others from being read
        yield inputs.Unreadable(f"{one}: not read: {named(fault)}")


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        with replacing(output) as file:
            out = TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
            yield out
            out.detach()
    except OSError as fault:
        raise Fault(f"{output}: {fault.strerror or fault}") from fault
