"""Dates, periods and deadlines in folded text, resolved as far as the text and its date of publication allow.

A year that is neither stated nor told by «امسال» and the like is taken from the article's own year, by the season of
the news and the tense of the sentence; with no such year it stays unknown (`--MM-DD`).
"""

import re
from dataclasses import replace
from datetime import date

from extractor.annotations import DateMention
from extractor.dates import beside, context, extensions, intervals, roles
from extractor.dates.calendar import Period
from extractor.dates.found import Found
from extractor.dates.intervals import Resolved
from extractor.dates.resolve import Frame, resolve
from extractor.dates.scan import scan
from extractor.dates.speech import Speech

_NEVER = (date.min, date.min)
_PROMISE = re.compile("وعده|قول|گفت|قرار شد|مقرر شد|مکلف شد|موظف شد|تعهد داد")


def find_dates(folded: str, published: date | None, document_year: int | None = None) -> list[DateMention]:
    """All dates, in order, none overlapping.

    `published` is the Gregorian day of publication; `document_year` the Jalali year that the article itself states,
    used where `published` is unknown. What would have no value at all («امسال» of an unknown year) is left out.
    """
    frame = Frame(published, None if published else document_year)
    found = scan(folded, published, frame.base("jalali"))
    found = intervals.with_years(folded, _ungrouped(found))
    resolved: list[Resolved] = []
    for each in found:
        if one := _resolve(folded, each, frame, resolved[-1] if resolved else None):
            resolved.append(one)
    beside.settle(folded, resolved)
    extensions.mark(folded, resolved, frame)
    return [_mention(one) for one in intervals.joined(folded, resolved)]


def _ungrouped(found: list[Found]) -> list[Found]:
    """`found` with «۱۲» of «۱۲ تا ۲۲ بهمن» as a date before its own."""
    if not any(one.group for one in found):
        return found
    return [each for one in found for each in ((replace(one.group, kind="first"), one) if one.group else (one,))]


def _resolve(folded: str, found: Found, frame: Frame, before: Resolved | None) -> Resolved | None:
    """`found` with its period and role; `before` is the date before it."""
    speech = Speech(folded, found.span)
    told = before if before and before.found.start >= speech.start and not before.deadline else None
    deadline = roles.is_deadline(speech, found, before.found.end if before else -1)
    if found.kind == "within" and (deadline is False or told or _is_counted_from_elsewhere(speech)):
        return None
    needs_tense = frame.published and (found.kind == "weekday" or found.undated)
    tense = roles.tense_of(speech, deadline=bool(deadline)) if needs_tense else ""
    result = resolve(found, frame, tense, deadline=bool(deadline))
    if result is None:
        return None
    if deadline and told and found.undated:
        result = _after_promise(folded, found, told) or result
    period, basis = result
    return Resolved(found, period, basis, _lies_ahead(period, found, frame) if deadline is None else deadline)


def _is_counted_from_elsewhere(speech: Speech) -> bool:
    """«ظرف سه ماه از تاریخ ابلاغ»."""
    return context.COUNTED_FROM.search(speech.folded, speech.start, speech.end) is not None


def _after_promise(folded: str, found: Found, before: Resolved) -> tuple[Period, str] | None:
    """«دی ۱۴۰۱ وعده دادند تا پایان خرداد»: the first such day after the date of the promise."""
    said = before.period.last[0]
    if said is None or before.basis != "stated" or not _PROMISE.search(folded, before.found.end, found.start):
        return None
    periods = (found.build(year) for year in (said, said + 1))
    later = (period for period in periods if period and (period.days() or _NEVER) >= (before.period.days() or _NEVER))
    return next(((period, "stated") for period in later), None)


def _lies_ahead(period: Period, found: Found, frame: Frame) -> bool:
    """Whether a date after «تا» with no verb is a deadline: a day to come, or an end where today is unknown."""
    days = period.days()
    if frame.published is None or days is None:
        return found.part == "end"
    return days[1] >= frame.published


def _mention(one: Resolved) -> DateMention:
    period = one.period.end() if one.deadline else one.period
    first, last = period.days() or (None, None)
    return DateMention(
        one.found.start,
        one.found.end,
        period.jalali(),
        first,
        last,
        period.precision,
        one.basis,
        "deadline" if one.deadline else None,
        one.replaces,
    )
