"""The year that an article itself states, for articles whose date of publication is unknown."""

import re

from extractor.dates.words import MONTH_NAMES
from extractor.text.patterns import pattern

# A budget law is in force in its own year, and news speaks of it in that year; a bill («لایحه») comes a year before.
_LAW = pattern(r"(?<!لایحه )(?:قانون بودجه|بودجه)(?: سال)? (?P<year>1[34]\d\d)(?!\d)")
_NOW = pattern(r"(?:سال جاری|امسال)[ (،]*(?:یعنی )?(?:سال )?[(]?(?P<year>1[34]\d\d)(?!\d)")
_BILL = pattern(r"لایحه بودجه(?: سال)? (?P<year>1[34]\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/-])(?P<year>1[34]\d\d)[/-]\d{1,2}[/-]\d{1,2}(?!\d)")
# What is to come by then may be years ahead.
_UNTIL = re.compile(r"(?:تا|پیش از|قبل از) (?:\w+ ){0,2}\Z")
_FULL = pattern(r"{month}(?:~ماه)?(?: سال)? (?P<year>1[34]\d\d)(?!\d)", month=MONTH_NAMES)


def document_year(folded: str) -> int | None:
    """The Jalali year that the article is of, if its own words leave no doubt; else None.

    It is the year called «امسال», else the latest year of a budget law in force, else the one year of all its full
    dates. Where these contradict one another there is none.
    """
    now = {int(match["year"]) for match in _NOW.finditer(folded)}
    if len(now) == 1:
        return now.pop()
    laws = {int(match["year"]) for match in _LAW.finditer(folded)} - {
        int(match["year"]) for match in _BILL.finditer(folded)
    }
    dates = {
        int(match["year"])
        for match in _FULL.finditer(folded)
        if not _UNTIL.search(folded, max(0, match.start() - 24), match.start())
    }
    dates = dates or {int(match["year"]) for match in _NUMERIC.finditer(folded)}
    stated = laws or dates
    if not stated or now:
        return None
    latest = max(stated)
    others = laws | dates
    return latest if max(others) == latest and min(others) >= latest - 1 and (laws or len(dates) == 1) else None
