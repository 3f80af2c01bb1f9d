"""Days, weeks and months told by their distance from the day of publication: «دیروز», «هفته آینده», «ماه گذشته»."""

from collections.abc import Iterator
from datetime import date, timedelta

from extractor.annotations import DateMention, Span
from extractor.dates import calendar, roles, words
from extractor.dates.calendar import Period
from extractor.quantities.numbers import bare, find_numbers

_NUMBER_REACH = 30


def relative(folded: str, published: date | None) -> Iterator[DateMention]:
    """Such mentions in order; none where the day of publication is unknown."""
    if published is None:
        return
    yield from _ahead(folded, published)
    for match in words.RELATIVE.finditer(folded):
        if words.COUNTED.search(folded, max(0, match.start() - 8), match.start()):
            continue
        if match["day"]:
            period = _period(published + timedelta(days=words.DAYS[bare(match["day"])]), 1)
        elif match["week"]:
            # The Iranian week begins on Saturday.
            start = (
                published
                - timedelta(days=(published.weekday() + 2) % 7)
                + timedelta(weeks=words.WEEKS[bare(match["week"])])
            )
            weekday = words.WEEKDAYS[bare(match["weekday"])] if match["weekday"] else None
            period = _period(start, 7) if weekday is None else _period(start + timedelta(days=weekday), 1)
        else:
            period = _month(published, words.RELATIVE_MONTHS[bare(match["month"])])
            if match["part"] and words.PARTS[bare(match["part"])] == "end":
                period = period.end()
        yield _mention(folded, Span(*match.span()), period)


def _ahead(folded: str, published: date) -> Iterator[DateMention]:
    """«۲۰ روز آینده», «دو ماه آینده»: the day so long after the day of publication."""
    for match in words.AHEAD.finditer(folded):
        begin = max(0, match.start() - _NUMBER_REACH)
        numbers = find_numbers(folded[begin : match.start()])
        if not numbers or begin + numbers[-1].end + 1 != match.start() or not 1 <= numbers[-1].value <= 400:
            continue
        start, count, unit = begin + numbers[-1].start, int(numbers[-1].value), words.UNITS_OF_TIME[match["unit"]]
        if unit in ("day", "week"):
            period = _period(published + timedelta(days=count * (7 if unit == "week" else 1)), 1)
        else:
            year, month, day = calendar.jalali(published)
            ahead = month - 1 + count * (12 if unit == "year" else 1)
            period = Period(year + ahead // 12, (ahead % 12 + 1, day), (ahead % 12 + 1, day), "day")
        yield _mention(folded, Span(start, match.end()), period)


def _period(first: date, days: int) -> Period:
    year, month, day = calendar.jalali(first)
    last = calendar.jalali(first + timedelta(days=days - 1))
    return Period(year, (month, day), last[1:], "day" if days == 1 else "week")


def _month(published: date, shift: int) -> Period:
    year, month, _ = calendar.jalali(published)
    count = year * 12 + month - 1 + shift
    return calendar.month(count // 12, count % 12 + 1)


def _mention(folded: str, span: Span, period: Period) -> DateMention:
    deadline = roles.is_deadline(folded, span, firm=False)
    period = period.end() if deadline else period
    first, last = period.days() or (None, None)
    return DateMention(
        span.start,
        span.end,
        period.jalali(),
        first,
        last,
        period.precision,
        "published",
        "deadline" if deadline else None,
    )
