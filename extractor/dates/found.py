"""Where dates stand in a text and what they say, before the year that they leave out is found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from re import Match

from extractor.annotations import Span
from extractor.dates import calendar, words
from extractor.dates.calendar import Period
from extractor.quantities.numbers import bare

type Build = Callable[[int | None], Period | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A date as written: its characters, the year if stated, else how many years from the article's own, and the rest.

    `shift` None means that the text says nothing of the year.
    """

    span: Span
    year: int | None
    shift: int | None
    build: Build
    part: str | None = None


def absolute(folded: str) -> Iterator[Found]:
    """Dates and periods that need at most a year; the surest forms first."""
    for form in (words.NUMERIC, words.BACKWARDS, words.SHORT):
        yield from map(_numeric, form.finditer(folded))
    gregorian = map(_gregorian, chain(words.ISO.finditer(folded), words.GREGORIAN.finditer(folded)))
    months = (_month_date(folded, match) for match in words.MONTH_DATE.finditer(folded))
    yield from filter(None, chain(gregorian, months))
    yield from map(_occasion, words.OCCASION.finditer(folded))
    periods = (_period(folded, match) for form in words.PERIODS for match in form.finditer(folded))
    yield from filter(None, periods)
    for match in words.LATER_YEAR.finditer(folded):
        yield Found(Span(*match.span("later")), int(match["later"]), None, calendar.whole_year)


def _numeric(match: Match[str]) -> Found:
    month, number = int(match["month"]), int(match["day"])
    year = int(match["year"])
    year += 1300 if year < 100 else 0
    return Found(Span(*match.span()), year, None, partial(calendar.day, month=month, number=number))


def _gregorian(match: Match[str]) -> Found | None:
    month = match["month"]
    number = int(month) if month.isdigit() else words.GREGORIAN_MONTHS[bare(month)]
    try:
        year, jalali_month, day = calendar.jalali(date(int(match["year"]), number, int(match["day"])))
    except ValueError:
        return None
    return Found(Span(*match.span()), year, None, partial(calendar.day, month=jalali_month, number=day))


def _month_date(folded: str, match: Match[str]) -> Found | None:
    month = words.MONTHS[bare(match["month"])]
    number = int(match["day"]) if match["day"] else words.ORDINALS[bare(match["ordinal"])] if match["ordinal"] else None
    has_year = bool(match["year"] or match["year_word"])
    sure = number is not None or match["part"] or match["mah"] or has_year
    if words.NAME_BEFORE.search(folded, max(0, match.start() - 20), match.start()) or words.NAME_AFTER.match(
        folded, match.end()
    ):
        return None
    if not sure and (
        month in words.AMBIGUOUS or not words.LEADING.search(folded, max(0, match.start() - 12), match.start())
    ):
        return None
    build: Build = (
        (partial(calendar.day, month=month, number=number)) if number else (lambda year: calendar.month(year, month))
    )
    return Found(Span(*match.span()), *_year(match), build, _part(match))


def _period(folded: str, match: Match[str]) -> Found | None:
    groups = match.groupdict()
    build: Build = calendar.whole_year
    if season := groups.get("season"):
        if not (groups.get("year") or groups.get("year_word") or groups.get("part") or groups.get("short")):
            return None
        build = partial(calendar.quarter, number=words.SEASONS[bare(season)])
    elif quarter := groups.get("quarter"):
        build = partial(calendar.quarter, number=words.QUARTERS[bare(quarter)])
    elif months := groups.get("months"):
        build = partial(calendar.months, count=words.COUNTS[bare(months)])
    elif half := groups.get("half"):
        build = partial(calendar.half, number=1 if words.PARTS[bare(half)] == "first_half" else 2)
    elif _is_span(folded, match) or (match.re is words.PART_YEAR and not groups.get("part")):
        return None
    return Found(Span(*match.span()), *_year(match), build, _part(match))


def _is_span(folded: str, match: Match[str]) -> bool:
    """«یک سال گذشته» is the twelve months before, not the year before this one."""
    start = match.start()
    return bool(match.groupdict().get("year_word") and words.COUNTED.search(folded, max(0, start - 8), start))


def _occasion(match: Match[str]) -> Found:
    name = next(name for name, written in match.groupdict().items() if written and name[1:].isdigit())
    first_month, first_day, last_month, last_day = words.OCCASIONS[int(name[1:])]
    return Found(
        Span(*match.span()),
        *_year(match),
        lambda year: Period(year, (first_month, first_day), (last_month, last_day), "week"),
    )


def _year(match: Match[str]) -> tuple[int | None, int | None]:
    """The year stated, and the shift from the article's year."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"]), None
    if groups.get("short"):
        short = int(groups["short"])
        return (1300 if short >= 50 else 1400) + short, None
    if groups.get("year_word"):
        return None, words.YEARS[bare(groups["year_word"])]
    return None, 0 if match.re is words.PLAIN_YEAR else None


def _part(match: Match[str]) -> str | None:
    part = match.groupdict().get("part")
    return words.PARTS[bare(part)] if part else None
