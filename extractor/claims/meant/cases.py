"""Requests and permits counted without their name, in articles about permits: «۷۴ هزار و ۵۱۲ مورد منجر به صدور شد».

The unit is that of the permits or requests named last before, in the sentence or the one before it.
"""

from functools import cache
from pathlib import Path
from re import Pattern

import yaml

from corpus.schema import Unit
from extractor.annotations import Number, Quantity, Span
from extractor.claims.lexicon import Cues
from extractor.document import Document
from extractor.quantities.before import lead
from extractor.quantities.labels import can_count, is_label, whole
from extractor.quantities.making import Noun, single
from extractor.text.patterns import any_of, pattern

_LISTS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))
_LEAST = 2


@cache
def _case() -> Pattern[str]:
    """A word that stands in for what is counted, and no other noun after it."""
    return pattern(
        rf" (?:{any_of(_LISTS['stand_ins'])})(?:ی|ش|شان|یش|یشان)?(?:[،؛.:)!؟\n]|$| {any_of(_LISTS['after'])}{{end}})",
        whole=False,
    )


@cache
def _file() -> Pattern[str]:
    return pattern(rf" (?:فقره |مورد )?پرونده(?:‌ای|‌ها)?{{end}}(?! {any_of(_LISTS['other_files'])})", whole=False)


@cache
def _said() -> Pattern[str]:
    return pattern(rf" {any_of(_LISTS['said'])}{{end}}", whole=False)


@cache
def _head() -> Pattern[str]:
    return pattern(any_of(_LISTS["heads"]) + r"[^،؛.:\n]{0,60}$", whole=False)


def find_cases(document: Document, cues: Cues, numbers: list[Number]) -> list[Quantity]:
    """Such counts, in order."""
    found = []
    for number in numbers:
        one = _counted(document, cues, number) if number.kind == "cardinal" else None
        if one:
            found.append(one)
    return found


def _counted(document: Document, cues: Cues, number: Number) -> Quantity | None:
    text = document.text
    before = lead(text, number.start)
    value = whole(text, number)
    if value is None or value < _LEAST or is_label(text, number, before) or not can_count(text, number, before):
        return None
    filed = _file().match(text, number.end)
    if filed:
        return _figure(text, number, value, filed.end(), "request")
    case = _case().match(text, number.end)
    if case:
        unit = _named(document, cues, number)
        if unit == "request" and text.startswith(" عنوان", number.end):
            unit = "permit"
        return _figure(text, number, value, text.find(" ", number.end + 1), unit)
    if _said().match(text, number.end) and _head().search(text, max(0, number.start - 90), number.start):
        return _figure(text, number, value, number.end, _named(document, cues, number))
    return None


def _figure(text: str, number: Number, value: float, end: int, unit: Unit | None) -> Quantity | None:
    if unit is None:
        return None
    end = end if end > number.end else len(text)
    while not text[end - 1].isalnum():
        end -= 1
    noun = Noun("count", unit, Span(number.end + 1, end) if end > number.end + 1 else None)
    return single(text, Span(number.start, end), number, value, noun)


def _named(document: Document, cues: Cues, number: Number) -> Unit | None:
    """The unit of the permits or requests named last before `number`; «درخواست مجوز» is a request."""
    place = next((at for at, one in enumerate(document.sentences) if one.covers(number)), None)
    if place is None:
        return None
    for at in range(place, max(-1, place - 2), -1):
        span = Span(document.sentences[at].start, min(number.start, document.sentences[at].end))
        permits, requests = cues.within("permit", span), cues.within("request", span)
        if permits and requests and permits[-1].start - requests[-1].end > len(" کل صدور "):
            return "permit"
        if requests or permits:
            return "request" if requests else "permit"
        if any(cues.within(name, span) for name in ("service", "agency", "inquiry", "users")):
            return None
    return None
