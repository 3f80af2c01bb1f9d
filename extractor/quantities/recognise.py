"""Percentages, percentage points, counts and ranks in folded text.

A number becomes a quantity when its unit stands beside it («۲۵ درصد», «۳۵ عنوان خدمت», «رتبه پنجم»), is shared
(«۲۰ و ۳۰ درصد», «بین ۴۰ تا ۵۰ دستگاه») or is pointed to («از این تعداد، ۲۹۱ مورد»). Comparators follow
`comparators.yaml`, nouns `units.yaml`.
"""

from extractor.annotations import Number, Quantity, Span
from extractor.quantities import sharing, words
from extractor.quantities.before import lead
from extractor.quantities.ellipsis import find_ellipses
from extractor.quantities.fractions import find_fractions
from extractor.quantities.labels import can_count, labelled, whole
from extractor.quantities.making import Noun, single
from extractor.quantities.nouns import noun_of
from extractor.quantities.numbers import find_numbers
from extractor.quantities.ranges import joined, ranged
from extractor.quantities.ranks import find_ranks
from extractor.quantities.signs import signed
from extractor.quantities.totals import with_totals
from extractor.text.occupied import Occupied

_MOST_SHARING = 6


def find_quantities(folded: str) -> list[Quantity]:
    """All figures with a unit, in order, none overlapping."""
    numbers = find_numbers(folded)
    cardinals = [one for one in numbers if one.kind == "cardinal"]
    labels = labelled(folded, cardinals)
    found: list[Quantity] = []
    at = 0
    while at < len(cardinals):
        group, noun = _group(folded, cardinals, at, labels)
        at += len(group)
        if noun is not None:
            found.extend(_quantities(folded, group, noun, labels))
            # The second «صد» of «صد در صد».
            while noun.span and at < len(cardinals) and cardinals[at].start < noun.span.end:
                at += 1
    surest = _apart([*find_fractions(folded, numbers), *find_ranks(folded, numbers), *found])
    counting = [one for one in cardinals if one.start not in labels]
    return with_totals(folded, joined(folded, _apart([*surest, *find_ellipses(folded, counting, surest)])))


def _apart(found: list[Quantity]) -> list[Quantity]:
    """Those of `found` whose numbers do not overlap an earlier one's, in the order of the text."""
    occupied = Occupied()
    return sorted((one for one in found if occupied.claim(one.number)), key=lambda one: one.start)


def _group(folded: str, numbers: list[Number], at: int, labels: set[int]) -> tuple[list[Number], Noun | None]:
    """The numbers from `at` on that share one unit, and the unit; (that one number, None) where there is none."""
    group = [numbers[at]]
    noun = noun_of(folded, numbers[at], labels)
    while noun is None and len(group) < _MOST_SHARING and group[-1].start not in labels:
        following = numbers[at + len(group) : at + len(group) + 1]
        if not following or not sharing.goes_with(folded, group[-1], following[0]):
            break
        group += following
        noun = noun_of(folded, following[0], labels)
    return (group, noun) if noun and sharing.is_list(folded, group) else (group[:1], noun if len(group) == 1 else None)


def _quantities(folded: str, group: list[Number], noun: Noun, labels: set[int]) -> list[Quantity]:
    if noun.kind != "count":
        group = [signed(folded, number) for number in group]
    if len(group) == 2 and (one := ranged(folded, group[0], group[1], noun)):
        return [one]
    found = []
    for number in group:
        counts = noun.kind == "count"
        if counts and (number.start in labels or not can_count(folded, number, lead(folded, number.start))):
            continue
        value = whole(folded, number) if counts else number.value
        span = Span(number.start, number.end)
        if number is group[-1] and noun.span:
            span = Span(min(number.start, noun.span.start), max(number.end, noun.span.end))
            if not counts and (half := words.AND_HALF.match(folded, span.end)):
                value, span = number.value + 0.5, Span(span.start, half.end())
        if value is not None:
            found.append(single(folded, span, number, value, noun))
    return found
