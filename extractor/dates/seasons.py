"""Seasons, halves and months of a year: «سه‌ماهه نخست», «پاییز», «۹ ماه اول», «نیم‌سال دوم»."""

import re
from functools import partial

from corpus.schema import Precision
from extractor.dates import blocks, calendar, context, told, words
from extractor.dates.calendar import Period
from extractor.dates.found import Build, Found
from extractor.dates.parts import cut

_PASSED = frozenset({"گذشته", "سپریشده"})
_OF_SO_MANY: dict[int, Precision] = {3: "season", 6: "half"}


def named(head: re.Match[str]) -> str | None:
    """The words of a match of `forms.YEAR_HEAD` that name a part of the year."""
    return head["season"] or head["numbered"] or head["count"] or head["half"] or head["piece"]


def build_of(head: re.Match[str]) -> Build | None:
    """What is made of a year: a season, some months, a half, or the whole."""
    if head["season"]:
        return partial(_quarter, number=words.meaning(blocks.SEASONS, head["season"]))
    if head["numbered"]:
        return partial(_quarter, number=words.meaning(blocks.SEASON_NUMBERS, head["numbered"]))
    if head["half"]:
        return partial(_half, number=words.meaning(blocks.HALVES, head["half"]))
    return _months(head) if head["count"] else calendar.whole_year


def _months(head: re.Match[str]) -> Build | None:
    """«۹ ماهه» and «۹ ماه نخست» of a year, «سه‌ماهه دوم», «دو ماه پایانی»."""
    count = words.number(head["count"])
    which = (head["which"] or "").replace(" ", "")
    first = 1
    if which in blocks.LATER:
        first = count * (blocks.LATER[which] - 1) + 1
    elif which and which not in blocks.FIRST_MONTHS | _PASSED:
        first = 13 - count
    last = first + count - 1
    if not (count >= 1 and first >= 1 and last <= 12):
        return None
    whole = count in _OF_SO_MANY and (which or head["he"]) and (first - 1) % count == 0
    precision: Precision = _OF_SO_MANY[count] if whole else "period"
    return lambda year: calendar.months(year, first, last, precision)


def _quarter(year: int | None, number: int) -> Period:
    return calendar.months(year, 3 * number - 2, 3 * number, "season")


def _half(year: int | None, number: int) -> Period:
    return calendar.months(year, 6 * number - 5, 6 * number, "half")


def yearless(folded: str, head: re.Match[str]) -> Found | None:
    """A season or months with no word of the year: «فصل پاییز», «پایان تابستان», «سه‌ماهه نخست»."""
    which = (head["which"] or "").replace(" ", "")
    clear = (
        (head["season"] and (head["season_word"] or head["part"] or context.AND_SEASON.match(folded, head.end())))
        or (head["he"] and which and which not in _PASSED)
        or head["half"]
    )
    build = build_of(head) if clear else None
    end = head.start() + len(head.group().rstrip(" ،"))
    if build is None or context.NO_SEASON.match(folded, end):
        return None
    part = told.part(head)
    return Found(head.start(), end, cut(build, None, part), part=part)
