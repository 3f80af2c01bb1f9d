"""The columns of the flat formats, read off the Record's own definition.

A plain field is a column of its name (`kind`). A part gives a column for each of its plain fields (`subject.id`,
`value.low`, `deadline.jalali`). A list of parts gives those of its first (`evidence.quote`, `evidence.start`) and one
of its own name with all of it as JSON (`evidence`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel, TypeAdapter

from corpus.schema import Record

Kind = Literal["text", "number", "integer", "date", "json"]
Cell = str | float | int | date | None
_PLAIN: dict[Any, Kind] = {str: "text", float: "number", int: "integer", date: "date"}


@dataclass(frozen=True)
class Column:
    """A column: name and what its cells hold. Cells of `json` are text."""

    name: str
    kind: Kind


@dataclass(frozen=True)
class Group:
    """The columns that one field of a Record gives: itself, the plain fields of its part, and all of it as JSON."""

    field: str
    columns: tuple[Column, ...]
    inner: tuple[str, ...] = ()
    whole: TypeAdapter[Any] | None = None

    def cells(self, record: Record) -> Iterator[Cell]:
        """A cell for each column."""
        value = getattr(record, self.field)
        if not self.inner:
            yield value
            return
        part = (value[0] if value else None) if self.whole else value
        for name in self.inner:
            yield None if part is None else getattr(part, name)
        if self.whole:
            yield self.whole.dump_json(value).decode()


@cache
def groups() -> tuple[Group, ...]:
    """The Record's fields in their order, each with its columns."""
    return tuple(_group(name, _bare(field.annotation)) for name, field in Record.model_fields.items())


@cache
def columns() -> tuple[Column, ...]:
    """All columns, in order."""
    return tuple(column for group in groups() for column in group.columns)


def row(record: Record) -> list[Cell]:
    """A record's cells, one for each of `columns()`; None where it says nothing."""
    return [cell for group in groups() for cell in group.cells(record)]


@cache
def labels() -> dict[str, str]:
    """Name of a column -> its Persian label."""
    loaded: dict[str, str] = yaml.safe_load(Path(__file__).with_name("labels.yml").read_text(encoding="utf-8"))
    return loaded


def _group(field: str, annotation: Any) -> Group:  # noqa: ANN401 - an annotation may be anything
    if kind := _plain(annotation):
        return Group(field, (Column(field, kind),))
    if _is_part(annotation):
        inner = _inner(annotation)
        if lost := annotation.model_fields.keys() - inner.keys():
            raise TypeError(f"no column for {', '.join(sorted(lost))} of {field}")
        return Group(field, _named(field, inner), tuple(inner))
    if get_origin(annotation) is tuple and _is_part(part := get_args(annotation)[0]):
        inner = _inner(part)
        return Group(field, (*_named(field, inner), Column(field, "json")), tuple(inner), TypeAdapter(annotation))
    raise TypeError(f"no column for a field of type {annotation}")


def _named(field: str, inner: dict[str, Kind]) -> tuple[Column, ...]:
    return tuple(Column(f"{field}.{name}", kind) for name, kind in inner.items())


def _inner(part: type[BaseModel]) -> dict[str, Kind]:
    kinds = ((name, _plain(_bare(field.annotation))) for name, field in part.model_fields.items())
    return {name: kind for name, kind in kinds if kind}


def _is_part(annotation: Any) -> bool:  # noqa: ANN401 - an annotation may be anything
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _plain(annotation: Any) -> Kind | None:  # noqa: ANN401 - an annotation may be anything
    return "text" if get_origin(annotation) is Literal else _PLAIN.get(annotation)


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - an annotation may be anything
    """`annotation` without «or None» and what it is annotated with."""
    if hasattr(annotation, "__metadata__"):
        return _bare(annotation.__origin__)
    options = [option for option in get_args(annotation) if option is not NoneType]
    is_optional = len(options) == 1 and NoneType in get_args(annotation)
    return _bare(options[0]) if is_optional else annotation
