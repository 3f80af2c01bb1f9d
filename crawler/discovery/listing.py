"""What a list is read as."""

from dataclasses import dataclass
from datetime import date


class UnreadableList(ValueError):  # noqa: N818 - named for what it is about
    """A feed or sitemap that is neither XML nor JSON of a known form."""


@dataclass(frozen=True)
class Link:
    """An address that a list names, the day it gives (of publication or of the last change), the title and lead."""

    url: str
    day: date | None = None
    title: str | None = None
    lead: str | None = None


@dataclass(frozen=True)
class Listing:
    """What a list names: pages, and further lists. `damage` says why it may name fewer than it should."""

    pages: tuple[Link, ...] = ()
    lists: tuple[Link, ...] = ()
    damage: str | None = None
