"""Faults that only show when the registry is seen as a whole."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.folding import skeleton
from corpus.registry.entries import Body, Entry, Group, Law, Named, Programme
from corpus.registry.reading import Document, Step

type Places = dict[int, tuple[Document, tuple[Step, ...]]]
type Report = Callable[[Entry, str], str]


def check(
    bodies: Sequence[Body],
    groups: Sequence[Group],
    laws: Sequence[Law],
    programmes: Sequence[Programme],
    places: Places,
) -> list[str]:
    """All faults between entries, as `file:line: message`; `places` says where each entry stands, by its `id()`."""

    def report(entry: Entry, message: str) -> str:
        if id(entry) not in places:
            return message
        document, steps = places[id(entry)]
        return document.fault(document.line(*steps), message)

    named: list[tuple[Named, Entry]] = [(one, one) for one in [*bodies, *groups]]
    named += [(platform, programme) for programme in programmes for platform in programme.platforms]
    return [
        *_doubled_ids(named, laws, report),
        *_doubled_names(named, report),
        *_doubled_laws(laws, report),
        *_parents(bodies, report),
        *_programmes(programmes, {one.id for one, _ in named}, {one.id for one in laws}, report),
    ]


def spellings(entry: Named) -> Iterator[str]:
    """Every name of `entry` that counts everywhere, official and former ones included."""
    yield entry.name
    yield from (alias.text for alias in entry.aliases if not alias.context)
    if entry.english:
        yield entry.english
    if isinstance(entry, Body):
        yield from (one.name for one in entry.former)


def _doubled_ids(named: Sequence[tuple[Named, Entry]], laws: Sequence[Law], report: Report) -> Iterator[str]:
    seen: set[str] = set()
    pairs: list[tuple[str, Entry]] = [*((one.id, place) for one, place in named), *((one.id, one) for one in laws)]
    for entry_id, place in pairs:
        if entry_id in seen:
            yield report(place, f"the id {entry_id} stands twice")
        seen.add(entry_id)


def _doubled_names(named: Sequence[tuple[Named, Entry]], report: Report) -> Iterator[str]:
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


def _doubled_laws(laws: Iterable[Law], report: Report) -> Iterator[str]:
    owners: dict[str, str] = {}
    for law in laws:
        for text in (law.name, *law.aliases):
            other = owners.get(skeleton(text))
            if other:
                yield report(law, f"«{text}» of {law.id} is also a name of {other}")
            owners[skeleton(text)] = law.id


def _parents(bodies: Sequence[Body], report: Report) -> Iterator[str]:
    above = {one.id: one.parent for one in bodies}
    for body in bodies:
        if body.unit and not body.parent:
            yield report(body, f"{body.id} is a unit without a parent")
        if body.parent and body.parent not in above:
            yield report(body, f"{body.id} has an unknown parent {body.parent}")
        seen: list[str] = [body.id]
        parent = body.parent
        while parent and parent not in seen:
            seen.append(parent)
            parent = above.get(parent)
        if parent == body.id:
            yield report(body, f"{body.id} is its own ancestor: {' > '.join(seen)}")


def _programmes(programmes: Sequence[Programme], known: set[str], laws: set[str], report: Report) -> Iterator[str]:
    codes: set[str] = set()
    for programme in programmes:
        for indicator in programme.indicators:
            if indicator.code in codes:
                yield report(programme, f"the indicator {indicator.code} stands twice")
            codes.add(indicator.code)
    for programme in programmes:
        for owner, what in _references(programme):
            if what not in known | laws | codes:
                yield report(programme, f"{owner} names {what}, which is not known")


def _references(programme: Programme) -> Iterator[tuple[str, str]]:
    yield from (("a sign", sign.indicator) for sign in programme.signs)
    yield from (("a task", task.indicator) for task in programme.tasks)
    for platform in programme.platforms:
        if platform.owner:
            yield platform.id, platform.owner
    for duty in programme.obligations:
        yield from ((duty.id, what) for what in (duty.indicator, duty.law, duty.bound))
