"""Markup from shapes such as `li.news > h3 > a[rel=tag]`: elements one in the other, as a table can hold them."""

import re
from functools import cache
from typing import NamedTuple

from corpus.newsroom.markup import Markup, element

_STEP = re.compile(r"(?P<tag>\w+)(?P<classes>(?:\.[\w-]+)*)(?P<attributes>(?:\[[^\]]+\])*)")
_ATTRIBUTE = re.compile(r"\[([\w-]+)=([^\]]*)\]")


class _Step(NamedTuple):
    tag: str
    attributes: dict[str, str]


def shaped(shape: str, *content: str, **attributes: str) -> Markup:
    """`content` in the innermost element of `shape`, which also has `attributes`. ValueError where it is no shape."""
    *outer, inner = _steps(shape)
    markup = element(inner.tag, *content, **inner.attributes, **attributes)
    for step in reversed(outer):
        markup = element(step.tag, markup, **step.attributes)
    return markup


def optional(shape: str, text: str | None) -> Markup:
    """`text` in `shape`; nothing where there is no text."""
    return shaped(shape, text) if text else Markup()


@cache
def _steps(shape: str) -> tuple[_Step, ...]:
    return tuple(map(_step, shape.split(" > ")))


def _step(text: str) -> _Step:
    if not (found := _STEP.fullmatch(text)):
        raise ValueError(f"{text!r} is no shape")
    attributes = dict(_ATTRIBUTE.findall(found["attributes"]))
    if found["classes"]:
        attributes["class_"] = " ".join(found["classes"][1:].split("."))
    return _Step(found["tag"], attributes)
