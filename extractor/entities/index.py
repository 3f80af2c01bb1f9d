"""Every spelling of every body, group and platform of the registry, in one automaton."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import BytesAhoCorasick

from corpus.folding import skeleton
from corpus.registry import Body, Group, Named, Platform, Programme, Registry, load
from corpus.schema import SubjectType
from extractor.entities.codes import automaton
from extractor.entities.heading import Heading, bare_names, headings, kind_of


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of an entry and the condition under which it counts.

    `kind` is the kind of list that the spelling may open by its head word («ministry»). `context`: words
    of which one must stand near, as skeletons. `later`: counts only in a text that names the entry in full. `topic`:
    the programme that the text must be about. `last`: the last word of a name that «و» joins, as a skeleton, since
    another phrase may begin with it.
    """

    text: str
    entry: Named
    type: SubjectType
    kind: str | None = None
    context: frozenset[str] = frozenset()
    later: bool = False
    topic: str | None = None
    last: str = ""


@dataclass(frozen=True, slots=True)
class Plural:
    """A head word in the plural, which opens a list of bodies of one kind."""

    text: str
    kind: str
    last: str = ""


type Pattern = Form | Plural


@dataclass(frozen=True, slots=True)
class Index:
    """`patterns[i]` are what the automaton's pattern i may mean; `bare` leads from kind and skeleton to a body."""

    automaton: BytesAhoCorasick
    patterns: list[list[Pattern]]
    bare: dict[str, dict[str, Named]]


@cache
def index() -> Index:
    """The index of the shipped registry, built once."""
    return build(load())


def build(registry: Registry) -> Index:
    """The index of `registry`."""
    lists = headings(registry)
    found: dict[str, list[Pattern]] = defaultdict(list)
    for form in _forms(registry, lists):
        found[skeleton(form.text)].append(form)
    for heading in lists:
        for text in heading.plural:
            found[skeleton(text)].append(Plural(text, heading.kind))
    names = {body.id: list(_full_names(body)) for body in registry.bodies}
    bare = {one.kind: dict(bare_names(registry.bodies, one, names)) for one in lists}
    keys = list(found)
    return Index(
        automaton=automaton(keys),
        patterns=[found[one] for one in keys],
        bare=bare,
    )


def _forms(registry: Registry, lists: list[Heading]) -> Iterator[Form]:
    entries: list[tuple[Named, SubjectType]] = [(one, "agency") for one in registry.bodies]
    entries += [(one, "group") for one in registry.groups if one.linked]
    entries += [(one, "platform") for one in registry.platforms]
    topics = {group.id: _topic(programme) for programme in registry.programmes for group in programme.groups}
    for entry, subject in entries:
        topic = topics.get(entry.id)
        for text in _full_names(entry):
            kind = kind_of(text, entry.kind, lists) if isinstance(entry, Body) else None
            yield Form(text, entry, subject, kind, topic=topic, last=_joined(text))
        for alias in entry.aliases:
            if alias.context:
                context = frozenset(skeleton(word) for word in alias.context)
                yield Form(alias.text, entry, subject, context=context, topic=topic, last=_joined(alias.text))
        for text in entry.later:
            yield Form(text, entry, subject, later=True, topic=topic, last=_joined(text))
    yield from _further_names(registry)


def _further_names(registry: Registry) -> Iterator[Form]:
    """The names that programmes give to bodies."""
    for programme in registry.programmes:
        for body, texts in programme.names.items():
            for text in texts:
                yield Form(text, registry.get(body), "agency", topic=_topic(programme), last=_joined(text))


def _topic(programme: Programme) -> str | None:
    return programme.id if programme.topic else None


def _joined(text: str) -> str:
    """The last word of a name that «و» joins, as a skeleton; "" of any other."""
    return skeleton(text.rpartition(" ")[2]) if " و " in text else ""


def _full_names(entry: Named) -> Iterator[str]:
    yield entry.name
    yield from (alias.text for alias in entry.aliases if not alias.context)
    if entry.english and not isinstance(entry, Group):
        yield entry.english
    if isinstance(entry, Body):
        yield from (one.name for one in entry.former)
    if isinstance(entry, Platform):
        yield from entry.sites
