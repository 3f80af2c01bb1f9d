"""What a page says about itself to machines: JSON-LD and meta elements."""

import json
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

_ARTICLE_TYPES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting"})


class Metadata:
    """JSON-LD of the article and the meta elements of a page, by name."""

    def __init__(self, page: etree._Element) -> None:
        self._page = page

    @cached_property
    def article(self) -> dict[str, object]:
        """The first JSON-LD object that is an article; empty where there is none or it cannot be read."""
        for script in self._page.iter("script"):
            if script.get("type") != "application/ld+json":
                continue
            try:
                loaded = json.loads((script.text or "").strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            for node in _objects(loaded):
                if _types(node) & _ARTICLE_TYPES:
                    return node
        return {}

    @cached_property
    def _meta(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for element in self._page.iter("meta"):
            content = element.get("content", "").strip()
            for attribute in ("property", "name", "itemprop"):
                if content and (name := element.get(attribute)):
                    found.setdefault(name.lower(), content)
        return found

    def meta(self, name: str) -> str | None:
        """Content of the first meta element whose property, name or itemprop is `name`."""
        return self._meta.get(name.lower())

    def linked(self, name: str) -> list[str]:
        """Values of an article's JSON-LD field as texts: names of persons, keywords in commas or a list."""
        return list(_texts(self.article.get(name)))

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page gives as its own."""
        links = (link.get("href", "").strip() for link in self._page.iter("link") if link.get("rel") == "canonical")
        return next(filter(None, links), None) or self.meta("og:url")


def _objects(loaded: object) -> Iterator[dict[str, object]]:
    if isinstance(loaded, list):
        for one in loaded:
            yield from _objects(one)
    elif isinstance(loaded, dict):
        yield loaded
        yield from _objects(loaded.get("@graph", []))


def _types(node: dict[str, object]) -> set[str]:
    return set(_texts(node.get("@type")))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts(value.get("name"))
