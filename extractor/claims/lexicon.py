"""Cue words: read from `cues.yml` and `statuses.yml`, compiled once, found once a document."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extractor.annotations import Ordered, Span
from extractor.text.patterns import any_of, pattern

HERE = Path(__file__).parent
# «at most so many characters»: a masked name counts as one, however long.
_LIMITED = re.compile(r"\[\^([^\]]*)\]\{0,(\d+)\}")


def _read(name: str) -> Any:  # noqa: ANN401 (YAML of any shape; each caller names its own)
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def words(alternatives: list[str]) -> re.Pattern[str]:
    """One pattern for whole words or phrases out of `alternatives`, the longest first."""
    return pattern(any_of(_LIMITED.sub(r"(?:■++|[^\1■]){0,\2}", one) for one in alternatives))


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

    def __init__(self, masked: str) -> None:
        self._found = {
            category: Ordered(Span(*match.span()) for match in compiled.finditer(masked))
            for category, compiled in cue_patterns().items()
        }
        self._present: dict[tuple[int, int], frozenset[str]] = {}

    def within(self, category: str, span: Span) -> list[Span]:
        """Cues of `category` that lie inside `span`."""
        return self._found[category].within(span)

    def present(self, span: Span) -> frozenset[str]:
        """The categories that have a cue inside `span`."""
        key = (span.start, span.end)
        if key not in self._present:
            self._present[key] = frozenset(name for name, cues in self._found.items() if cues.any_within(span))
        return self._present[key]
