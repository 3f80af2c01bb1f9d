"""Dates as written: one cheap pass for where they may begin, then a few patterns at each such place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from extractor.dates import durations, figures, foreign, months, named, relative, years
from extractor.dates.found import Found
from extractor.dates.phrases import NUMBER
from extractor.dates.triggers import (
    GLUED,
    GLUED_TRIGGER,
    NUMBERED,
    NUMBERED_READINGS,
    PARTED,
    READINGS,
    TRIGGER,
)

_NUMBER_SIGNS = "/.-+:"


@dataclass(slots=True)
class Place:
    """Where a date may begin, and what a reading of it may need to know."""

    folded: str
    published: date | None
    own: int | None
    at: int = 0
    before: Found | None = None


type Reader = Callable[[Place], list[Found] | Found | None]


def _relative(read: Callable[[str, int, date], Found | None]) -> Reader:
    return lambda place: read(place.folded, place.at, place.published) if place.published else None


# All readings, the surest first.
READERS: dict[str, Reader] = {
    "numeric": lambda place: figures.numeric(place.folded, place.at),
    "day_and_month": lambda place: figures.day_and_month(place.folded, place.at),
    "month": lambda place: months.month_date(place.folded, place.at, place.before),
    "gregorian": lambda place: foreign.gregorian(place.folded, place.at),
    "lunar": lambda place: foreign.lunar_date(place.folded, place.at),
    "occasion": lambda place: named.occasion(place.folded, place.at),
    "programme": lambda place: named.programme(place.folded, place.at),
    "decade": lambda place: years.decade(place.folded, place.at),
    "week": _relative(relative.week),
    "relative_month": _relative(relative.month),
    "year": lambda place: years.year(place.folded, place.at),
    "day": _relative(relative.day),
    "duration": lambda place: durations.duration(place.folded, place.at, place.published, place.own),
    "weekday": _relative(relative.weekday),
}


def _in_order(readings: set[str]) -> tuple[Reader, ...]:
    return tuple(read for name, read in READERS.items() if name in readings)


_READINGS = {word: _in_order(names) for word, names in READINGS.items()}
_NUMBERED = {name: _in_order(set(readings)) for name, readings in NUMBERED_READINGS.items()}
_NUMBERS = frozenset(word for word, names in READINGS.items() if names == set(NUMBER))


_PARTS = frozenset(word for word, names in READINGS.items() if "programme" in names and word != "برنامه")


def _readers(folded: str, at: int, word: str) -> tuple[Reader, ...]:
    """The readings to be tried where `word` begins a date; none where what follows rules a date out."""
    if word in _PARTS:
        return _READINGS[word] if PARTED.match(folded, at) else ()
    if not word.isdigit() and word not in _NUMBERS:
        return _READINGS[word]
    follows = NUMBERED.match(folded, at)
    if follows is None or (word.isdigit() and at > 1 and folded[at - 1] in _NUMBER_SIGNS and folded[at - 2].isdigit()):
        return ()
    return _NUMBERED[follows.lastgroup or "unit"]


def scan(folded: str, published: date | None, own: int | None) -> list[Found]:
    """Dates as written, in order, none overlapping; `own` is the article's year."""
    text = f"\n{folded}"
    trigger = GLUED_TRIGGER if GLUED.search(folded) else TRIGGER
    place = Place(folded, published, own)
    found: list[Found] = []
    at = 0
    while match := trigger.search(text, at):
        at = match.end()
        place.at = at - 1
        for read in _readers(folded, at - 1, match[1]):
            if here := read(place):
                found.extend([here] if isinstance(here, Found) else here)
                break
        else:
            continue
        at = found[-1].end + 1
        if found[-1].calendar == "none":
            found.pop()
        else:
            place.before = found[-1]
    return found
