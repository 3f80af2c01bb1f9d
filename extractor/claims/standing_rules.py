"""The ways of saying a standing, from `statuses.yml`, and where a text says them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from corpus.schema import Status
from extractor.annotations import Ordered, Span
from extractor.claims.phrases import Phrases

SOURCE = Path(__file__).parent / "statuses.yml"
Place = Literal["before", "inside", "after", "earlier"]
_PART = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class StatusRule:
    """A way of saying a standing: who it is said of stands before, inside or after its words, or earlier."""

    status: Status
    who: Place
    unless: frozenset[str]


@cache
def _source() -> Any:  # noqa: ANN401 (YAML; its readers below name its shape)
    return yaml.safe_load(SOURCE.read_text(encoding="utf-8"))


@cache
def status_rules() -> tuple[StatusRule, ...]:
    """The rules in their order."""
    return tuple(
        StatusRule(rule["status"], rule.get("who", "before"), frozenset(rule["unless"])) for rule in _source()["rules"]
    )


@cache
def _phrases() -> Phrases:
    """The patterns of rule 3 under «3»."""
    rules = enumerate(_source()["rules"])
    return Phrases({str(place): [_built(one) for one in rule["any"]] for place, rule in rules})


def state_sources() -> dict[str, list[str]]:
    """The patterns of the states, under their names."""
    states: dict[str, list[str]] = _source()["states"]
    return {name: [_built(one) for one in patterns] for name, patterns in states.items()}


def _built(source: str) -> str:
    """`source` with its parts put in; parts may have parts."""
    parts: dict[str, str] = _source()["parts"]
    while _PART.search(source):
        source = _PART.sub(lambda part: parts[part[1]], source)
    return source


class Said:
    """Where a text says standings."""

    def __init__(self, masked: str, states: Mapping[str, Sequence[Span]]) -> None:
        self._masked = masked
        self._places = _phrases().places(masked)
        self._states = {status: Ordered(found) for status, found in states.items()}

    def within(self, span: Span) -> Iterator[tuple[StatusRule, Span]]:
        """Rules with words of theirs inside `span`, the particular before the general.

        `span` is read by itself: what begins before it, or goes on behind it, would hide what it says.
        """
        found = self._found(span)
        for place, rule in enumerate(status_rules()):
            for words in found[str(place)]:
                yield rule, Span(span.start + words.start, span.start + words.end)

    def _found(self, span: Span) -> dict[str, list[Span]]:
        text = self._masked[span.start : span.end]
        if self._cuts_word(span.start) or self._cuts_word(span.end):
            return _phrases().find(text)
        return _phrases().fitting(text, self._places.within(span.start, span.end), span.start)

    def _cuts_word(self, place: int) -> bool:
        return 0 < place < len(self._masked) and self._masked[place - 1 : place + 1].isalpha()

    def states(self, span: Span) -> list[tuple[Span, Status]]:
        """States named without a verb inside `span`, in order; of two that overlap the longer."""
        found = [
            (one, status)
            for status in get_args(Status)
            if status in self._states
            for one in self._states[status].within(span)
        ]
        kept: list[tuple[Span, Status]] = []
        for one, status in sorted(found, key=lambda pair: pair[0].start - pair[0].end):
            if not any(one.overlaps(other) for other, _ in kept):
                kept.append((one, status))
        return sorted(kept)
