"""The words of `words.yaml`: as pieces of patterns, and what they mean by their spelling without spaces."""

from pathlib import Path
from typing import Any

import yaml

from extractor.quantities.numbers import WORDS as NUMBER_WORDS
from extractor.quantities.numbers import bare
from extractor.text.patterns import any_of

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))


# «سال قبل از آن» is told from another date.
_FROM_ELSEWHERE = ("قبل", "بعد", "پیش")


def values(kind: str) -> dict[str, Any]:
    """The meaning of each word of `kind`, by the word as `bare` makes it."""
    return {bare(word): value for value, words in WORDS[kind].items() for word in words}


def choice(kind: str) -> str:
    """One word of `kind`."""
    words = WORDS[kind]
    every = [word for each in words.values() for word in each] if isinstance(words, dict) else words
    return any_of(f"{word}(?! از |~رو)" if word.endswith(_FROM_ELSEWHERE) else word for word in every)


def meaning[Value](table: dict[str, Value], written: str) -> Value:
    """What `table` has for `written`, words of folded text."""
    return table[written.replace(" ", "")]


MONTHS = values("months")
MONTH_NAMES = choice("months").replace("~", " ?")
AMBIGUOUS = frozenset(WORDS["ambiguous"])

_UNITS, _TEENS, _TENS = (NUMBER_WORDS[kind] for kind in ("units", "teens", "tens"))
# No day is the «صفرم».
_FIRST = {"صفرم": 0, **{word: value for word, value in NUMBER_WORDS["ordinals"].items() if 1 <= value <= 30}}
_ONES = {word: value for word, value in _UNITS.items() if value}


def _numbers() -> dict[str, int]:
    """Numbers in words, from one to 399."""
    below = {bare(word): int(value) for word, value in (_ONES | _TEENS | _TENS).items()}
    below |= {bare(f"{tens}و{one}"): int(ten + value) for tens, ten in _TENS.items() for one, value in _ONES.items()}
    hundreds = {bare(word): int(value) for word, value in NUMBER_WORDS["hundreds"].items() if value < 400}
    above = {f"{word}و{low}": value + rest for word, value in hundreds.items() for low, rest in below.items()}
    return below | hundreds | above


def _ordinals() -> dict[str, int]:
    """Days of a month in words: «سی‌ام», «بیست و پنجم», «یکم»."""
    tens = {
        bare(f"{ten}و{word}"): int(high + value)
        for ten, high in _TENS.items()
        if high in (20, 30)
        for word, value in _FIRST.items()
        if 0 < value < 10
    }
    return {bare(word): int(value) for word, value in _FIRST.items()} | {
        word: value for word, value in tens.items() if value <= 31
    }


NUMBERS, ORDINALS = _numbers(), _ordinals()
_BELOW_100 = f"(?:{any_of(_TEENS)}|{any_of(_TENS)}(?:~و~{any_of(_ONES)})?|{any_of(_ONES)})"
# «دویست و ده», «سی», «سه».
CARDINAL = f"(?:(?:(?:سی~?)?صد|یک~صد|دو~?یست)(?:~و~{_BELOW_100})?|{_BELOW_100})"
ORDINAL = f"(?:(?:بیست|سی)~و~{any_of(word for word, value in _FIRST.items() if value < 10)}|{any_of(_FIRST)})"


def number(written: str) -> int:
    """The number that `written` (digits or words, from one to 399) tells; 0 where it is none of these."""
    return int(written) if written.isdigit() else NUMBERS.get(written.replace(" ", ""), 0)
