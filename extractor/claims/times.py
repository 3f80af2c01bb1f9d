"""Which time, deadline and law a clause speaks under."""

import re
from functools import cache

from corpus.schema import Time
from extractor.annotations import DateMention, LawMention, Quantity, Span
from extractor.claims import times_before
from extractor.claims.draft import time
from extractor.claims.reading import Clause, Reading
from extractor.dates.calendar import jalali
from extractor.text.patterns import pattern

# How many characters into its sentence a time may stand and still hold for the whole of it.
OPENING = 5
TURN_REACH = 8


@cache
def _turn() -> re.Pattern[str]:
    """Words that turn from the time spoken of: what follows is of another."""
    return pattern(r"اما|ولی|لیکن|در حالی که|حال آنکه|در مقابل|با این حال|اکنون|هم‌اکنون|حالا|تاکنون")


@cache
def _change() -> re.Pattern[str]:
    return pattern(r"به [^،.؛]{0,40}(?:رسید\w*|رساند\w*|افزایش یافت\w*|کاهش یافت\w*|رشد کرد\w*|رسیده)")


def changes(reading: Reading, clause: Clause) -> bool:
    """Whether `clause` tells a change, «از … به … رسید»: its first figure is of before, its last of now."""
    return _change().search(reading.masked, clause.start, clause.end) is not None


def as_of(reading: Reading, clause: Clause, quantity: Quantity | None = None) -> tuple[Time | None, Span | None]:
    """When a fact of `clause` was true, and the words that say so: a stated time, else the day of publication, or None.

    Of several figures in a clause each has the time beside it: «از ۳۸ درصد در پایان فروردین به ۵۹ درصد رسید».
    """
    column = reading.rows.over(clause.place, quantity) if quantity else None
    if column and (told := _of_column(reading, column, clause)) is not None:
        return told
    far = times_before.reckoned(reading, clause, lambda span: _past(reading, span))
    if far and (quantity is None or far[1].start < quantity.start):
        return far
    stated = [date for date in _past(reading, clause) if date.role != "deadline" or _is_time(reading, date, clause)]
    held = _beside(reading, clause, quantity, stated) if stated and quantity else stated or _opening(reading, clause)
    held = held or _told_before(reading, clause) or _told_around(reading, clause)
    if held:
        return _reached(time(held[-1], reading.document)), Span(held[-1].start, held[-1].end)
    return published(reading), None


def _of_column(reading: Reading, column: Span, clause: Clause) -> tuple[Time | None, Span | None] | None:
    """The time that a table's column is of: its heading's date; none where it is of a round before the last.

    None where the heading tells no time.
    """
    dates = reading.dates(column)
    if dates:
        return time(dates[-1], reading.document), Span(dates[-1].start, dates[-1].end)
    header = reading.sentence(column) or clause
    behind = Span(column.end, header.end)
    earlier = _round().search(reading.masked, column.start, column.end)
    later = _round().search(reading.masked, behind.start, behind.end)
    return (None, None) if earlier and later else None


@cache
def _round() -> re.Pattern[str]:
    return pattern(r"دور|دوره|نوبت|پارسال|امسال|سال گذشته|قبل|قبلی|پیش|پیشین|اکنون|فعلی|جدید|کنونی")


def _past(reading: Reading, span: Span) -> list[DateMention]:
    """Free dates of `span` that do not lie wholly after publication: «در آستانه پایان سال» is no time of a figure."""
    day = reading.document.published
    return [
        one
        for one in free_dates(reading, span)
        if (day is None or one.first is None or one.first <= day) and not _begins(reading, one)
    ]


@cache
def _since() -> re.Pattern[str]:
    return pattern(r"از (?:ابتدای|اول|شروع|آغاز|آغازین روز)? ?$", whole=False)


@cache
def _until() -> re.Pattern[str]:
    """Up to when a period goes on whose beginning was named."""
    return pattern(
        r"[^.؛،]{0,12}? ?(?:تاکنون|تا کنون|تا امروز|تا به امروز|تا به حال|تا الان|تا این لحظه|تا پایان|تا آخر|"
        r"تا اول|تا \d)"
    )


def _begins(reading: Reading, date: DateMention) -> bool:
    """Whether `date` only begins a period that goes on: «از ابتدای سال تاکنون ۱۲ هزار درخواست»."""
    text = reading.document.text
    opens = text.startswith("از ", date.start) or _since().search(text, max(0, date.start - 16), date.start)
    return bool(opens) and _until().match(text, date.end) is not None


def _reached(stated: Time) -> Time:
    """A period told by both its ends («از آغاز سال تا اول دی»): the day that it reaches."""
    if stated.mention is None or stated.end is None or " تا " not in stated.mention:
        return stated
    last = "{:04}-{:02}-{:02}".format(*jalali(stated.end))
    return stated.model_copy(update={"jalali": last, "start": stated.end, "precision": "day"})


