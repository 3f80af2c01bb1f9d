"""Ranks without the word: «دوازدهم شد», «در جای دوم ایستاد», «به ترتیب اول تا سوم شدند», «در صدر جدول».

Only in articles about an assessment of bodies: elsewhere an ordinal is of a round, a day, a chapter.
"""

from functools import cache
from pathlib import Path
from re import Pattern

import yaml

from extractor.annotations import Mention, Number, Ordered, Quantity, Span
from extractor.document import Document
from extractor.quantities.before import lead
from extractor.quantities.grammar import bare
from extractor.quantities.words import NO_RANK
from extractor.text.patterns import any_of, pattern

_LISTS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("places.yml").read_text("utf-8"))
_NOT_AFTER = frozenset(map(bare, _LISTS["not_after"]))
_NOUNS = dict.fromkeys(map(bare, _LISTS["nouns"]), True)
_ORDERLY = frozenset(map(bare, _LISTS["orderly"]))
_TO = frozenset((" تا ", " الی ", " لغایت "))
# How far behind the last number of a list its verb may stand, what parts its numbers, and the last rank there can be.
_GAPS = frozenset(("، ", " و ", "، و ", "،"))
_LAST = 400


@cache
def _said() -> Pattern[str]:
    """What follows an ordinal that is a rank: a verb of becoming or standing."""
    return pattern(rf" (?:{any_of(_LISTS['between'])} )?{any_of(_LISTS['verbs'])}", whole=False)


@cache
def _ends() -> Pattern[str]:
    """Where a body's rank in a list of ranks ends."""
    return pattern(r"(?:[،؛.\n]| و |$)", whole=False)


@cache
def _top() -> Pattern[str]:
    return pattern(any_of(_LISTS["top"]))


def find_places(document: Document, numbers: list[Number]) -> list[Quantity]:
    """Ranks that their sentence does not call so."""
    text = document.text
    bodies = Ordered([one for one in document.bodies if one.type == "agency"])
    found: list[Quantity] = []
    wanted = [one for one in numbers if one.kind in ("ordinal", "cardinal") and 1 <= one.value <= _LAST]
    last: Number | None = None
    for at, number in enumerate(wanted):
        following = wanted[at + 1] if at + 1 < len(wanted) else None
        up_to = following if following and text[number.end : following.start] in _TO else None
        if last and last.end > number.start:
            continue
        end = up_to or number
        noun = None if NO_RANK.match(text, number.end) else lead(text, number.start).find(_NOUNS)
        if not (noun or _is_place(text, number, end, bodies) or (found and _goes_on(text, found[-1], number))):
            continue
        last = end
        found.append(_rank(Span(noun[1] if noun else number.start, end.end), number, end))
    listed = _listed(text, wanted, found)
    return [*found, *listed, *(_first(Span(*match.span())) for match in _top().finditer(text))]


def _is_place(text: str, number: Number, end: Number, bodies: Ordered[Mention]) -> bool:
    if number.kind != "ordinal" or (end is not number and end.kind != "ordinal"):
        return False
    said = _said().match(text, end.end) is not None
    if bodies.overlapping(Span(number.start - 2, number.start)) and (said or _ends().match(text, end.end)):
        return True
    before = lead(text, number.start)
    return not before.is_in(_NOT_AFTER) and (said or before.is_in(_ORDERLY))


def _goes_on(text: str, known: Quantity, number: Number) -> bool:
    """«رتبه‌های اول، دوم و سوم»: the next of a list of ranks."""
    return number.kind == "ordinal" and text[known.end : number.start] in _GAPS


def _listed(text: str, numbers: list[Number], found: list[Quantity]) -> list[Quantity]:
    """«ششم، هفتم و هشتم شدند»: those before one that is a rank by its verb."""
    starts = {one.number.start for one in found}
    added: list[Quantity] = []
    begin = None
    for number in reversed(numbers):
        is_rank = number.start in starts
        joined = begin is not None and text[number.end : begin] in _GAPS
        if joined and not is_rank and number.kind == "ordinal" and not lead(text, number.start).is_in(_NOT_AFTER):
            added.append(_rank(number, number, number))
            is_rank = True
        begin = number.start if is_rank else None
    return added


def _rank(span: Span, low: Number, high: Number) -> Quantity:
    number = Span(low.start, high.end)
    ranged = high.value > low.value
    return Quantity(
        span.start,
        span.end,
        "count",
        "range" if ranged else "eq",
        low.value,
        max(low.value, high.value),
        "rank",
        number,
    )


def _first(span: Span) -> Quantity:
    return Quantity(span.start, span.end, "count", "eq", 1.0, 1.0, "rank", span)
