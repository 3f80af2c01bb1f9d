"""The words of `learned.yml`, as sets of skeletons."""

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from corpus.folding import fold_characters
from extractor.entities.bodies_lexicon import heads
from extractor.entities.lexicon import Words, lexicon


class LearnedWords(BaseModel):
    """What `learned.yml` explains."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    duty: tuple[str, ...]
    heads: Words
    complete: Words
    one_word: Words
    loose: Words
    loose_words: int
    office_words: int
    never: Words
    before: Words


@cache
def learned_words() -> LearnedWords:
    """The words, read once."""
    text = Path(__file__).with_name("learned.yml").read_text(encoding="utf-8")
    return LearnedWords.model_validate(yaml.safe_load(text))


@cache
def duty() -> re.Pattern[str]:
    """The words that lay a duty on somebody."""
    return re.compile(rf"(?<![^\W_])(?:ن?می ?|ن)?(?:{'|'.join(map(fold_characters, learned_words().duty))})")


@cache
def all_heads() -> frozenset[str]:
    """The head words of the rules but for a few, and those that the model alone may use."""
    return (heads() | learned_words().heads) - learned_words().complete


@cache
def one_word_heads() -> frozenset[str]:
    """The heads behind which one word makes a name."""
    return lexicon().one_word | learned_words().one_word
