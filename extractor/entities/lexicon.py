"""The words of `words.yml`, `people.yml` and `names.yml`, as sets of skeletons, with shared lists."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from corpus.folding import skeleton
from corpus.registry.names import listed


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
    plain_bare: Words
    verbs: Words
    no_name: Words
    generic: Words
    joined_by_az: Words
    joined_by_ba: Words
    joined_by_va: Words
    heads: Words
    one_word: Words
    ministers: Words
    below: Words
    below_nouns: Words
    below_joins: Words
    joins_law: Words
    abroad: Words
    tails: Words
    not_bodies: Words


class PersonLexicon(BaseModel):
    """Sets of words, as `people.yml` and `names.yml` explain them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    titles: Words
    roles: Words
    role_texts: tuple[str, ...]
    kinds: dict[str, str]
    role_words: Words
    former: Words
    saying: Words
    before_speaker: Words
    before_name: Words
    spellings: dict[str, str]
    weak: Words
    spoken: Words
    says: Words
    deeds: Words
    bare_bodies: dict[str, str]
    behind_role: dict[str, str]
    role_units: Words
    no_role: Words
    crowds: Words
    anyone: Words
    sits_in: Words
    ordinary_surnames: Words
    given: Words
    ordinary: Words
    surnames: Words
    surname_endings: tuple[str, ...]
    second: Words
    women: Words
    strong_endings: tuple[str, ...]
    strong_beginnings: tuple[str, ...]
    joined_given: Words
    surname_titles: Words
    not_surnames: Words
    not_given: Words
    named_after: Words
    called: dict[str, tuple[str, ...]]
    any_role: Words
    never_called_before: Words
    never_called_after: Words
    not_speaking: Words
    sources: Words


@cache
def lexicon() -> Lexicon:
    """The words around bodies, read once."""
    return Lexicon.model_validate({**_read("words.yml"), "abroad": listed("places")["countries"]})


@cache
def person_lexicon() -> PersonLexicon:
    """The words around persons and their names, read once."""
    data, shared = {**_read("people.yml"), **_read("names.yml")}, listed("persons")
    given = [*shared["given"], *shared["women"]]
    return PersonLexicon.model_validate({**shared, **data, "given": given, "role_texts": shared["roles"]})


def _read(file: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    return data


def is_verb(word: str) -> bool:
    """Whether `word`, a skeleton, is a verb form: listed, denied («نداریم»), or with «می» before it."""
    verbs = lexicon().verbs
    if word in verbs or (word.startswith("ن") and word[1:] in verbs):
        return True
    return word.startswith(("می", "نمی")) and word.endswith(("ند", "کند", "شود", "دهد", "گوید", "کنیم", "دارد", "یم"))


def ends_name(word: str) -> bool:
    """Whether a name has ended before `word`, a skeleton."""
    words = lexicon()
    return word in words.stops or word in words.predicates or word[:1].isdigit() or is_verb(word)
