"""Cue words: those of `cues.yml` and of the programmes, found once a document (`lists`)."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from corpus.registry import load
from extractor.claims.found import Found
from extractor.claims.phrases import prepared
from extractor.text.patterns import any_of, pattern

HERE = Path(__file__).parent


def _read(name: str) -> Any:  # noqa: ANN401 (YAML of any shape; each caller names its own)
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def words(alternatives: list[str]) -> re.Pattern[str]:
    """One pattern for whole words or phrases out of `alternatives`, the longest first."""
    return pattern(any_of(prepared(one) for one in alternatives))


@cache
def cue_sources() -> dict[str, list[str]]:
    """The words of each category: those shared by all programmes, and what each programme adds."""
    sources: dict[str, list[str]] = defaultdict(list, _read("cues.yml"))
    for programme in load().programmes:
        for category, alternatives in programme.cues.items():
            sources[category] = [*sources[category], *alternatives]
    return sources


class Cues(Found):
    """Where each category's cues stand in a text."""
