"""Which time, deadline and law a clause speaks under."""

import re
from functools import cache

from persiantools.jdatetime import JalaliDate

from corpus.schema import Time
from extractor.annotations import DateMention, LawMention, Span
from extractor.claims.draft import time
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

# How many characters into its sentence a time may stand and still hold for the whole of it.
OPENING = 5
TURN_REACH = 8


def _free_dates(reading: Reading, span: Span) -> list[DateMention]:
    """Dates of `span` that are no part of a law's or body's name («قانون بودجه ۱۴۰۲»)."""
    names = (*reading.document.laws, *reading.document.bodies)
    return [date for date in reading.dates(span) if not any(name.covers(date) for name in names)]


def _up_to(reading: Reading, date: DateMention) -> bool:
    """Whether «تا» leads to the date: «تا پایان شهریور ۱۲۰ دستگاه متصل شدند» says when, not by when."""
    text = reading.document.text
    return text[date.start : date.start + 3] == "تا " or text[max(0, date.start - 3) : date.start].endswith("تا ")


def as_of(reading: Reading, clause: Clause) -> tuple[Time | None, Span | None]:
    """When a fact of `clause` was true, with the words that say so: a stated time, else the publication date, else None."""
    for span in (clause, Span(clause.sentence.start, clause.end)):
        stated = [
            date for date in _free_dates(reading, span) if date.role != "deadline" or _is_time(reading, date, clause)
        ]
        if stated:
            return time(stated[-1], reading.document), Span(stated[-1].start, stated[-1].end)
    return published(reading), None


def _is_time(reading: Reading, date: DateMention, clause: Clause) -> bool:
    return _up_to(reading, date) and not reading.cues.within("this_deadline", clause)


def published(reading: Reading) -> Time | None:
    """The day of publication as a time, None where it is unknown."""
    day = reading.document.published
    if day is None:
        return None
    jalali = JalaliDate(day)
    text = f"{jalali.year:04d}-{jalali.month:02d}-{jalali.day:02d}"
    return Time(mention=None, jalali=text, start=day, end=day, precision="day")


def deadline(reading: Reading, clause: Clause, *, back: bool = False) -> DateMention | None:
    """The deadline stated in `clause`, else in its sentence; with `back`, the one that «این مهلت» refers to."""
    for span in (clause, clause.sentence):
        stated = [date for date in _free_dates(reading, span) if date.role == "deadline"]
        if stated:
            return stated[-1]
    if back and reading.cues.within("this_deadline", clause.sentence):
        earlier = [one for one in reading.document.dates if one.role == "deadline" and one.end <= clause.sentence.start]
        return earlier[-1] if earlier else None
    return None


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
