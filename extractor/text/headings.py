"""Headings inside an article told apart from its sentences and from the rows of a list, by their form alone."""

import re
from functools import cache
from pathlib import Path

import yaml

from extractor.text.verbs import past_stems, present_stems

_LONGEST = 70
_MOST_WORDS = 10
_ENDS = (".", "!", "…", "،", "؛", ";")
# How a report begins, with no stop where the agency's name stands alone.
LEAD = "به گزارش"
_ITEM = re.compile(r"[-–•▪🔹🔸◾] ?|\* ?(?![^*]*\*\Z)|\(?(?:\d{1,2}|[^\W\d_]|الف) ?[-–.)]")
# «وزارت نیرو: ۳۰ خدمت» is a row; a year is no figure.
_FIGURE = re.compile(r"(?<!\d)(?!1[34]\d\d(?!\d))\d")
_WORDS = re.compile(r"[^\W\d_]+")
_PERSONS = ("", "م", "ی", "یم", "ید", "ند", "ه", "هاند", "هایم")
_PRESENT = ("د", "ند", "م", "یم", "ید")


def _load() -> dict[str, frozenset[str]]:
    data: dict[str, str] = yaml.safe_load(Path(__file__).with_name("headings.yaml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in data.items()}


_LISTS = _load()


@cache
def _verbs() -> frozenset[str]:
    """Finite forms without a prefix, and those of «می…» less the prefix."""
    past = {stem + person for stem in past_stems() if len(stem) > 1 for person in _PERSONS}
    present = {stem + person for stem in present_stems() if len(stem) > 1 for person in _PRESENT}
    return frozenset((past | present | _LISTS["copulas"]) - _LISTS["nouns"])


def has_verb(line: str) -> bool:
    """Whether the last words of `line` (folded) are a finite verb."""
    words = _WORDS.findall(line[-40:])
    if not words:
        return False
    last = words[-1]
    if last in _LISTS["nouns"]:
        return False
    if last in _verbs() or words[-2:-1] in (["می"], ["نمی"]):
        return True
    for prefix in ("نمی", "می", "ن", "ب"):
        if last.startswith(prefix) and len(last) > len(prefix) + 1 and last[len(prefix) :] in _verbs():
            return prefix != "ب" or len(last) > len(prefix) + 2
    return False


def may_be_heading(line: str) -> bool:
    """Whether `line`, stripped, could be the title of what follows: short, no sentence and no row of a list."""
    if len(line) > _LONGEST or line.endswith(_ENDS) or line.count(" ") >= _MOST_WORDS:
        return False
    if line.startswith(LEAD) or "|" in line or _ITEM.match(line):
        return False
    if line.endswith(("؟", "?")):
        # «خبرنگار: آیا …؟» asks somebody.
        return ":" not in line
    if _FIGURE.search(line):
        return False
    # «دستگاه‌های متصل‌نشده:» opens a list, «وی افزود:» a speech.
    return not (_speaks(line) if line.endswith(":") else has_verb(line))


def _speaks(line: str) -> bool:
    words = _WORDS.findall(line[-40:])
    return bool(words) and words[-1] in _LISTS["speaking"]
