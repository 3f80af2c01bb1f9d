"""The tree of a page, and CSS selectors over it.

Parsel reads the page; selectors are compiled once and give plain elements, not parsel's wrapped ones.
"""

from functools import cache
from typing import cast

from lxml import etree
from parsel import Selector
from parsel.csstranslator import HTMLTranslator


def grow(text: str) -> etree._Element:
    """The root element of a page's text; an empty page has one too."""
    root: etree._Element = Selector(text=text or "<html/>").root
    return root


def select(element: etree._Element, css: str) -> list[etree._Element]:
    """Elements below `element` that a CSS selector matches, in document order. Raises ValueError for a bad selector."""
    return cast("list[etree._Element]", _compiled(css)(element))


@cache
def _compiled(css: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(css))
