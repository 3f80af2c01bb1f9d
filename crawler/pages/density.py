"""Where a page's main text is, by how its letters lie: for sites that nobody has described."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path

import yaml
from lxml import etree

from crawler.pages.blocks import is_silent, text_lines
from crawler.pages.footer import without_footer
from crawler.pages.related import further_reading
from crawler.pages.tree import select

_FURNITURE = Path(__file__).with_name("furniture.yaml")
# Letters; a date, a number or a row of links is shorter.
_LONGEST_LABEL = 200

# What holds an article's letters; a div counts where it stands for a paragraph, having no blocks inside.
_PARAGRAPHS = frozenset({"p", "li", "blockquote", "pre", "dd", "dt"})
_CONTAINERS = frozenset({"div", "section", "article", "main", "td", "th", "body"})
_AROUND = frozenset({"nav", "header", "footer", "aside", "form", "menu"})
# An ancestor's share falls with every step, so that the closest element around all paragraphs wins, not the page.
_STEP = 0.2
_HIGHEST = 4


def densest(root: etree._Element) -> etree._Element | None:
    """The element whose paragraphs, near below it, hold most letters outside links; None where there are none."""
    scores: dict[etree._Element, float] = defaultdict(float)
    for element, letters in _paragraphs(root):
        share = float(letters)
        around = (one for one in chain((element,), element.iterancestors()) if one.tag in _CONTAINERS)
        for above in islice(around, _HIGHEST):
            scores[above] += share
            share *= _STEP
    return max(scores, key=lambda one: scores[one], default=None)


def main_lines(root: etree._Element) -> list[str]:
    """Lines of the main text, without what `furniture.yaml` names; none where the page has no text."""
    element = densest(root)
    if element is None:
        return []
    unwanted = [*_furniture_in(element), *further_reading(element)]
    return without_footer(text_lines(element, unwanted))


def _furniture_in(element: etree._Element) -> Iterator[etree._Element]:
    around, labels = _furniture()
    yield from select(element, around)
    for label in select(element, labels):
        if len(_text(label)) <= _LONGEST_LABEL:
            yield label


@cache
def _furniture() -> tuple[str, str]:
    """Selectors of what always goes, and of what goes where it is short."""
    loaded = yaml.safe_load(_FURNITURE.read_text(encoding="utf-8"))
    return ", ".join(loaded["around"]), ", ".join(loaded["labels"])


def _paragraphs(root: etree._Element) -> list[tuple[etree._Element, int]]:
    found = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if not isinstance(element.tag, str):
            continue
        if element.tag in _AROUND or is_silent(element):
            walk.skip_subtree()
        elif element.tag in _PARAGRAPHS:
            letters = _unlinked(element)
            if letters > 0:
                found.append((element, letters))
            walk.skip_subtree()
        elif element.tag in _CONTAINERS and (letters := _own(element)):
            found.append((element, letters))
    return found


def _own(element: etree._Element) -> int:
    """Letters that stand in the element itself, as between line breaks."""
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)


def _unlinked(element: etree._Element) -> int:
    """Letters outside links, less those inside."""
    return len(_text(element)) - 2 * sum(len(_text(link)) for link in element.iter("a"))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()
