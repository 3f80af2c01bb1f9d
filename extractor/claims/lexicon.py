"""Cue words: read from `cues.yml` and `statuses.yml`, compiled once, found once a document."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extractor.annotations import Span
from extractor.text.patterns import any_of, pattern

HERE = Path(__file__).parent


def _read(name: str) -> Any:  # noqa: ANN401 (YAML of any shape; each caller names its own)
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def words(alternatives: list[str]) -> re.Pattern[str]:
    """One pattern for whole words or phrases out of `alternatives`, the longest first."""
    return pattern(any_of(alternatives))


@cache
def cue_patterns() -> dict[str, re.Pattern[str]]:
    """Category of `cues.yml` -> its pattern."""
    return {category: words(alternatives) for category, alternatives in _read("cues.yml").items()}


@dataclass(frozen=True, slots=True)
class StatusRule:
    """A way of saying a standing; see `statuses.yml`."""

    status: str
    indicator: str
    pattern: re.Pattern[str]
    unless: frozenset[str]


@cache
def status_rules() -> tuple[StatusRule, ...]:
    """The rules of `statuses.yml` in their order."""
    return tuple(
        StatusRule(rule["status"], rule["indicator"], words(rule["any"]), frozenset(rule["unless"]))
        for rule in _read("statuses.yml")
    )


class Cues:
    """Where each category's cues stand in a text."""

    def __init__(self, masked: str, wanted: dict[str, re.Pattern[str]] | None = None) -> None:
        self._found: dict[str, list[Span]] = {
            category: [Span(*match.span()) for match in compiled.finditer(masked)]
            for category, compiled in (wanted or cue_patterns()).items()
        }
        self._starts = {category: [span.start for span in spans] for category, spans in self._found.items()}

    def within(self, category: str, span: Span) -> list[Span]:
        """Cues of `category` that lie inside `span`."""
        spans = self._found[category]
        first = bisect_left(self._starts[category], span.start)
        found = []
        for cue in spans[first:]:
            if cue.start >= span.end:
                break
            if cue.end <= span.end:
                found.append(cue)
        return found

    def present(self, span: Span) -> frozenset[str]:
        """The categories that have a cue inside `span`."""
        return frozenset(category for category in self._found if self.within(category, span))
