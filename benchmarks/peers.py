"""The peers: what each reads in a text, put into one form. Each maker raises ImportError where its peer is missing.

Nothing here loads a model or asks the network: of hazm and parsivar only the normalisers are used, never their taggers.
"""

import io
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import Any

type Normaliser = Callable[[str], str]
type Spans = list[tuple[int, int]]

# parsivar writes a date as y1402m10d1, with 0 for what the text does not say.
PARSIVAR_DATE = re.compile(r"\by(\d+)m(\d+)d(\d+)\b", re.ASCII)


def hazm() -> Normaliser:
    """hazm's Normalizer as it comes."""
    normalize: Normaliser = import_module("hazm").Normalizer().normalize
    return normalize


def parsivar() -> Normaliser:
    """parsivar's Normalizer as it comes."""
    normalize: Normaliser = import_module("parsivar").Normalizer().normalize
    return normalize


def parsivar_dates() -> Normaliser:
    """parsivar's Normalizer that also turns number words into digits and dates into y1402m10d1."""
    return _silent(import_module("parsivar").Normalizer(date_normalizing_needed=True).normalize)


def parsivar_numbers() -> Normaliser:
    """The same without the step from numbers to dates."""
    normalizer = import_module("parsivar").Normalizer(date_normalizing_needed=True)
    plain: Normaliser = import_module("parsivar").Normalizer().normalize

    def normalize(text: str) -> str:
        return str(normalizer.date_normalizer.normalize_numbers(normalizer.tokenizer.tokenize_words(plain(text))))

    return normalize


def parstdex() -> Callable[[str], Spans]:
    """parstdex: the spans of dates.

    It imports textspan, which has no wheels for our Pythons, for its token tagging alone. An empty module stands in
    for it, as only spans are asked for.
    """
    sys.modules.setdefault("textspan", ModuleType("textspan"))
    model = import_module("parstdex").Parstdex()

    def spans(text: str) -> Spans:
        return [(start, end) for start, end in model.extract_span(text)["date"]]

    return spans


def dateparser_search() -> Callable[[str, datetime], list[tuple[str, datetime]]]:
    """dateparser's search: the words of each date with its day, in order."""
    search: Callable[..., Any] = import_module("dateparser.search").search_dates

    def found(text: str, base: datetime) -> list[tuple[str, datetime]]:
        return list(search(text, languages=["fa"], settings={"RELATIVE_BASE": base}) or [])

    return found


def dateparser_parse() -> Callable[[str, datetime], datetime | None]:
    """dateparser on the words of one date."""
    parse: Callable[..., datetime | None] = import_module("dateparser").parse
    return lambda text, base: parse(text, languages=["fa"], settings={"RELATIVE_BASE": base})


def dateparser_jalali() -> Callable[[str], datetime | None]:
    """dateparser's Jalali calendar on the words of one date."""
    calendar = import_module("dateparser.calendars.jalali").JalaliCalendar

    def parse(text: str) -> datetime | None:
        found = calendar(text).get_date()
        day: datetime | None = found.date_obj if found else None
        return day

    return parse


def _silent(normalize: Normaliser) -> Normaliser:
    """`normalize` without what it prints («error» at every month that it cannot read)."""

    def quiet(text: str) -> str:
        with redirect_stdout(io.StringIO()):
            return normalize(text)

    return quiet
