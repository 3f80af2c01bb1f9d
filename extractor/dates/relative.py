"""Days, weeks and months told by their distance from the day of publication: «دیروز», «هفته آینده», «ماه گذشته»."""

import re
from datetime import date, timedelta

from extractor.dates import blocks, calendar, context, forms, told, words
from extractor.dates.calendar import Period
from extractor.dates.found import Found, fixed, refused
from extractor.dates.parts import cut

_LONGEST_NAME = 24
_HOURS_REACH = 80
_WEEK = timedelta(weeks=1)
_PAST = frozenset({"گذشته", "قبل"})


def _follows(form: re.Pattern[str], folded: str, at: int, reach: int = _LONGEST_NAME) -> bool:
    """Whether `form` stands right before `at`."""
    return form.search(folded, max(0, at - reach), at) is not None


def _counted(folded: str, at: int) -> bool:
    """«دو روز گذشته» is no «روز گذشته»."""
    return _follows(context.COUNTED_BEFORE, folded, at, 8)


def day(folded: str, at: int, published: date) -> Found | None:
    """«دیروز», «پایان فردا»."""
    match = forms.RELATIVE_DAY.match(folded, at)
    if match is None:
        return None
    if idiom := context.IDIOM.match(folded, at):
        return refused(at, idiom.end())
    if _follows(context.NOT_TODAY, folded, at) or told.in_title(folded, at):
        return refused(at, match.end())
    if context.AFTER_TODAY.match(folded, match.end()):
        return None
    # «ساعت ۱۱ امروز» is no count, «دو روز گذشته» is one.
    if " " in match["day"] and _counted(folded, at):
        return None
    there = published + timedelta(days=words.meaning(blocks.DAYS, match["day"]))
    part = "end" if told.part(match) == "end" else None
    return fixed(at if part else match.start("day"), match.end(), calendar.of_days(there, there, "day"), part)


def _since_saturday(day: date) -> int:
    """Days since the Iranian week began."""
    return (day.weekday() + 2) % 7


def week(folded: str, at: int, published: date) -> Found | None:
    """«هفته آینده», «دوشنبه هفته گذشته», «پایان هفته»."""
    match = forms.WEEK.match(folded, at)
    if match is None or _counted(folded, at):
        return None
    if match["plain"] and not _is_this_week(folded, match):
        return None
    shift = words.meaning(blocks.WEEKS, match["week"]) if match["week"] else 0
    first = published - timedelta(days=_since_saturday(published)) + shift * _WEEK
    if match["weekday"]:
        first += timedelta(days=_weekday(match["weekday"]))
        period = calendar.of_days(first, first, "day")
        return None if _follows(context.NOT_WEEKDAY, folded, at) else fixed(at, match.end(), period)
    part = told.part(match)
    return _part(at, match.end(), calendar.of_days(first, first + timedelta(days=6), "week"), (None, part))


def _is_this_week(folded: str, match: re.Match[str]) -> bool:
    """«پایان هفته» is of this week; «تعطیلات آخر هفته» of any."""
    if match["part"] is None or context.AFTER_WEEK.match(folded, match.end()):
        return False
    return not folded.endswith("تعطیلات ", 0, match.start())


def _weekday(written: str) -> int:
    """Days after Saturday."""
    return blocks.WEEKDAYS[written.replace(" ", "").removeprefix("روزهای").removeprefix("روز")]


def weekday(folded: str, at: int, published: date) -> Found | None:
    """«روز دوشنبه»: the last one up to publication; `resolve` moves it on where the sentence is of the future."""
    match = forms.WEEKDAY.match(folded, at)
    if match is None:
        return None
    several = forms.WEEKDAYS_LIST.match(folded, at)
    if several and not several["week"]:
        return refused(at, several.end())
    if _is_no_weekday(folded, match):
        return refused(at, match.end())
    near = match["near"]
    since = (_since_saturday(published) - _weekday(match["weekday"])) % 7
    if near in _PAST:
        since = since or 7
    elif near:
        since -= 7
    there = published - timedelta(days=since)
    return fixed(at, match.end(), calendar.of_days(there, there, "day"), kind="" if near else "weekday")


def _is_no_weekday(folded: str, match: re.Match[str]) -> bool:
    """Whether it is of every week («شنبه‌ها»), a name («امام جمعه»), a town («دوشنبه») or in a title."""
    at = match.start()
    if context.AFTER_WEEKDAY.match(folded, match.end()) or _follows(context.NOT_WEEKDAY, folded, at):
        return True
    if _follows(context.OFFICE_HOURS, folded, at, _HOURS_REACH) or _follows(context.FLIGHT, folded, at, 30):
        return True
    return told.in_title(folded, at)


def month(folded: str, at: int, published: date) -> Found | None:
    """«ماه گذشته», «پایان ماه», «دهم همین ماه»."""
    match = forms.RELATIVE_MONTH.match(folded, at)
    if match is None or _counted(folded, at):
        return None
    if match["plain"] and (not match["part"] or match["day"] or match["piece"]):
        return None
    shift = words.meaning(blocks.RELATIVE_MONTHS, match["month"]) if match["month"] else 0
    year, number, _ = calendar.later((*calendar.jalali(published)[:2], 1), shift)
    if match["day"]:
        period = calendar.day(year, number, told.day_number(match["day"]))
        return fixed(at, match.end(), period) if period else None
    return _part(at, match.end(), calendar.month(year, number), (told.piece(match), told.part(match)))


def _part(start: int, end: int, period: Period, cuts: tuple[str | None, str | None]) -> Found | None:
    piece, part = cuts
    found = cut(lambda _: period, piece, part)(None)
    return fixed(start, end, found, part) if found else None
