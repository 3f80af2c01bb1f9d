"""How well a page was read: field by field, the value, where it was read, and whether the first selector served."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.schema import Article
from crawler.pages.page import Page, Selectors

State = Literal["found", "drift", "missing"]
# Field of the article -> what names its selectors on a layout; None for those that a page says to machines.
_FIELDS: dict[str, str | None] = {
    "canonical_url": None,
    "title": "title",
    "kicker": "kicker",
    "lead": "lead",
    "text": "body",
    "published": None,
    "published_jalali": "visible_date",
    "modified": None,
    "section": "section",
    "tags": "tags",
    "authors": None,
    "origin": None,
    "news_code": "news_code",
}
# Without these a page is no article, or one of an unknown day.
NEEDED = frozenset({"title", "text", "published"})
_CSS = "css:"


@dataclass(frozen=True)
class Field:
    """One field as read. `drift`: a later selector of the layout served, as after a redesign, or a part of one."""

    name: str
    value: str
    source: str
    state: State
    note: str = ""


def fields_of(article: Article, layout: type[Page]) -> Iterator[Field]:
    """The fields of an article as `layout` read it, in reading order."""
    for name, attribute in _FIELDS.items():
        value = _shown(getattr(article, name))
        source = article.provenance.get(name, "address" if name == "canonical_url" and value else "")
        if not value:
            yield Field(name, "", "", "missing")
            continue
        selectors: Selectors = getattr(layout, attribute) if attribute else ()
        yield Field(name, value, source, *_drift(source, selectors))


def _drift(source: str, selectors: Selectors) -> tuple[State, str]:
    selector = source.removeprefix(_CSS)
    if selector not in selectors[1:] or not source.startswith(_CSS):
        return "found", ""
    return "drift", f"selector {selectors.index(selector) + 1} of {len(selectors)}, before it: {selectors[0]}"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "، ".join(map(str, value))
    return "" if value is None else str(value)
