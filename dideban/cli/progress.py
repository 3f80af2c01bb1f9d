"""Progress bars and tables: on standard error, bars on a terminal only."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

# Columns of a table that goes into a file, where nothing says how wide a line may be.
_WIDE = 160


@contextmanager
def bar(label: str, total: int | None, *, shown: bool = True) -> Iterator[Callable[[], None]]:
    """A bar for `total` steps (None where unknown: seen from the first on); yields what to call after each step."""
    with bars(shown=shown) as progress:
        task = progress.add_task(label, total=total, note="", visible=total is not None)
        yield lambda: progress.update(task, advance=1, visible=True)


@contextmanager
def bars(*, shown: bool = True) -> Iterator[Progress]:
    """Room for several bars; each task has a `note`, a few words at its end."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}", markup=False),
    )
    with Progress(*columns, console=console, disable=not (shown and console.is_terminal), transient=True) as progress:
        yield progress


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table to standard error: the first column is words, the others figures."""
    printed = Table(box=box.SIMPLE_HEAD)
    for number, head in enumerate(heads):
        printed.add_column(head, justify="right" if number else "left", no_wrap=True)
    for row in rows:
        printed.add_row(*map(str, row))
    console = Console(stderr=True)
    console.print(printed, width=console.width if console.is_terminal else _WIDE)
