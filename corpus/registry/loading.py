"""The registry as one frozen object, read from the YAML files beside this module.

The environment's DIDEBAN_PROGRAMMES names a folder with further programmes, files like those of `programmes/`.
"""

import os
from functools import cache
from pathlib import Path

from pydantic import Field

from corpus.registry.checking import Contents, Places, check
from corpus.registry.entries import Body, Entry, Group, Head, Indicator, Law, Named, Obligation, Platform, Programme
from corpus.registry.reading import Document, RegistryError

FOLDER = Path(__file__).parent
FURTHER = "DIDEBAN_PROGRAMMES"


class Registry(Entry):
    """All that is known: bodies, groups and laws (those of the programmes too), programmes, head words of bodies."""

    bodies: tuple[Body, ...]
    groups: tuple[Group, ...]
    laws: tuple[Law, ...]
    programmes: tuple[Programme, ...]
    heads: tuple[Head, ...]
    by_id: dict[str, Named] = Field(default_factory=dict, repr=False, exclude=True)

    @property
    def platforms(self) -> tuple[Platform, ...]:
        """Platforms of all programmes."""
        return tuple(one for programme in self.programmes for one in programme.platforms)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Indicators of all programmes."""
        return tuple(one for programme in self.programmes for one in programme.indicators)

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Obligations of all programmes."""
        return tuple(one for programme in self.programmes for one in programme.obligations)

    def get(self, entry_id: str) -> Named:
        """The body, group or platform of that id. Raises KeyError where there is none."""
        return self.by_id[entry_id]

    def law(self, law_id: str) -> Law:
        """The law of that id. Raises KeyError where there is none."""
        found = next((one for one in self.laws if one.id == law_id), None)
        if found is None:
            raise KeyError(law_id)
        return found

    def speaks_for(self, body_id: str) -> str:
        """The id of the body that people of `body_id` mean by «ما»: for an inner office the body around it."""
        body = self.by_id.get(body_id)
        return self.speaks_for(body.parent) if isinstance(body, Body) and body.unit and body.parent else body_id

    def ancestors(self, body_id: str) -> tuple[str, ...]:
        """Ids of the bodies above `body_id`, the nearest first."""
        above: list[str] = []
        body = self.by_id.get(body_id)
        while isinstance(body, Body) and body.parent:
            above.append(body.parent)
            body = self.by_id.get(body.parent)
        return tuple(above)


def read(folder: Path, further: Path | None = None) -> Registry:
    """The registry of `folder`, with the programmes of `further`. Raises RegistryError: file and line of each fault."""
    places: Places = {}
    faults: list[str] = []

    def entries[Model: Entry](model: type[Model], path: Path, key: str) -> list[Model]:
        found: list[Model] = []
        try:
            document = Document(path)
            kind = document.data.get("kind") if isinstance(document.data, dict) else None
            items = document.items(key)
        except RegistryError as error:
            faults.extend(error.faults)
            return found
        for index, item in enumerate(items):
            data = {"kind": kind, **item} if kind and isinstance(item, dict) else item
            try:
                entry = document.read(model, data, key, index)
            except RegistryError as error:
                faults.extend(error.faults)
                continue
            places[id(entry)] = (document, (key, index))
            found.append(entry)
        return found

    def programme(path: Path) -> list[Programme]:
        try:
            document = Document(path)
            entry = document.read(Programme, document.data)
        except RegistryError as error:
            faults.extend(error.faults)
            return []
        places[id(entry)] = (document, ())
        return [entry]

    bodies = [one for path in sorted((folder / "agencies").glob("*.yml")) for one in entries(Body, path, "bodies")]
    groups = entries(Group, folder / "groups.yml", "groups")
    laws = entries(Law, folder / "laws.yml", "laws")
    heads = entries(Head, folder / "heads.yml", "heads")
    folders = [folder / "programmes", *([further] if further else [])]
    faults += [f"{one} is no folder" for one in folders if not one.is_dir()]
    programmes = [one for place in folders for path in sorted(place.glob("*.yml")) for one in programme(path)]
    if not faults:
        # Only whole: an entry that could not be read would be missed by every other that names it.
        faults.extend(check(Contents(bodies, groups, laws, programmes, heads), places))
    if faults:
        raise RegistryError(faults)
    groups += [one for programme in programmes for one in programme.groups]
    laws += [one for programme in programmes for one in programme.laws]
    named: list[Named] = [*bodies, *groups, *(one for programme in programmes for one in programme.platforms)]
    return Registry(
        bodies=tuple(bodies),
        groups=tuple(groups),
        laws=tuple(laws),
        programmes=tuple(programmes),
        heads=tuple(heads),
        by_id={one.id: one for one in named},
    )


@cache
def load() -> Registry:
    """The shipped registry and the programmes of DIDEBAN_PROGRAMMES, read once. Raises RegistryError."""
    further = os.environ.get(FURTHER)
    return read(FOLDER, Path(further) if further else None)
