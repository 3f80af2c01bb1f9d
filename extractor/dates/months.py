"""Days and months with the month's name: «شنبه ۳۰ آذر ۱۴۰۲», «پایان آبان», «۱۲ تا ۲۲ بهمن»."""

from functools import partial

from extractor.dates import calendar, context, forms, names, told, words
from extractor.dates.found import Build, Found, refused
from extractor.dates.parts import cut


def month_date(folded: str, at: int, before: Found | None) -> Found | None:
    """A day of a named month or the month itself; `before` is the date found before it."""
    match = forms.MONTH.match(folded, at)
    if match is None:
        return None
    first, day = match["from"], match["day"]
    if first and first.isdigit() != day.isdigit():
        # «برای بار دوم تا ۱۵ بهمن».
        return month_date(folded, match.start("day"), before)
    month = words.meaning(words.MONTHS, match["month"])
    number = told.day_number(day) if day else None
    if number == 0 or context.EVERY_YEAR.match(folded, match.end()) or not names.is_month(folded, match, month, before):
        return refused(match.start(), match.end())
    build: Build = (
        partial(calendar.day, month=month, number=number) if number else partial(calendar.month, number=month)
    )
    year, part = told.year_of(match), told.part(match)
    start, group = match.start(), None
    if first:
        group = Found(
            start, match.end("from"), partial(calendar.day, month=month, number=told.day_number(first)), *year
        )
        start = match.start("day")
    build = cut(build, told.piece(match), part)
    return Found(start, match.end(), build, *year, part=part, month=None if number else month, group=group)
