"""Pages of sites that nobody has described: what they say to machines, and the densest text for a body.

On our pages that reads better and faster than trafilatura (`benchmarks.pages`), which is asked where it finds nothing.
"""

import logging
from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from lxml import etree

from crawler.pages.blocks import squeeze, text_lines
from crawler.pages.density import main_lines
from crawler.pages.footer import without_footer
from crawler.pages.page import Found, Page, Selectors

# Shorter than this it is a caption, a menu or a form.
_LEAST_BODY = 80
# trafilatura's complaints about pages that it cannot read are our outcomes.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class GenericPage(Page):
    """Any page that says it is an article, or reads like one."""

    title: ClassVar[Selectors] = ('h1[itemprop="headline"]', "article h1", "h1.title", "h1")
    lead: ClassVar[Selectors] = ('[itemprop="description"]', ".lead", ".introtext")
    body: ClassVar[Selectors] = ('[itemprop="articleBody"]',)
    visible_date: ClassVar[Selectors] = (
        ".item-date",
        ".news_pdate_c",
        ".publish-time",
        ".date",
        "time",
    )
    tags: ClassVar[Selectors] = ('a[rel~="tag"]',)
    drop: ClassVar[Selectors] = (".related-items", ".comments", "#comments")

    @cached_property
    def body_lines(self) -> tuple[Sequence[str], str]:
        """The marked body, else the densest text, else what trafilatura takes for it."""
        lines, source = super().body_lines
        if sum(map(len, lines)) >= _LEAST_BODY:
            return lines, source
        dense = main_lines(self.root)
        if sum(map(len, dense)) >= _LEAST_BODY:
            return dense, "density"
        found = _main_text(self.root)
        return (found, "trafilatura") if sum(map(len, found)) >= _LEAST_BODY else ((), "")

    def find_lead(self) -> Found | None:
        """The marked lead, if it is text of its own and not the body's beginning."""
        found = super().find_lead()
        return found if found and len(found[0]) < sum(map(len, self.body_lines[0])) else None


def _main_text(root: etree._Element) -> list[str]:
    import trafilatura  # noqa: PLC0415 - takes half a second, and described sites do without

    extracted = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, favor_precision=True)
    if extracted is None or isinstance(extracted, dict) or extracted.body is None:
        return []
    return without_footer([squeeze(line) for line in text_lines(extracted.body)])
