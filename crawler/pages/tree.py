"""The tree of a page, and CSS selectors over it.

Parsel reads the page; selectors are compiled once and give plain elements, not parsel's wrapped ones. Most selectors of
a layout match nothing on a page, so the classes, ids and item properties that a page has at all are noted once, and a
selector that needs another one is answered without a search.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import cast
from weakref import WeakKeyDictionary

from cssselect import parse as parse_css
from cssselect.parser import Attrib, Class, CombinedSelector, Hash, Pseudo
from lxml import etree
from parsel import Selector
from parsel.csstranslator import HTMLTranslator

_CLASS = re.compile(r"@class and contains\(concat\(' ', normalize-space\(@class\), ' '\), ' ([\w-]+) '\)")
_NAMES: WeakKeyDictionary[etree._Element, frozenset[str]] = WeakKeyDictionary()
_names = etree.XPath("//@class | //@id | //@itemprop", smart_strings=False)


def grow(text: str) -> etree._Element:
    """The root element of a page's text; an empty page has one too."""
    root: etree._Element = Selector(text=text or "<html/>").root
    _NAMES[root] = frozenset(" ".join(cast("list[str]", _names(root))).split())
    return root


def select(element: etree._Element, css: str) -> list[etree._Element]:
    """Elements below `element` that a CSS selector matches, in document order. Raises cssselect.SelectorError."""
    search, alternatives = _compiled(css)
    present = _NAMES.get(element.getroottree().getroot())
    if present is not None and not any(needed <= present for needed in alternatives):
        return []
    return cast("list[etree._Element]", search(element))


@cache
def _compiled(css: str) -> tuple[etree.XPath, tuple[frozenset[str], ...]]:
    """The search, and for each of the selectors between commas the names without which it finds nothing."""
    needed = tuple(frozenset(_needed(one.parsed_tree)) for one in parse_css(css))
    # The translator writes the step to a descendant as two, which costs a search of its own, and takes every class
    # attribute apart, where most have no such letters.
    path = HTMLTranslator().css_to_xpath(css).replace("/descendant-or-self::*/", "/descendant::")
    return etree.XPath(_CLASS.sub(r"contains(@class, '\1') and \g<0>", path)), needed


def _needed(tree: object) -> Iterator[str]:
    """Names that must be on the page; what stands in :not() or is matched in part asks for none."""
    if isinstance(tree, CombinedSelector):
        yield from (*_needed(tree.selector), *_needed(tree.subselector))
    elif isinstance(tree, Class):
        yield from (tree.class_name, *_needed(tree.selector))
    elif isinstance(tree, Hash):
        yield from (tree.id, *_needed(tree.selector))
    elif isinstance(tree, Attrib):
        if tree.attrib in {"class", "id", "itemprop"} and tree.operator == "~=" and tree.value:
            yield str(tree.value.value)
        elif tree.attrib == "itemprop" and tree.operator == "=" and tree.value:
            yield from str(tree.value.value).split()
        yield from _needed(tree.selector)
    elif isinstance(tree, Pseudo):
        yield from _needed(tree.selector)
