"""What the groups of a match tell: the year, the part of a period, the day of the month."""

import re
from typing import NamedTuple

from extractor.dates import blocks, context, words

# «۹۹» is 1399, «۲۹» 1429: no article of before 1330 is read.
_FIRST_SHORT = 30
_SHORT_TEXT = 40


class Year(NamedTuple):
    """A year as told: stated, or so many from the article's own (`shift`), or the last or next such (`near`)."""

    year: int | None = None
    shift: int | None = None
    near: str | None = None


def full_year(written: str) -> int:
    """The year of two digits or four: «۹۹» is 1399, «۰۲» 1402."""
    year = int(written)
    if year > 99:
        return year
    return year + (1300 if year >= _FIRST_SHORT else 1400)


def _group(match: re.Match[str], name: str) -> str | None:
    return match[name] if name in match.re.groupindex else None


def year_of(match: re.Match[str]) -> Year:
    """The year that a match tells, in any of the groups that the forms have for it."""
    stated = match["year"] or _group(match, "short") or _group(match, "bare")
    if stated:
        return Year(full_year(stated))
    if tens := _group(match, "tens"):
        return Year(1300 + words.number(tens))
    if written := _group(match, "words"):
        return Year(blocks.year_in_words(written))
    if match["year_word"]:
        return Year(shift=words.meaning(blocks.YEARS, match["year_word"]))
    return _near(match)


def _near(match: re.Match[str]) -> Year:
    if ago := _group(match, "years_ago"):
        return Year(shift=-words.number(ago.rpartition(" سال ")[0]))
    if match["near"]:
        near = words.meaning(blocks.NEAR, match["near"])
        return Year(shift=0) if near == "this" else Year(near=near)
    return Year(shift=0) if _group(match, "plain") else Year()


def part(match: re.Match[str]) -> str | None:
    """«پایان», «ابتدای», «اواخر» as `words.yaml` calls them."""
    return match["part"] and words.meaning(blocks.PARTS, match["part"])


def piece(match: re.Match[str]) -> str | None:
    """«نیمه اول», «دهه سوم», «هفته آخر» as `words.yaml` calls them."""
    return match["piece"] and words.meaning(blocks.PIECES, match["piece"])


def day_number(written: str) -> int:
    """The day of the month, in digits or words; 0 where there is no such day."""
    digits = written.rstrip(" ام")
    if digits.isdigit():
        return int(digits)
    bare = written.replace(" ", "")
    return words.ORDINALS.get(bare) or words.NUMBERS.get(bare, 0)


def is_all(folded: str, match: re.Match[str]) -> bool:
    """Whether the text has nothing else: «آذر»."""
    return len(folded) <= _SHORT_TEXT and match.group() == folded.strip()


def leads(folded: str, at: int) -> bool:
    """Whether «در», «از» or its like stands before."""
    return context.LEADING.search(folded, max(0, at - 12), at) is not None


def in_title(folded: str, at: int) -> bool:
    """Whether `at` lies inside «…» after a word for a work: «رمان «مردی که سه‌شنبه آمد»»."""
    opened = folded.rfind("«", max(0, at - context.LONGEST_TITLE), at)
    if opened < 0 or folded.find("»", opened, at) >= 0:
        return False
    return context.WORK.search(folded, max(0, opened - 24), opened) is not None
