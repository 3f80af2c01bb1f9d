"""Percentages, percentage points, counts and ranks in folded text.

A number becomes a quantity when its unit stands beside it («۲۵ درصد», «۳۵ عنوان خدمت», «رتبه پنجم»), is shared
(«۲۰ و ۳۰ درصد», «بین ۴۰ تا ۵۰ دستگاه») or is pointed to («از این تعداد، ۲۹۱ مورد»). Comparators follow
`comparators.yaml`, nouns `units.yaml`.
"""

import re

from corpus.schema import Unit
from extractor.annotations import Number, Quantity, Span
from extractor.quantities import words
from extractor.quantities.ellipsis import find_ellipses
from extractor.quantities.fractions import find_fractions
from extractor.quantities.labels import can_count, is_label, whole
from extractor.quantities.making import Noun, single
from extractor.quantities.numbers import find_numbers
from extractor.quantities.ranges import about, joined, ranged
from extractor.quantities.ranks import find_ranks
from extractor.quantities.totals import with_totals
from extractor.text.occupied import Occupied

_MOST_SHARING = 6


def find_quantities(folded: str) -> list[Quantity]:
    """All figures with a unit, in order, none overlapping."""
    numbers = find_numbers(folded)
    found: list[Quantity] = []
    at = 0
    while at < len(numbers):
        group, noun = _group(folded, numbers, at)
        if noun is not None:
            found.extend(_quantities(folded, group, noun))
        at += len(group)
    surest = _apart([*find_fractions(folded), *find_ranks(folded), *found])
    return with_totals(folded, joined(folded, _apart([*surest, *find_ellipses(folded, numbers, surest)])))


def _apart(found: list[Quantity]) -> list[Quantity]:
    """Those of `found` whose numbers do not overlap an earlier one's, in the order of the text."""
    occupied = Occupied()
    return sorted((one for one in found if occupied.claim(one.number)), key=lambda one: one.start)


def _group(folded: str, numbers: list[Number], at: int) -> tuple[list[Number], Noun | None]:
    """The numbers from `at` on that share one unit, and the unit; (that one number, None) where there is none."""
    group = [numbers[at]]
    noun = _noun(folded, numbers[at])
    while noun is None and len(group) < _MOST_SHARING and not is_label(folded, group[-1]):
        following = numbers[at + len(group) : at + len(group) + 1]
        if not following or not _goes_with(folded, group[-1], following[0]):
            break
        group += following
        noun = _noun(folded, following[0])
    return (group, noun) if noun else (group[:1], None)


def _goes_with(folded: str, first: Number, second: Number) -> bool:
    """Whether the two numbers are of one list or range, or «دو سه», or shares of one list of bodies."""
    gap = folded[first.end : second.start]
    if words.SHARED.fullmatch(gap) or about(folded, first, second):
        return True
    return first.value <= 100 and words.NEXT_BODY.fullmatch(gap) is not None


def _noun(folded: str, number: Number) -> Noun | None:
    """The unit that follows `number`, or the percent sign that comes before it."""
    if percent := words.PERCENT.match(folded, number.end):
        if number.value == 100 and words.IDIOM.match(folded, percent.end()):
            return None
        span = Span(number.end + (folded[number.end] == " "), percent.end())
        return Noun("points", None, span) if percent["points"] else Noun("percent", "percent", span)
    if folded[number.start - 1 : number.start] == "%" and not folded[number.start - 2 : number.start - 1].isdigit():
        return Noun("percent", "percent", Span(number.start - 1, number.start))
    return _counted(folded, number)


def _counted(folded: str, number: Number) -> Noun | None:
    match = words.COUNTED.match(folded, number.end)
    if match is None or not can_count(folded, number) or _loose(match, number):
        return None
    unit: Unit = words.unit_of(match) or "agency"
    refused = words.NOT_BEFORE.get(unit)
    if refused and refused.match(folded, match.end()):
        return None
    return Noun("count", unit, Span(*match.span("noun")))


def _loose(match: re.Match[str], number: Number) -> bool:
    """«سه بار مراجعه» is how often one came, «۵۰۰ میلیون بار از این خدمت» no number of services."""
    return bool(match["bulk"]) and (not match["visit"] or number.value < 1000)


def _quantities(folded: str, group: list[Number], noun: Noun) -> list[Quantity]:
    if len(group) == 2 and (one := ranged(folded, group[0], group[1], noun)):
        return [one]
    found = []
    for number in group:
        if noun.kind == "count" and not can_count(folded, number):
            continue
        value = whole(folded, number) if noun.kind == "count" else number.value
        span = Span(number.start, number.end)
        if number is group[-1] and noun.span:
            span = Span(min(number.start, noun.span.start), max(number.end, noun.span.end))
        if value is not None:
            found.append(single(folded, span, number, value, noun))
    return found
