"""Head words that bodies share in a list, and what stands behind them: «نیرو» of «وزارت نیرو»."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from corpus.folding import skeleton
from corpus.registry import Body, Named, Registry

# What a bare name may leave off at its end, the longest first.
_TAILS = (" جمهوری اسلامی ایران", " مجلس شورای اسلامی", " کشور", " ایران", " مجلس")
# Kinds whose one-word names mean nothing without it: «شرکت [نفت] ایران».
_PLAIN_WITH_TAIL = frozenset({"company", "bank", "insurer", "fund", "university"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A kind of list: its head words in the singular, the longest first, and in the plural."""

    kind: str
    singular: tuple[str, ...]
    plural: tuple[str, ...]

    def rest(self, text: str) -> str | None:
        """What stands in `text` behind a head word."""
        return next((text[len(word) + 1 :] for word in self.singular if text.startswith(f"{word} ")), None)


def headings(registry: Registry) -> list[Heading]:
    """All kinds of lists, those with the longest head words first; a kind of the registry bears its name."""
    words: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for head in registry.heads:
        words[head.kind][0].extend(head.singular)
        words[head.kind][1].extend(head.plural)
    for word, plural in _more().items():
        words[word][0].append(word)
        words[word][1].extend(plural)
    found = [
        Heading(kind, tuple(sorted(singular, key=len, reverse=True)), tuple(plural))
        for kind, (singular, plural) in words.items()
    ]
    return sorted(found, key=lambda one: -len(one.singular[0]))


@cache
def _more() -> dict[str, list[str]]:
    data: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("list_heads.yml").read_text(encoding="utf-8"))
    return data


def kind_of(text: str, own: str, among: list[Heading]) -> str | None:
    """The kind of list that the name `text` may open: its body's `own` kind, else that of its head word."""
    first = next((one for one in among if one.kind == own and one.rest(text)), None)
    found = first or next((one for one in among if one.rest(text)), None)
    return found.kind if found else None


def bare_names(bodies: tuple[Body, ...], heading: Heading, names: dict[str, list[str]]) -> Iterator[tuple[str, Named]]:
    """Skeletons of bare names behind `heading`, each with its body; the surest come last, to overrule the others.

    Bodies of the heading's own kind are surer than others, and those that still are than those that have ended. `names`
    are the full names of each body, by its id.
    """
    by_surety = sorted(bodies, key=lambda one: (one.kind == heading.kind, not one.valid_to))
    for body in by_surety:
        for rest in _rests(heading, names[body.id]):
            yield from ((skeleton(text), body) for text in _without_tail(rest, heading.kind))
    for body in by_surety:
        if body.kind == heading.kind:
            yield from ((skeleton(text), body) for text in (*_rests(heading, names[body.id]), *body.bare))


def _rests(heading: Heading, names: list[str]) -> Iterator[str]:
    return (rest for text in names if (rest := heading.rest(text)) and len(rest) > 1)


def _without_tail(rest: str, kind: str) -> Iterator[str]:
    yield rest
    tail = next((one for one in _TAILS if rest.endswith(one)), None)
    short = rest.removesuffix(tail) if tail else ""
    if len(short) > 2 and (" " in short or kind not in _PLAIN_WITH_TAIL):
        yield short
