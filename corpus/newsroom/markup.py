"""HTML and XML from templates and small elements; whatever is not markup already is escaped on its way in."""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from string import Template

_TEMPLATES = Path(__file__).with_name("templates")


class Markup(str):
    """Text that is HTML or XML already."""

    __slots__ = ()


def fill(template: str, **values: str) -> Markup:
    """The file `template` of the folder `templates` with `values` at its $names; KeyError where one is missing."""
    return Markup(_template(template).substitute({name: _escaped(value) for name, value in values.items()}))


def element(tag: str, *content: str, **attributes: str) -> Markup:
    """<tag attributes>content</tag>; an attribute named like a word of Python takes a final underscore (`class_`)."""
    opening = "".join(f' {name.rstrip("_")}="{escape(value)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{opening}>{joined(content)}</{tag}>")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """`parts` one after another."""
    return Markup(_escaped(between).join(map(_escaped, parts)))


def _escaped(value: str) -> str:
    return value if isinstance(value, Markup) else escape(value)


@cache
def _template(name: str) -> Template:
    return Template(_TEMPLATES.joinpath(name).read_text(encoding="utf-8"))
