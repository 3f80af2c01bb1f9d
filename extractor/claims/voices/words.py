"""Words around those who speak: openings, press offices, names and roles that no recogniser knows."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extractor.document import MASK
from extractor.entities.skeletons import key
from extractor.text.patterns import any_of, pattern

# The report's place and paper at a sentence's start, up to the comma.
_BYLINE = r"(?:به گزارش [^،:؛]{1,120}[،؛:] ?)?"
# What is neither a letter nor a name.
_SIGNS = rf"[^\w{MASK}]"


@cache
def lists() -> dict[str, Any]:
    """`strangers.yml`."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("strangers.yml").read_text(encoding="utf-8"))
    return found


@cache
def keys(name: str) -> frozenset[str]:
    """The words of a list, as skeletons."""
    return frozenset(map(key, lists()[name]))


@cache
def lead() -> re.Pattern[str]:
    """What may stand before who speaks, byline included; fits the empty text too."""
    leads = any_of(lists()["leads"])
    return pattern(rf"{_SIGNS}*{_BYLINE}(?:{_SIGNS}{{0,3}}{leads}(?=\W|$))*{_SIGNS}*", whole=False)


@cache
def press() -> re.Pattern[str]:
    """What may stand between the opening and a body that speaks: nothing, or those who speak for it."""
    return pattern(rf"\W{{0,4}}(?:{any_of(lists()['press'])} )?", whole=False)


@cache
def its_head() -> re.Pattern[str]:
    """«رئیس آن», «سخنگوی این سازمان»."""
    heads = any_of(lists()["heads"])
    return pattern(rf"(?P<role>{heads}(?: \w+){{0,2}}?) {lists()['its']}")
