"""The body of an article as HTML."""

from collections.abc import Iterable

from corpus.newsroom.articles import Block, Table
from corpus.newsroom.markup import Markup, element, joined


def block(content: Block, **attributes: str) -> Markup:
    """A paragraph with `attributes`, a table or a list."""
    if isinstance(content, str):
        return element("p", content, **attributes)
    if isinstance(content, Table):
        return element("table", element("tbody", *map(_row, content.table)), border="1")
    return element("ul", *(element("li", item) for item in content.list))


def paragraphs(contents: Iterable[Block], **attributes: str) -> Markup:
    """All of a body, each paragraph with `attributes`."""
    return joined((block(content, **attributes) for content in contents), "\n")


def _row(cells: Iterable[str]) -> Markup:
    return element("tr", *(element("td", cell) for cell in cells))
