"""Tables to standard output, progress to standard error and only on a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import track as _track

CONSOLE = Console() if Console().is_terminal else Console(width=150)
ERRORS = Console(stderr=True)


def track[Item](items: Sequence[Item], what: str) -> Iterable[Item]:
    """`items`, with a bar on a terminal."""
    return _track(items, what, console=ERRORS, transient=True, disable=not ERRORS.is_terminal)
