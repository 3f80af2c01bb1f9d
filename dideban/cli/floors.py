"""Floors: figures that an evaluation must not fall below.

The file maps a gold's name to its splits, and each split to figures between 0 and 1:

    {"newsroom": {"dev": {"core": 0.81, "full": 0.72}, "test": {"core": 0.78, "full": 0.7}}}

`core` and `full` are F1. Quotes have no floor: each must equal its characters of the text.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from corpus.gold.report import Report
from dideban.cli.faults import Fault

Figure = Annotated[float, Field(ge=0, le=1)]


class Floor(BaseModel):
    """F1 of one split that must be reached."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    core: Figure
    full: Figure


Floors = Mapping[str, Mapping[str, Floor]]
_FORM = TypeAdapter(dict[str, dict[str, Floor]])


def read(path: Path) -> Floors:
    """The floors of a file. Raises Fault where it cannot be read or is not in form."""
    try:
        return _FORM.validate_json(path.read_bytes(), strict=False)
    except OSError as fault:
        raise Fault(f"{path}: {fault.strerror}") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        raise Fault(f"{path}: no floors: {'.'.join(map(str, first['loc']))}: {first['msg']}") from fault


def compare(floors: Floors, gold: str, reports: Mapping[str, Report]) -> list[str]:
    """What is below its floor, a few words each. Raises Fault where there are no floors for this gold or split."""
    if not floors.get(gold):
        raise Fault(f"no floors for {gold}; there are some for {', '.join(floors) or 'nothing'}")
    unknown = [split for split in floors[gold] if split not in reports]
    if unknown:
        raise Fault(f"{gold} has no split {unknown[0]}, of which the floors speak")
    return [fault for split, floor in floors[gold].items() for fault in _below(split, floor, reports[split])]


def _below(split: str, floor: Floor, report: Report) -> Iterator[str]:
    for name, wanted, found in (("core", floor.core, report.core.f1), ("full", floor.full, report.full.f1)):
        if found < wanted:
            yield f"{split}: {name} F1 {found:.4f} is below its floor {wanted}"
    if report.quotes_equal < report.quotes:
        yield f"{split}: {report.quotes - report.quotes_equal} quotes are not the text's characters"
