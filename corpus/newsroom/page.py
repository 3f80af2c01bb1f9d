"""An answer of a site of the sample newsroom."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, eq=False)
class Page:
    """One answer of a site. `render` makes its text when it is asked for, so that a large site costs no memory.

    `location` is where a page of status 301 leads; a `packed` one is sent as a gzip file.
    """

    render: Callable[[], str]
    modified: datetime
    type: str = "text/html"
    status: int = 200
    location: str | None = None
    packed: bool = False
