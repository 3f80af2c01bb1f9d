"""Percentages, percentage points, counts and ranks in folded text.

A number becomes a quantity when its unit stands beside it («۲۵ درصد», «۳۵ عنوان خدمت», «رتبه پنجم») or is shared
(«۲۰ و ۳۰ درصد», «بین ۴۰ تا ۵۰ دستگاه»). Comparators follow `comparators.yaml`, nouns `units.yaml`.
"""

from dataclasses import replace

from corpus.schema import BOUNDS, Comparator, Unit
from extractor.annotations import Number, Quantity, QuantityKind, Span
from extractor.quantities import words
from extractor.quantities.fractions import find_fractions
from extractor.quantities.numbers import find_numbers
from extractor.quantities.ranks import find_ranks
from extractor.text.occupied import Occupied

type Noun = tuple[QuantityKind, Unit | None, Span]


def find_quantities(folded: str) -> list[Quantity]:
    """All figures with a unit, in order, none overlapping."""
    numbers = find_numbers(folded)
    taken = [*find_fractions(folded), *find_ranks(folded)]
    found: list[Quantity] = []
    at = 0
    while at < len(numbers):
        group, noun = _group(folded, numbers, at)
        if noun is not None:
            found.extend(_quantities(folded, group, noun))
        at += len(group)
    occupied = Occupied()
    kept = [one for one in (*taken, *found) if occupied.claim(one.number)]
    return _with_totals(folded, _joined(folded, sorted(kept, key=lambda one: one.start)))


def _group(folded: str, numbers: list[Number], at: int) -> tuple[list[Number], Noun | None]:
    """The numbers from `at` on that share one unit, and the unit; (that one number, None) where there is none."""
    group = [numbers[at]]
    noun = _noun(folded, numbers[at])
    while noun is None and at + len(group) < len(numbers) and len(group) < 6 and not _is_label(folded, group[-1]):
        following = numbers[at + len(group)]
        gap = folded[group[-1].end : following.start]
        if not (words.SHARED.fullmatch(gap) or words.RANGE.fullmatch(gap) or gap == " به "):
            break
        group.append(following)
        noun = _noun(folded, following)
    return (group, noun) if noun else (group[:1], None)


def _noun(folded: str, number: Number) -> Noun | None:
    """The unit that follows `number`, or the percent sign that comes before it."""
    if percent := words.PERCENT.match(folded, number.end):
        if number.value == 100 and words.IDIOM.match(folded, percent.end()):
            return None
        kind: QuantityKind = "points" if percent["points"] else "percent"
        start = number.end + (folded[number.end] == " ")
        return kind, None if kind == "points" else "percent", Span(start, percent.end())
    if folded[number.start - 1 : number.start] == "%" and not folded[number.start - 2 : number.start - 1].isdigit():
        return "percent", "percent", Span(number.start - 1, number.start)
    return _counted(folded, number)


def _counted(folded: str, number: Number) -> Noun | None:
    match = words.COUNTED.match(folded, number.end)
    if match is None or not _can_count(folded, number) or (match["bulk"] and number.value < 1000):
        return None
    unit: Unit = next((name for name in words.UNIT_NAMES if match[name]), "agency")
    refused = words.NOT_BEFORE.get(unit)
    if refused and refused.match(folded, match.end()):
        return None
    return "count", unit, Span(*match.span("noun"))


def _can_count(folded: str, number: Number) -> bool:
    """Whether `number` can be how many there are: not the number of a law, not a bare «یک» or «نه»."""
    before = folded[max(0, number.start - words.REACH) : number.start]
    if _is_label(folded, number):
        return False
    if folded[number.start : number.end] in ("یک", "نه"):
        return bool(words.ONLY.search(before)) or any(form.search(before) for _, form in words.BEFORE)
    return _whole(folded, number) is not None


def _is_label(folded: str, number: Number) -> bool:
    """Whether `number` tells which one, as in «ماده ۵», «بند ۲ و ۳», «سال ۱۴۰۲»."""
    before = folded[max(0, number.start - words.REACH) : number.start]
    return bool(words.LABEL.search(before) or words.LABEL_LIST.search(before))


def _whole(folded: str, number: Number) -> float | None:
    """A count must be whole; «2.238» with a dot is two thousand and more."""
    if number.value.is_integer():
        return number.value
    head, _, tail = folded[number.start : number.end].partition(".")
    if head.isdigit() and len(head) <= 3 and tail.isdigit() and len(tail) == 3:
        return float(head + tail)
    return None


