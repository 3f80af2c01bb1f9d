"""An element's text as a reader sees it: a line for each paragraph, list item and table row."""

import re
from collections.abc import Collection

from lxml import etree

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul"}
)
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "embed", "form", "button", "input", "select"}
    | {"textarea", "svg", "video", "audio", "head", "link", "meta"}
)
_CELLS = frozenset({"td", "th"})
_CELL_END = "\x1f"
_BETWEEN_CELLS = " | "
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def squeeze(text: str) -> str:
    """One line: runs of white space become one space. ZWNJ is no white space and stays where it is."""
    # The end of a cell is white space itself.
    return " ".join(text.split())


class _Lines:
    """Collects text until a line ends."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._open: list[str] = []
        self._row: etree._Element | None = None

    def add(self, text: str | None) -> None:
        if text:
            self._open.append(text)

    def end_line(self) -> None:
        """A line ends, but not inside a table row: its cells belong together."""
        if self._row is not None:
            self._open.append(" ")
            return
        if not self._open:
            return
        cells = [squeeze(cell) for cell in "".join(self._open).split(_CELL_END)]
        self._open.clear()
        if any(cells):
            self.done.append(squeeze(_BETWEEN_CELLS.join(cells)))

    def begin(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self.end_line()
        elif element.tag == "tr":
            self.end_line()
            if self._row is None and _is_data_row(element):
                self._row = element
        self.add(element.text)

    def finish(self, element: etree._Element) -> None:
        if element is self._row:
            self._row = None
            self.end_line()
        elif element.tag in _CELLS and self._row is not None and element.getnext() is not None:
            self._open.append(_CELL_END)
        elif element.tag in _BLOCKS or element.tag == "tr" or element.tag in _CELLS:
            self.end_line()


def _is_data_row(row: etree._Element) -> bool:
    """A row of several cells; old pages also lay themselves out in tables, which hold further tables."""
    return sum(child.tag in _CELLS for child in row) > 1 and row.find(".//table") is None


def is_silent(element: etree._Element) -> bool:
    """Whether a browser shows nothing of the element."""
    return (
        element.tag in _SILENT
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def text_lines(element: etree._Element, drop: Collection[etree._Element] = ()) -> list[str]:
    """Lines of the element's text without the elements in `drop`.

    Cells of a table row stand in one line, parted by « | »: a tab would be one more space to whoever folds the text.
    """
    lines = _Lines()
    # Elements, not their ids: lxml makes a new object for an element that nobody holds, and ids come again.
    dropped = set(drop)
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node is not element and (node in dropped or is_silent(node)):
                walk.skip_subtree()
                dropped.add(node)
                continue
            lines.begin(node)
            continue
        if event == "end" and node not in dropped:
            lines.finish(node)
        if node is not element:
            lines.add(node.tail)
    lines.end_line()
    return lines.done
