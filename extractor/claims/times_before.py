"""Times that a clause does not state itself: of its table, of a sentence that it points back to, reckoned from one.

«وضعیت دستگاه‌ها تا پایان آذر:» holds for the rows below, «بر پایه این آمار» takes up the time of the sentence before,
and «سه ماه پیش از آن» counts from the last time told.
"""

import re
from collections.abc import Callable
from functools import cache

from corpus.schema import Time
from extractor.annotations import DateMention, Span
from extractor.claims.draft import time
from extractor.claims.reading import Clause, Reading
from extractor.dates.calendar import Period, day, later, month, month_length, whole_year
from extractor.text.patterns import pattern

Dates = Callable[[Span], list[DateMention]]
# How many sentences back a time may stand that «این آمار» takes up, or that another is reckoned from.
BACK = 2
NUMBERS = {"یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10}
MONTHS = {"ماه": 1, "سال": 12}


@cache
def _taken_up() -> re.Pattern[str]:
    """Words that go on with figures just spoken of, and so with their time."""
    return pattern(
        r"(?:بر پایه|بر اساس|طبق|مطابق|بنا بر|برابر|در) (?:(?:این|آن|همین|همان)(?: ?،)|"
        r"(?:این|آن|همین|همان) (?:آمار|ارقام|گزارش|داده‌ها|جدول|فهرست|سنجش|پایش)\w*)"
    )


@cache
def _reckoned() -> re.Pattern[str]:
    return pattern(
        rf"(\d{{1,2}}|{'|'.join(NUMBERS)}) ?(ماه|سال) (پیش|قبل|پیشتر|بعد|پس) ?از (?:آن|این)(?: تاریخ| زمان)?",
        whole=False,
    )


@cache
def _standing() -> re.Pattern[str]:
    """How a time begins that figures are of, not one at which something was said."""
    return pattern(r"پایان|انتهای|آخر|نیمه|تا ", whole=False)


@cache
def _of_table() -> re.Pattern[str]:
    """A note below a table that tells the time of its figures."""
    return pattern(r"\W*(?:این |همه |تمام )?(?:آمار|ارقام|اعداد|داده|جدول|رقم|عدد)")


def of_rows(reading: Reading, clause: Clause, dates: Dates) -> list[DateMention]:
    """The time that a table's title, lead or note tells, for the row `clause` is."""
    heading = reading.rows.heading(clause.place)
    if heading is None:
        return []
    sentences = reading.document.sentences
    lead = reading.sentence(Span(heading.start, heading.start))
    paragraph = [one for one in sentences if lead and one.paragraph == lead.paragraph and one.start <= heading.start]
    before = paragraph[0].start if paragraph else heading.start
    last = clause.place
    while last + 1 < len(sentences) and reading.rows.at(last + 1):
        last += 1
    note = sentences[last + 1] if last + 1 < len(sentences) else None
    notes = [note] if note and _of_table().match(reading.masked, note.start, note.end) else []
    for span in (Span(before, heading.end), *notes, sentences[0]):
        found = _of_figures(reading, dates(span))
        if found:
            return found
    return []


def _of_figures(reading: Reading, dates: list[DateMention]) -> list[DateMention]:
    """The last of `dates` that figures can be of («پایان آذر»), not one at which something was said («دیروز»)."""
    masked = reading.masked
    ends = [one for one in dates if _standing().match(masked, one.start) or masked[: one.start].endswith("تا ")]
    return ends[-1:]


def taken_up(reading: Reading, clause: Clause, dates: Dates) -> list[DateMention]:
    """The time of the figures that «بر پایه این آمار» in `clause`'s sentence goes on with."""
    so_far = Span(clause.sentence.start, clause.end)
    if not _taken_up().search(reading.masked, so_far.start, so_far.end):
        return []
    return _of_figures(reading, dates(_before(reading, clause.sentence.start, clause)))


def reckoned(reading: Reading, clause: Clause, dates: Dates) -> tuple[Time, Span] | None:
    """«سه ماه پیش از آن»: a time so far from the last one told; None where `clause` has none."""
    found = _reckoned().search(reading.masked, clause.start, clause.end)
    earlier = dates(_before(reading, found.start(), clause)) if found else []
    if found is None or not earlier:
        return None
    count, unit, way = found.groups()
    months = MONTHS[unit] * (int(count) if count.isdigit() else NUMBERS[count])
    where = Span(*found.span())
    moved = _moved(time(earlier[-1], reading.document), -months if way in ("پیش", "قبل", "پیشتر") else months)
    return (moved.model_copy(update={"mention": reading.document.words(where)}), where) if moved else None


def _before(reading: Reading, end: int, clause: Clause) -> Span:
    return Span(reading.document.sentences[max(0, clause.place - BACK)].start, end)


def _moved(anchor: Time, count: int) -> Time | None:
    """`anchor` `count` months on; the last day of a month stays one. None where its year is not known."""
    if anchor.jalali.startswith("-"):
        return None
    parts = [int(one) for one in anchor.jalali.split("-")]
    period = _period(parts, count)
    days = period.days() if period else None
    if period is None or days is None:
        return None
    return Time(mention=None, jalali=period.jalali(), start=days[0], end=days[1], precision=period.precision)


def _period(parts: list[int], count: int) -> Period | None:
    """The year, month or day `parts`, `count` months on."""
    if len(parts) == 1:
        return whole_year(parts[0] + count // 12) if count % 12 == 0 else None
    if len(parts) == 2:
        return month(*later((parts[0], parts[1], 1), count)[:2])
    year, number, reached = later((parts[0], parts[1], parts[2]), count)
    ends = parts[2] == month_length(parts[0], parts[1])
    return day(year, number, month_length(year, number) if ends else reached)
