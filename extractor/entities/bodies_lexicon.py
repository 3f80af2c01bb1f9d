"""The words around bodies of `unknown.yml`, `contexts.yml`, `places.yml` and `anaphora.yml`, as sets of skeletons."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from corpus.folding import skeleton
from corpus.registry import load
from corpus.registry.names import listed
from extractor.entities.lexicon import Words, lexicon


def _by_skeleton(value: dict[str, Any]) -> dict[str, Any]:
    return {skeleton(name) or name: words for name, words in value.items()}


type ByName = Annotated[dict[str, Words], BeforeValidator(_by_skeleton)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class UnknownWords(_Data):
    """What `unknown.yml` explains."""

    heads: Words
    offices: Words
    units: Words
    units_with_words: Words
    unit_joins: Words
    local: Words
    numbered: Words
    determiners: Words
    idioms: ByName
    not_names: Words
    compounds: Words
    owners: Words
    with_place: Words
    trades: Words
    of_members: Words
    centres: Words
    pairs: Words
    joined_by: ByName
    adjectives_in_i: Words
    openers: Words
    before_plural: Words
    verbal_endings: Words
    verb_nouns: Words
    not_verbs: Words
    continues: ByName


class Places(_Data):
    """What `places.yml` explains."""

    towns: Words
    regions: Words
    before_place: Words
    behind_place: Words
    branch_words: Words
    branch_names: Words
    abroad_by: Words
    local_bodies: dict[str, Words]


class Around(_Data):
    """Words before, behind and near one name that make it mean another thing."""

    after: Words = frozenset()
    before: Words = frozenset()
    near: Words = frozenset()


class Contexts(_Data):
    """What `contexts.yml` explains."""

    places: Words
    teams: Words
    sports: Words
    team_kinds: frozenset[str]
    matches: tuple[str, ...]
    works: Words
    names: Annotated[dict[str, Around], BeforeValidator(_by_skeleton)]
    some: Words
    country_of: Words


class Meant(_Data):
    """Which bodies a noun takes up."""

    kinds: frozenset[str] = frozenset()
    heads: Words = frozenset()
    ids: frozenset[str] = frozenset()


class AnaphoraWords(_Data):
    """What `anaphora.yml` explains; nouns as the press writes them, folded."""

    nouns: dict[str, Meant]
    before: Words
    behind: Words
    another: Words


@cache
def unknown_words() -> UnknownWords:
    """The words of unknown names, read once."""
    return UnknownWords.model_validate(_read("unknown.yml"))


@cache
def places() -> Places:
    """The names of places, read once."""
    shared = listed("places")
    return Places.model_validate({**_read("places.yml"), "towns": shared["towns"], "regions": shared["regions"]})


@cache
def contexts() -> Contexts:
    """The words that make a name no body, read once."""
    return Contexts.model_validate(_read("contexts.yml"))


@cache
def anaphora_words() -> AnaphoraWords:
    """The words that take up a body, read once."""
    return AnaphoraWords.model_validate(_read("anaphora.yml"))


@cache
def heads() -> frozenset[str]:
    """Words that begin a body's name, as skeletons."""
    return lexicon().heads | unknown_words().heads


@cache
def provinces() -> frozenset[str]:
    """Names of provinces, as skeletons."""
    names = (one.name.removeprefix("استانداری ") for one in load().bodies if one.kind == "province")
    return frozenset(skeleton(name) for name in names)


@cache
def towns() -> frozenset[str]:
    """Names of provinces and towns, as skeletons."""
    return places().towns | provinces()


@cache
def closing_places() -> frozenset[str]:
    """Names of places that close a body's name, as skeletons."""
    return towns() | places().regions


@cache
def abroad() -> frozenset[str]:
    """Names of other countries and what stands for them, as skeletons."""
    return lexicon().abroad


def _read(file: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    return data
