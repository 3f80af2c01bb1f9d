"""What the commands that read files share: options, the loop over articles, progress, output."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

import click

from corpus.schema import Article
from dideban import inputs
from dideban.cli.faults import Fault, warn
from dideban.cli.progress import bar


class _Moment(click.ParamType):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401
        if isinstance(value, datetime):
            return value
        try:
            return inputs.moment(str(value))
        except ValueError as fault:
            self.fail(str(fault), param, ctx)


output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to standard output."
)
published_option = click.option(
    "--published",
    type=_Moment(),
    metavar="DATE",
    help="Date of publication where the input gives none: 1402-10-01 (Jalali) or 2023-12-22.",
)
no_progress_option = click.option("--no-progress", is_flag=True, help="No progress bar, even on a terminal.")


def over_files(
    paths: Iterable[Path],
    output: Path | None,
    published: datetime | None,
    lines: Callable[[Article], Iterable[str]],
    *,
    progress: bool,
) -> None:
    """Write `lines(article)` for each article of `paths`, as they come.

    `output` is written whole or not at all: into a file beside it that takes its name at the end. Raises Fault at the
    end where something could not be read; what could be is written all the same.
    """
    found = list(inputs.paths(list(paths)))
    failed = 0
    with _opened(output) as out, bar("reading", len(found), shown=progress and output is not None) as advance:
        for one in found:
            for article in _articles(one):
                if isinstance(article, inputs.Unreadable):
                    warn(article.message)
                    failed += 1
                    continue
                for line in lines(_dated(article, published)):
                    out.write(line + "\n")
            advance()
    if failed:
        raise SystemExit(1)


def _articles(one: Path | inputs.Unreadable) -> Iterator[Article | inputs.Unreadable]:
    if isinstance(one, inputs.Unreadable):
        yield one
    else:
        yield from inputs.articles(one)


def _dated(article: Article, published: datetime | None) -> Article:
    if published is None or article.published is not None:
        return article
    return article.model_copy(update={"published": published})


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=output.parent, prefix=f".{output.name}.", delete=False
        ) as out:
            try:
                yield out
            except BaseException:
                Path(out.name).unlink(missing_ok=True)
                raise
        Path(out.name).chmod(0o666 & ~_umask())
        Path(out.name).replace(output)
    except OSError as fault:
        raise Fault(f"{output}: {fault.strerror or fault}") from fault


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
