"""Names that stand for two things at once, and bodies that lack one."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.folding import skeleton
from corpus.registry.entries import Body, Entry, Head, Law, Named
from corpus.registry.reading import Report


def doubled_names(named: Sequence[tuple[Named, Entry]], report: Report) -> Iterator[str]:
    """Names that count everywhere and belong to two entries, or twice to one; each entry comes with its place."""
    owners: dict[str, str] = {}
    for entry, place in named:
        own: set[str] = set()
        for text in spellings(entry):
            key = skeleton(text)
            if key in own:
                yield report(place, f"{entry.id} has «{text}» twice")
            own.add(key)
            other = owners.setdefault(key, entry.id)
            if other != entry.id:
                yield report(place, f"«{text}» of {entry.id} is also a name of {other}")


def doubled_bare(bodies: Sequence[Body], heads: Iterable[Head], report: Report) -> Iterator[str]:
    """Names behind a head word that two bodies of one kind share: a list could mean either."""
    words = {kind: _words(heads, kind) for kind in {one.kind for one in bodies}}
    owners: dict[tuple[str, str], str] = {}
    for body in bodies:
        behind = (_behind(text, words[body.kind]) for text in spellings(body))
        for text in {skeleton(one): one for one in (*behind, *body.bare) if one}.values():
            other = owners.setdefault((body.kind, skeleton(text)), body.id)
            if other != body.id:
                yield report(body, f"«{text}» of {body.id} is also the short name of {other} in a list")


def doubled_laws(laws: Iterable[Law], report: Report) -> Iterator[str]:
    """Names of laws that stand twice."""
    owners: dict[str, str] = {}
    for law in laws:
        for text in (law.name, *law.aliases):
            other = owners.get(skeleton(text))
            if other:
                yield report(law, f"«{text}» of {law.id} is also a name of {other}")
            owners[skeleton(text)] = law.id


def nameless(bodies: Iterable[Body], report: Report) -> Iterator[str]:
    """Bodies without an English name."""
    yield from (report(body, f"{body.id} has no English name") for body in bodies if not body.english)


def spellings(entry: Named) -> Iterator[str]:
    """Every name of `entry` that counts everywhere, official and former ones included."""
    yield entry.name
    yield from (alias.text for alias in entry.aliases if not alias.context)
    if entry.english:
        yield entry.english
    if isinstance(entry, Body):
        yield from (one.name for one in entry.former)


def _words(heads: Iterable[Head], kind: str) -> list[str]:
    found = (word for head in heads if head.kind == kind for word in head.singular)
    return sorted(found, key=len, reverse=True)


def _behind(text: str, words: Iterable[str]) -> str | None:
    """What stands in `text` behind one of `words`."""
    return next((text.removeprefix(f"{word} ") for word in words if text.startswith(f"{word} ")), None)
