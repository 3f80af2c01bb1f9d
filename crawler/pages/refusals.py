"""Recognises pages that stand in an article's place: challenges, captchas, logins, soft 404s."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import yaml
from lxml import etree

from corpus.folding import fold_characters
from crawler.pages.blocks import squeeze, text_lines
from crawler.pages.outcomes import NotAnArticle, Reason

_RULES = Path(__file__).with_name("refusals.yaml")
# Letters of a page that stands in for another; menus and footers around a soft 404 fit in, an article does not.
_SHORT = 3000


@dataclass(frozen=True)
class _Rule:
    reason: Reason
    by: str
    title: re.Pattern[str] | None
    text: re.Pattern[str] | None


@cache
def _rules() -> tuple[_Rule, ...]:
    def compiled(pattern: str | None) -> re.Pattern[str] | None:
        return re.compile(pattern, re.IGNORECASE) if pattern else None

    loaded = yaml.safe_load(_RULES.read_text(encoding="utf-8"))
    return tuple(
        _Rule(cast("Reason", one["reason"]), one["by"], compiled(one.get("title")), compiled(one.get("text")))
        for one in loaded
    )


def refuse(root: etree._Element) -> None:
    """Raise NotAnArticle if the page, in which no article was found, is one of the known stand-ins."""
    title = _comparable(root.findtext(".//title") or "")
    text = _comparable(" ".join(text_lines(root)))
    markup = etree.tostring(root, encoding="unicode") if len(text) < _SHORT else ""
    for rule in _rules():
        short = len(text) < _SHORT
        if rule.title and rule.title.search(title):
            raise NotAnArticle(rule.reason, f"{rule.by}: {title}")
        if rule.text and short and (rule.text.search(text) or rule.text.search(markup)):
            raise NotAnArticle(rule.reason, rule.by)


def _comparable(text: str) -> str:
    return squeeze(fold_characters(text).replace("\u200c", " "))
