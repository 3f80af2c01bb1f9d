"""What a site of the sample newsroom is: pages by path."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, eq=False)
class Page:
    """One answer of a site. `render` makes its text when it is asked for, so that a large site costs no memory."""

    render: Callable[[], str]
    modified: datetime
    type: str = "text/html"
    status: int = 200


@dataclass(frozen=True)
class Site:
    """A host, the sister names that redirect to it, and its pages by path, without query and percent signs.

    `stem` is the part of an article's path that counts: what follows it, the slug, may be missing or differ.
    `odd` names the pages that are no articles although sitemaps link them: kind to address.
    """

    host: str
    sisters: tuple[str, ...]
    stem: re.Pattern[str]
    pages: Mapping[str, Page]
    odd: Mapping[str, str]

    def find(self, path: str) -> Page | None:
        """The page at `path`, None where the site has none."""
        if page := self.pages.get(path):
            return page
        found = self.stem.match(path)
        return self.pages.get(found[1]) if found else None
