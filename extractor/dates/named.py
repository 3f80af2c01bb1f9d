"""Periods with a name: «هفته دولت», «نوروز ۱۴۰۲», «پایان برنامه هفتم»."""

from extractor.dates import calendar, context, forms, told, words
from extractor.dates.calendar import Period
from extractor.dates.found import Found, refused
from extractor.dates.parts import cut

_OCCASIONS: list[list[int]] = [each["days"] for each in words.WORDS["occasions"]]
_REACH = 16


def occasion(folded: str, at: int) -> Found | None:
    """«هفته دولت», «نوروز ۱۴۰۲»."""
    match = forms.OCCASION.match(folded, at)
    if match is None:
        return None
    if context.NOT_OCCASION.search(folded, max(0, at - _REACH), at) or told.in_title(folded, at):
        return refused(match.start(), match.end())
    name = next(number for number in range(len(_OCCASIONS)) if match[f"o{number}"])
    first_month, first_day, last_month, last_day = _OCCASIONS[name]

    def build(year: int | None) -> Period:
        first, last = (year, first_month, first_day), (year, last_month, last_day)
        return Period(first, last, "day" if first == last else "week")

    part = told.part(match)
    return Found(match.start(), match.end(), cut(build, None, part), *told.year_of(match), part=part)


def programme(folded: str, at: int) -> Found | None:
    """«پایان برنامه هفتم», «طی برنامه هفتم»: the years of a programme of development; its law is no date."""
    match = forms.PROGRAMME.match(folded, at)
    if match is None or folded[max(0, at - 4) : at] == "سال ":
        return None
    during = context.DURING.search(folded, max(0, at - _REACH), at)
    if not (match["part"] or during or told.is_all(folded, match)):
        return None
    first, last = words.WORDS["programmes"][match["name"]]
    period = Period((first, 1, 1), (last, 12, calendar.month_length(last, 12)), "period")
    part = told.part(match)
    return Found(match.start(), match.end(), cut(lambda _: period, None, part), first, part=part)
