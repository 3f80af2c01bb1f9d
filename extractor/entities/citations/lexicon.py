"""The words of `words.yml`."""

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from corpus.folding import fold_characters, skeleton
from extractor.entities.lexicon import Words


def _spaced(text: str) -> str:
    """A folded spelling, as a pattern that a half-space may be spaced or dropped in."""
    return fold_characters(text).replace("\u200c", " ?").replace(" ?", " ").replace(" ", " ?")


def _by_folded(value: dict[str, int]) -> dict[str, int]:
    return {fold_characters(word): number for word, number in value.items()}


def _by_skeleton(value: dict[str, int]) -> dict[str, int]:
    return {skeleton(word): number for word, number in value.items()}


def _folded_keys(value: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {fold_characters(word): tuple(map(_spaced, spellings)) for word, spellings in value.items()}


def _sets(value: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {skeleton(word): frozenset(map(skeleton, others)) for word, others in value.items()}


class CitationWords(BaseModel):
    """Words and numbers, as `words.yml` explains them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    parts: Annotated[dict[str, tuple[str, ...]], BeforeValidator(_folded_keys)]
    sole: Words
    numbers: Annotated[dict[str, int], BeforeValidator(_by_skeleton)]
    ordinals: Annotated[dict[str, int], BeforeValidator(_by_skeleton)]
    relative_years: Annotated[dict[str, int], BeforeValidator(_by_folded)]
    decrees: tuple[str, ...]
    known_decrees: tuple[str, ...]
    only_known: Words
    carrying_out: tuple[str, ...]
    openers: Words
    takes: Annotated[dict[str, frozenset[str]], BeforeValidator(_sets)]
    never_after_in: Words
    ends: Words
    holds: Words
    issuers: Words
    no_decree: Words
    compounds: Words
    never_before: Words
    pointing: tuple[str, ...]
    pointed: tuple[str, ...]


@cache
def citation_words() -> CitationWords:
    """The words, read once."""
    data = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    return CitationWords.model_validate(data)
