"""CSS selectors over a page: the index answers as a search does."""

from pathlib import Path

import pytest
from cssselect import SelectorError
from lxml import etree
from parsel import Selector
from parsel.csstranslator import HTMLTranslator

from crawler.pages.tree import grow, select
from crawler.publishers import catalogue

PAGES = sorted(Path(__file__).with_name("pages").glob("*/*/page.html"))
PAGE = """<html{}><body class="a b"><div class="a"><p class="x">1<span class="x y">2</span></p>
<ul id="k" class="a"><li class="x">3<div class="b"><i class="x">4</i></div></li></ul></div><p class="x" id="z">5</p>
<section itemprop="s"><p class="y x">6</p></section></body></html>"""
SELECTORS = [".x", "p.x", ".a .x", "div.a > .x", ".a .b .x", ".a > .x", "#k .x", "ul#k > li.x .b > i", "#z", "body.a"]
SELECTORS += [
    ".none",
    ".none .x",
    ".x.y",
    ".y, .none",
    ".x, .y",
    "p",
    '[itemprop="s"] .x',
    ".x:not(.y)",
    "p + section .x",
]
SELECTORS += ["html.top .x", ".a .a .x", '[class*="x"]', "p:not(.none)", ".top > body"]


def searched(root: etree._Element, css: str) -> list[etree._Element]:
    return root.xpath(HTMLTranslator().css_to_xpath(css))


@pytest.mark.parametrize("css", SELECTORS)
@pytest.mark.parametrize("root_names", ["", ' class="top"'])
def test_the_index_answers_as_a_search_does(css, root_names):
    root = grow(PAGE.format(root_names))
    for element in root.iter():
        assert select(element, css) == searched(element, css)


def test_every_selector_of_every_layout_is_answered_alike(pages_of_all):
    asked = 0
    for layout, root in pages_of_all:
        for css in (*layout.title, *layout.kicker, *layout.lead, *layout.body, *layout.visible_date, *layout.tags):
            assert select(root, css) == searched(root, css), css
            asked += bool(select(root, css))
    assert asked > 100


@pytest.fixture
def pages_of_all():
    layouts = [layout for publisher in catalogue().values() for layout in publisher.layouts]
    return [(layout, grow(page.read_text("utf-8", "replace"))) for page in PAGES[::5] for layout in layouts]


def test_a_tree_that_did_not_grow_here_is_searched():
    root = Selector(text=PAGE.format("")).root
    assert select(root, ".y") == searched(root, ".y")


def test_a_bad_selector_is_told():
    with pytest.raises(SelectorError):
        select(grow("<p>x"), "a b >")
