"""A request that meets a fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

from corpus.newsroom.answers import Answer, answer, page_answer
from corpus.newsroom.faults import Fault
from corpus.newsroom.page import Page
from corpus.newsroom.site import Site


@dataclass(frozen=True)
class Request:
    """A request, and the site that it is for."""

    fault: Fault
    site: Site
    path: str
    headers: Mapping[str, str]

    @property
    def bare(self) -> str:
        """The path without query and percent signs."""
        return unquote(self.path.partition("?")[0])

    @property
    def position(self) -> int | None:
        """The place of the article that was asked for; None where it is no article."""
        return self.site.positions.get(self.site.stem_of(self.bare) or "")

    @property
    def well(self) -> Answer:
        """The answer without the fault."""
        return answer(self.site, self.path, self.headers)

    def page(self, text: str, status: int = 200, type_: str = "text/html") -> Answer:
        """A page of the site in place of what was asked for."""
        return page_answer(Page(partial(str, text), self.site.edition.newest, type_, status), self.headers)
