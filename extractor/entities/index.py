"""Every spelling of every body, group and platform of the registry, in one automaton."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from corpus.folding import skeleton
from corpus.registry import Body, Group, Head, Named, Platform, Registry, load
from corpus.schema import SubjectType


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of an entry and the condition under which it counts.

    `kind` is the body's kind («ministry») where the spelling begins with a head word of that kind. `context`: words
    of which one must stand near, as skeletons. `later`: counts only in a text that names the entry in full.
    """

    text: str
    entry: Named
    type: SubjectType
    kind: str | None = None
    context: frozenset[str] = frozenset()
    later: bool = False


@dataclass(frozen=True, slots=True)
class Plural:
    """A head word in the plural, which opens a list of bodies of one kind."""

    text: str
    kind: str


type Pattern = Form | Plural


@dataclass(frozen=True, slots=True)
class Index:
    """`patterns[i]` are what the automaton's pattern i may mean; `bare` leads from kind and skeleton to a body."""

    automaton: AhoCorasick
    patterns: list[list[Pattern]]
    bare: dict[str, dict[str, Named]]
    longest: dict[str, int]


@cache
def index() -> Index:
    """The index of the shipped registry, built once."""
    return build(load())


def build(registry: Registry) -> Index:
    """The index of `registry`."""
    heads: dict[str, list[Head]] = defaultdict(list)
    for head in registry.heads:
        heads[head.kind].append(head)
    found: dict[str, list[Pattern]] = defaultdict(list)
    for form in _forms(registry, heads):
        found[skeleton(form.text)].append(form)
    for head in registry.heads:
        for text in head.plural:
            found[skeleton(text)].append(Plural(text, head.kind))
    bare = {kind: dict(_bare_names(registry, kind, heads[kind])) for kind in heads}
    keys = list(found)
    return Index(
        automaton=AhoCorasick(keys, matchkind=MatchKind.Standard, store_patterns=False),
        patterns=[found[one] for one in keys],
        bare=bare,
        longest={kind: max(map(len, names), default=0) for kind, names in bare.items()},
    )


def _forms(registry: Registry, heads: dict[str, list[Head]]) -> Iterator[Form]:
    entries: list[tuple[Named, SubjectType]] = [(one, "agency") for one in registry.bodies]
    entries += [(one, "group") for one in registry.groups]
    entries += [(one, "platform") for one in registry.platforms]
    for entry, subject in entries:
        for text in _full_names(entry):
            kind = entry.kind if isinstance(entry, Body) and _behind_head(text, heads[entry.kind]) else None
            yield Form(text, entry, subject, kind)
        for alias in entry.aliases:
            if alias.context:
                context = frozenset(skeleton(word) for word in alias.context)
                yield Form(alias.text, entry, subject, context=context)
        for text in entry.later:
            yield Form(text, entry, subject, later=True)


def _full_names(entry: Named) -> Iterator[str]:
    yield entry.name
    yield from (alias.text for alias in entry.aliases if not alias.context)
    if entry.english and not isinstance(entry, Group):
        yield entry.english
    if isinstance(entry, Body):
        yield from (one.name for one in entry.former)
    if isinstance(entry, Platform):
        yield from entry.sites


def _behind_head(text: str, heads: list[Head]) -> str | None:
    """What stands in `text` behind a head word: «نیرو» of «وزارت نیرو»."""
    for word in (word for head in heads for word in sorted(head.singular, key=len, reverse=True)):
        if text.startswith(f"{word} "):
            return text[len(word) + 1 :]
    return None


def _bare_names(registry: Registry, kind: str, heads: list[Head]) -> Iterator[tuple[str, Named]]:
    for body in registry.bodies:
        if body.kind != kind or body.valid_to:
            continue
        for text in _full_names(body):
            rest = _behind_head(text, heads)
            if rest and len(rest) > 1:
                yield skeleton(rest), body
        yield from ((skeleton(text), body) for text in body.bare)