def _quantities(folded: str, group: list[Number], noun: Noun) -> list[Quantity]:
    kind, unit, span = noun
    low = group[0]
    if len(group) == 2 and (ranged := _ranged(folded, group)) is not None:
        start, low_value, high_value = ranged
        number = Span(low.start, group[1].end)
        return [
            Quantity(
                start,
                max(span.end, number.end),
                kind,
                "range",
                low_value,
                high_value,
                unit,
                number,
                span,
                _is_total(folded, start),
            )
        ]
    found = []
    for one in group:
        if kind == "count" and not _can_count(folded, one):
            continue
        last = one is group[-1]
        value = _whole(folded, one) if kind == "count" else one.value
        if value is None:
            continue
        found.append(_single(folded, one, value, noun, last=last))
    return found


def _ranged(folded: str, group: list[Number]) -> tuple[int, float, float] | None:
    """Start and bounds of «بین ۴۰ تا ۵۰», «از ۴۰ تا ۵۰», «۴۰-۵۰»; None where the two numbers are no range."""
    first, second = group
    gap = folded[first.end : second.start]
    before = folded[max(0, first.start - words.REACH) : first.start]
    between = words.BETWEEN_BEFORE.search(before)
    if not (words.RANGE.fullmatch(gap) or (between and words.BETWEEN.fullmatch(gap))) or first.value >= second.value:
        return None
    opened = between or words.FROM_BEFORE.search(before)
    start = first.start - (len(before) - opened.start()) if opened else _compare(folded, first.start, first.end)[1]
    scale = _lent_scale(folded, first, second)
    return start, first.value * scale, second.value


def _lent_scale(folded: str, first: Number, second: Number) -> float:
    """«۲ تا ۳ هزار» means from 2,000 on: the first number borrows the scale of the second."""
    word = folded[second.start : second.end].rpartition(" ")[2]
    scale = {"هزار": 1e3, "میلیون": 1e6, "میلیارد": 1e9}.get(word, 1.0)
    return scale if first.value < scale and first.value * scale < second.value else 1.0


def _single(folded: str, number: Number, value: float, noun: Noun, *, last: bool) -> Quantity:
    kind, unit, span = noun
    start = min(number.start, span.start) if last else number.start
    end = max(number.end, span.end) if last else number.end
    comparator, start, end = _compare(folded, start, end)
    has_low, has_high = BOUNDS[comparator]
    return Quantity(
        start,
        end,
        kind,
        comparator,
        value if has_low else None,
        value if has_high else None,
        unit,
        Span(number.start, number.end),
        span,
        _is_total(folded, start),
    )


def _compare(folded: str, start: int, end: int) -> tuple[Comparator, int, int]:
    """The comparator of the figure at `start:end`, and the span with the comparator's words."""
    before = folded[max(0, start - words.REACH) : start]
    for comparator, form in words.BEFORE:
        if match := form.search(before):
            return comparator, start - (len(before) - match.start()), end
    for comparator, form in words.AFTER:
        if match := form.match(folded, end):
            return comparator, start, match.end()
    return "eq", start, end


def _joined(folded: str, found: list[Quantity]) -> list[Quantity]:
    """`found` with «۴۰ درصد تا ۵۰ درصد» made one range."""
    joined: list[Quantity] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and _spans_range(folded, last, one):
            number = Span(last.number.start, one.number.end)
            joined[-1] = replace(last, end=one.end, comparator="range", high=one.high, number=number, noun=one.noun)
        else:
            joined.append(one)
    return joined


def _spans_range(folded: str, first: Quantity, second: Quantity) -> bool:
    return (
        first.comparator == second.comparator == "eq"
        and (first.kind, first.unit) == (second.kind, second.unit)
        and folded[first.end : second.start] in (" تا ", " الی ")
        and (first.low or 0) < (second.low or 0)
    )


def _is_total(folded: str, start: int) -> bool:
    return bool(words.DENOMINATOR.search(folded[max(0, start - words.REACH) : start]))


def _with_totals(folded: str, found: list[Quantity]) -> list[Quantity]:
    """Mark denominators that only their neighbour shows: «۲۲ خدمت از ۳۰ خدمت», «از ۳۰ خدمت، ۲۲ خدمت»."""
    for at, one in enumerate(found):
        if one.kind != "count" or one.total or not words.FROM_BEFORE.search(folded[max(0, one.start - 4) : one.start]):
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if (before and _part_of(folded, before, one, reach=12)) or (after and _part_of(folded, after, one, reach=40)):
            found[at] = replace(one, total=True)
    return found


def _part_of(folded: str, part: Quantity, whole: Quantity, *, reach: int) -> bool:
    first, second = sorted((part, whole))
    gap = folded[first.end : second.start]
    smaller = (part.low or part.high or 0) <= (whole.low or whole.high or 0)
    return (
        part.unit == whole.unit
        and part.kind == "count"
        and smaller
        and len(gap) <= reach
        and not set(gap) & set(".؟!\n")
    )
