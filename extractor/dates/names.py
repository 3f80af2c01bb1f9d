"""Whether the name of a month stands for the month: «مهر», «تیر», «بهمن» are also other words and names."""

import re

from extractor.dates import context, told, words
from extractor.dates.found import Found

_LONGEST_NAME = 24
# «تیر» is also a bullet.
_BULLET = 4
_LIST = frozenset({" و ", "، ", " یا ", " تا "})


def is_month(folded: str, match: re.Match[str], month: int, before: Found | None) -> bool:
    """Whether `match` of `forms.MONTH` is a date; `before` is the one found before it."""
    if match["year"] or match["short"] or match["words"] or match["weekday"]:
        return True
    if match["day"]:
        return _is_day(folded, match, month)
    if match["mah"] or match["before_month"]:
        return True
    if context.NAME_AFTER.match(folded, match.end()):
        return False
    return bool(match["part"] or match["piece"] or match["year_word"]) or _stands_alone(folded, match, month, before)


def _is_day(folded: str, match: re.Match[str], month: int) -> bool:
    """Whether a day and a month are no number of things («سه بهمن»), no disc («سی‌دی») and no place."""
    value = words.NUMBERS.get(match["day"].replace(" ", ""))
    if value is not None and (value < 11 or value == 30) and month in words.AMBIGUOUS and not match["mah"]:
        return False
    if month == _BULLET and context.AFTER_DAY.match(folded, match.end()):
        return False
    start = match.start()
    return context.PLACE_BEFORE.search(folded, max(0, start - _LONGEST_NAME), start) is None


def _stands_alone(folded: str, match: re.Match[str], month: int, before: Found | None) -> bool:
    """Whether a month with nothing else is one: by the words before it, or in a list of months."""
    start, end = match.span()
    if told.is_all(folded, match):
        return True
    if context.NAME_BEFORE.search(folded, max(0, start - _LONGEST_NAME), start):
        return False
    if match["near"] or (before is not None and before.month and folded[before.end : start] in _LIST):
        return True
    if context.MONTH_AFTER.match(folded, end):
        return True
    if month in words.AMBIGUOUS and not context.HAPPENS.match(folded, end):
        return told.leads(folded, start)
    return not told.in_title(folded, start)