def _told_before(reading: Reading, clause: Clause) -> list[DateMention]:
    """The time that «در همین تاریخ» takes up, of the sentences just before."""
    if not reading.cues.within("this_time", clause):
        return []
    first = reading.document.sentences[max(0, clause.place - 2)]
    before = _past(reading, Span(first.start, clause.start))
    return [one for one in before if one.role != "deadline" or _is_time(reading, one, clause)][-1:]


def _told_around(reading: Reading, clause: Clause) -> list[DateMention]:
    """The time of the table that `clause` is a row of, or of the figures that its sentence goes on with."""

    def dates(span: Span) -> list[DateMention]:
        return [one for one in _past(reading, span) if one.role != "deadline" or _is_time(reading, one, clause)]

    return times_before.of_rows(reading, clause, dates) or times_before.taken_up(reading, clause, dates)


def free_dates(reading: Reading, span: Span) -> list[DateMention]:
    """Dates of `span` that are no part of a law's or body's name («قانون بودجه ۱۴۰۲»)."""
    return [date for date in reading.dates(span) if not reading.named(date)]


def _is_time(reading: Reading, date: DateMention, clause: Clause) -> bool:
    """Whether a date like a deadline only tells up to when: «تا پایان شهریور ۱۲۰ دستگاه متصل شدند»."""
    text = reading.document.text
    up_to = text[date.start : date.start + 3] == "تا " or text[: date.start].endswith("تا ")
    return up_to and not reading.cues.within("this_deadline", clause)


def _beside(reading: Reading, clause: Clause, quantity: Quantity, dates: list[DateMention]) -> list[DateMention]:
    """Of `dates` those that hold for `quantity`: between it and its neighbour figures, or before all figures."""
    figures = [one for one in reading.quantities(clause) if one.kind != "points"]
    if len(figures) < 2:
        return dates
    earlier = max((one.end for one in figures if one.end <= quantity.start), default=clause.start)
    later = min((one.start for one in figures if one.start >= quantity.end), default=clause.end)
    moves = changes(reading, clause)
    after = [date for date in dates if quantity.end <= date.start < later]
    before = [date for date in dates if earlier <= date.start < quantity.start]
    opening = [date for date in dates if date.end <= figures[0].start]
    if moves:
        # «از ۳۸ درصد در پایان فروردین به ۵۹ درصد»: the time follows its figure; the last figure is of now.
        return after[:1] or ([] if earlier > clause.start else opening[-1:])
    return before[-1:] or after[:1] or opening[-1:]


def _opening(reading: Reading, clause: Clause) -> list[DateMention]:
    """The time that opens the sentence, good for its later clauses until one turns against it («اما», «در حالی که»)."""
    before = Span(clause.sentence.start, clause.start)
    if _turn().search(reading.masked, before.start, clause.start + TURN_REACH):
        return []
    opened = [date for date in _past(reading, before) if date.start - clause.sentence.start <= OPENING]
    return [date for date in opened if date.role != "deadline"]


def published(reading: Reading) -> Time | None:
    """The day of publication as a time, None where it is unknown."""
    day = reading.document.published
    if day is None:
        return None
    text = "{:04}-{:02}-{:02}".format(*jalali(day))
    return Time(mention=None, jalali=text, start=day, end=day, precision="day")


def deadline(reading: Reading, clause: Clause, *, back: bool = False) -> DateMention | None:
    """The deadline stated in `clause`, else in its sentence; with `back`, the one that «این مهلت» refers to."""
    for span in (clause, clause.sentence):
        stated = [date for date in free_dates(reading, span) if date.role == "deadline"]
        if stated:
            return stated[-1]
    if back and reading.cues.within("this_deadline", clause.sentence):
        earlier = [one for one in reading.document.dates if one.role == "deadline" and one.end <= clause.sentence.start]
        return earlier[-1] if earlier else None
    return _of_duty(reading, clause) if back else None


def _of_duty(reading: Reading, clause: Clause) -> DateMention | None:
    """The deadline of the duty that «این تکلیف» takes up from the sentence before."""
    before = reading.previous(clause)
    if before is None or not reading.cues.within("this_duty", clause.sentence):
        return None
    told = [one for one in free_dates(reading, before) if one.role == "deadline"]
    return told[-1] if told else None


def law(reading: Reading, clause: Clause) -> LawMention | None:
    """The law cited in `clause` or its sentence, or the one that «این قانون» refers to."""
    for span in (clause, clause.sentence):
        cited = reading.laws(span)
        if cited:
            return cited[0]
    if reading.cues.within("this_law", clause.sentence):
        earlier = [one for one in reading.document.laws if one.end <= clause.sentence.start]
        return earlier[-1] if earlier else None
    return None
