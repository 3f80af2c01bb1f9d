"""All that a date may begin with, and which readings are to be tried there, by their names in `scan.READERS`."""

from collections.abc import Iterable, Iterator
from itertools import product

from corpus.folding import fold_characters
from extractor.dates.words import WORDS
from extractor.quantities.numbers import WORDS as NUMBER_WORDS

type Readings = tuple[str, ...]
NUMBER: Readings = ("month", "gregorian", "lunar", "relative_month", "year", "duration")
_BY_NAME: Readings = ("numeric", "month", "gregorian", "lunar")
_WEEKDAY: Readings = (*_BY_NAME, "week", "weekday")
_PART: Readings = (
    *("month", "gregorian", "lunar", "occasion", "programme", "decade"),
    *("year", "week", "relative_month", "day"),
)
_READINGS: dict[str, Readings] = {
    "months": ("month",),
    "parts": _PART,
    "pieces": ("month", "gregorian", "lunar", "year", "relative_month"),
    "years": ("year",),
    "halves": ("year",),
    "seasons": ("year",),
    "relative_months": ("relative_month",),
    "weeks": ("week",),
    "days": ("day",),
    "weekdays": _WEEKDAY,
    "gregorian_months": ("gregorian",),
    "lunar_months": ("lunar",),
}
# «می» begins verbs and «مه» is fog: alone they are months only with a year or «ماه» right after.
_ALSO_WORDS = frozenset({"می", "مه"})
_TENS_OF_YEARS = ("پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_YEAR = (
    *(f"{word} {digit}" for word in ("سال", "افق") for digit in "0123456789"),
    *(f"سال {word}" for word in ("هزار", "یک", *_TENS_OF_YEARS)),
    *("افق سال", "سال میلادی", "سالهای", "سال های"),
)


def spellings(phrase: str) -> Iterator[str]:
    """`phrase` folded, with each `~` as a space and as nothing."""
    parts = fold_characters(phrase).split("~")
    for joints in product((" ", ""), repeat=len(parts) - 1):
        yield "".join(part + joint for part, joint in zip(parts, (*joints, ""), strict=True))


def words_of(kind: str) -> list[str]:
    """All words of a kind in `words.yaml`, in all spellings."""
    words = WORDS[kind]
    every = [word for each in words.values() for word in each] if isinstance(words, dict) else words
    return [spelling for word in every for spelling in spellings(word)]


def phrases() -> Iterator[tuple[str, Readings]]:
    """(phrase, readings) of all that a date may begin with, but for digits."""
    for kind, readings in _READINGS.items():
        yield from ((phrase, readings) for phrase in words_of(kind) if phrase not in _ALSO_WORDS)
    for phrase, readings in _with_nouns():
        yield phrase, readings
    for each in WORDS["occasions"]:
        yield from ((spelling, ("occasion",)) for word in each["words"] for spelling in spellings(word))
    yield from ((phrase, ("year",)) for phrase in _YEAR)
    yield from ((f"دهه {first}", ("decade",)) for first in ("1", *"23456789", *WORDS["decades"]))
    yield "برنامه", ("programme",)
    yield from ((phrase, NUMBER) for phrase in _numbers())


def _with_nouns() -> Iterator[tuple[str, Readings]]:
    """«ماه آبان», «آبانماه», «روز شنبه», «فصل بهار»."""
    for before, kind in (("ماه ", "months"), ("ماه های ", "months"), ("ماههای ", "months"), ("فصل ", "seasons")):
        yield from ((before + phrase, _READINGS[kind]) for phrase in words_of(kind))
    for before, kind in (("ماه ", "gregorian_months"), ("ماه ", "lunar_months"), ("ماه مبارک ", "lunar_months")):
        yield from ((before + phrase, _READINGS[kind]) for phrase in words_of(kind))
    for before in ("روز ", "روزهای ", "روز های "):
        yield from ((before + phrase, _WEEKDAY) for phrase in words_of("weekdays"))
    yield from ((f"{phrase}ماه", ("month",)) for phrase in words_of("months"))
    yield from ((f"فصل {phrase}", ("year",)) for phrase in words_of("season_numbers"))
    yield from ((f"{phrase} {more}", ("gregorian",)) for phrase in _ALSO_WORDS for more in ("1", "2", "ماه", "سال"))


def _numbers() -> Iterator[str]:
    """Numbers and ordinals in words: «سه», «سهماهه», «بیستوپنجم»."""
    words: dict[str, Iterable[str]] = {
        kind: [spelling for word in NUMBER_WORDS[kind] if word != "صفر" for spelling in spellings(word)]
        for kind in ("units", "teens", "tens", "hundreds", "ordinals")
    }
    yield from (word + more for each in words.values() for word in each for more in ("", "ماه", "ماهه"))
    ones = [*words["units"], *words["ordinals"]]
    yield from (f"{tens}{joint}{one}" for tens in words["tens"] for joint in ("و", " و") for one in ones)
    yield "صفرم"
