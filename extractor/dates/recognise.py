"""Dates, periods and deadlines in folded text, resolved as far as the text and its date of publication allow.

A year that is neither stated nor told by «امسال» and the like is taken from the article's own year, by the season of
the news and the tense of the sentence; with no such year it stays unknown (`--MM-DD`).
"""

from datetime import date

from extractor.annotations import DateMention
from extractor.dates import calendar, roles
from extractor.dates.calendar import Period
from extractor.dates.found import Found, absolute
from extractor.dates.relative import relative
from extractor.text.occupied import Occupied


def find_dates(folded: str, published: date | None, document_year: int | None = None) -> list[DateMention]:
    """All dates, in order, none overlapping.

    `published` is the Gregorian day of publication; `document_year` the Jalali year that the article itself states,
    used where `published` is unknown. What would have no value at all («امسال» of an unknown year) is left out.
    """
    own = calendar.jalali(published) if published else None
    taken = Occupied()
    surest = (found for found in absolute(folded) if taken.claim(found.span))
    mentions = [mention for found in surest if (mention := _resolve(folded, found, own, document_year))]
    mentions.extend(mention for mention in relative(folded, published) if taken.claim(mention))
    return roles.without_intervals(folded, sorted(mentions, key=lambda one: one.start))


def _resolve(
    folded: str, found: Found, own: tuple[int, int, int] | None, document_year: int | None
) -> DateMention | None:
    year, basis = found.year, "stated"
    deadline = roles.is_deadline(folded, found.span, firm=found.part == "end", begins=found.part == "begin")
    if year is None:
        base = own[0] if own else document_year
        basis = "published" if own else "document"
        if base is None:
            basis = "none"
        elif found.shift is not None:
            year = base + found.shift
        elif own is None or (bare := found.build(None)) is None:
            year = base
        else:
            year = base + _season_shift(own[1], bare.last[0], roles.tense(folded, found.span, deadline=deadline))
    period = _part_of(found.build(year), found.part)
    if period is None:
        return None
    period = period.end() if deadline else period
    text = period.jalali()
    if text == "-":
        return None
    days = period.days()
    return DateMention(
        found.span.start,
        found.span.end,
        text,
        days[0] if days else None,
        days[1] if days else None,
        period.precision,
        basis,
        "deadline" if deadline else None,
    )


def _season_shift(now: int, month: int, tense: str) -> int:
    """Which year a bare month of the news of month `now` belongs to: -1, 0 or 1 from the news' own."""
    ahead = month - now
    if ahead > 0 and (tense == "past" or (tense == "" and ahead > 6)):
        return -1
    if (tense == "ahead" and ahead < -1) or (tense in ("ahead", "future") and ahead < -6):
        return 1
    return 0


def _part_of(period: Period | None, part: str | None) -> Period | None:
    """«پایان», «ابتدای», «نیمه» … of `period`; «اواخر» and the like leave it whole."""
    if period is None or part in (None, "vague"):
        return period
    if part == "end":
        return period.end()
    if part == "begin":
        return Period(period.year, period.first, period.first, "day")
    return _half_of(period, part)


def _half_of(period: Period, part: str | None) -> Period:
    """The middle, first or second half of a month or year; any other period as it is."""
    if period.precision == "month":
        middle = (period.first[0], 15)
        if part == "middle":
            return Period(period.year, middle, middle, "day")
        if part == "first_half":
            return Period(period.year, period.first, middle, "period")
        return Period(period.year, (period.first[0], 16), period.last, "period")
    if period.precision == "year" and part != "middle":
        return calendar.half(period.year, 1 if part == "first_half" else 2)
    return period
