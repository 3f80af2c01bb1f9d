"""Numbers of articles in words: «بیست و دو», «هشتاد و پنجم», «یکصد و سی و نهم»."""

import re
from functools import cache

from corpus.folding import fold_characters, skeleton
from extractor.entities.citations.lexicon import citation_words


@cache
def values() -> dict[str, int]:
    """The value of every number word, cardinal and ordinal, by its skeleton."""
    words = citation_words()
    ordinal = {f"{word}م": value for word, value in words.numbers.items() if word not in ("سه", "سی")}
    return {**ordinal, **words.numbers, **words.ordinals}


@cache
def number_words() -> str:
    """A pattern of number words joined by «و», as far as they go; it never tries a shorter way."""
    spelt = sorted(map(fold_characters, values()), key=len, reverse=True)
    one = "|".join([word.replace("سیام", "سی ?ام") for word in spelt])
    return rf"(?>(?:{one})(?![^\W_])(?: و (?:{one})(?![^\W_]))*)"


_AND = re.compile(r" و ")


def numbers_in(words: str) -> list[int]:
    """The numbers that `words` name: «بیست و دو» is one, «پنج و شش» are two."""
    found: list[int] = []
    last = 0
    for word in _AND.split(words):
        value = values().get(skeleton(word))
        if value is None:
            return []
        if found and value < last and _below(last, value):
            found[-1] += value
        else:
            found.append(value)
        last = value
    return found


def _below(larger: int, smaller: int) -> bool:
    """Whether the two make one number: hundreds take all below them, tens only units."""
    unit = next(unit for unit in (1000, 100, 10, 1) if larger >= unit)
    return larger >= 20 and smaller < unit
