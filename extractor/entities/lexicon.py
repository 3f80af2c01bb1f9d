"""The words of `words.yml`, as sets of skeletons."""

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from corpus.folding import skeleton


def _skeletons(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise ValueError("a list of words is wanted")
    words = [word for item in value for word in (item if isinstance(item, list) else [item])]
    return frozenset(skeleton(str(word)) for word in words)


type Words = Annotated[frozenset[str], BeforeValidator(_skeletons)]


class Lexicon(BaseModel):
    """Sets of words, as `words.yml` explains them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stops: Words
    predicates: Words
    phrase_ends: Words
    verbs: Words
    generic: Words
    joined_by_az: Words
    joined_by_ba: Words
    joined_by_va: Words
    heads: Words
    below: Words


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    text = Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    return Lexicon.model_validate(yaml.safe_load(text))


def is_verb(word: str) -> bool:
    """Whether `word`, a skeleton, is a verb form: listed, or with «می» before it."""
    if word in lexicon().verbs:
        return True
    return word.startswith(("می", "نمی")) and word.endswith(("ند", "کند", "شود", "دهد", "گوید", "کنیم", "دارد", "یم"))


def ends_name(word: str) -> bool:
    """Whether a name has ended before `word`, a skeleton."""
    words = lexicon()
    return word in words.stops or word in words.predicates or word[:1].isdigit() or is_verb(word)
