"""What the rules of half-space repair say of a word, and what they ask of the lexicon."""

from collections.abc import Callable
from typing import NamedTuple

from extractor.text.spelling.lexicon import NOT_JOINING, Cuts, lexicon

# Plural endings: «ها», «های», «هایی», «هایشان», «هاست».
PLURAL = "ها(?:ی(?:ی|ش|م|ت|شان|مان|تان|ند)?|یمان|شان|مان|ست|ش)?"


class Reading(NamedTuple):
    """`cuts`: how many letters stand before each half-space; `lemma`: the letters of the word that it is a form of."""

    cuts: Cuts
    lemma: str


# How a word is written where it is a word at all; the rules ask it of the parts they find.
type Known = Callable[[str], Reading | None]


def joined_to(base: Reading, letters: str) -> Reading:
    """`base` with a half-space after its letters, where the last one joins."""
    return base if letters[-1] in NOT_JOINING else Reading((*base.cuts, len(letters)), base.lemma)


def tags(word: str, unknown: str = "") -> set[str]:
    """The parts of speech of a word of the lexicon that is written in one piece."""
    return set(lexicon().plain.get(word, unknown).split(","))
