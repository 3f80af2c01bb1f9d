"""What is healthy, as data: the shipped limits, a publisher's own, and an installation's above both."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

_SHIPPED = Path(__file__).with_name("limits.yaml")
FILE = "health.yaml"  # of an installation, in its state folder


class UnreadableLimits(ValueError):  # noqa: N818 - named for what it is about
    """A file of limits that cannot be used; the message is one line and names it."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Items(_Part):
    """New articles against the usual number."""

    least: float
    expected: float
    hours: float
    per_hour: float | None


class Fields(_Part):
    """Share of articles that have a field: the least, and the most that it may lie below the usual."""

    least: dict[str, float]
    drop: dict[str, float]


class Sources(_Part):
    """How much less than usual a field's usual source may serve."""

    fields: tuple[str, ...]
    drop: float


class Dates(_Part):
    """The largest shares of articles with such a date; `printed_rise` above the usual share."""

    missing: float
    future: float
    backwards: float
    printed_rise: float


class Share(_Part):
    """The largest share of requests, judged where at least so many were `asked`."""

    share: float
    asked: int


class Lists(Share):
    """Likewise for lists; the share may lie `rise` above the usual one where that is known."""

    rise: float


class Latency(_Part):
    """Seconds that 19 of 20 answers may take."""

    answers: int
    times: float
    seconds: float
    longest: float


class Limits(_Part):
    """All limits for one publisher; what each means stands in limits.yaml."""

    days: int
    since: date | None
    fewest_days: int
    articles: int
    fewest_articles: int
    usual_articles: int
    items: Items
    fields: Fields
    sources: Sources
    dates: Dates
    blocked: Share
    failed: Share
    unread: Share
    lists: Lists
    latency: Latency


def limits_for(code: str, home: Path | None = None) -> Limits:
    """The limits for a publisher; `home` is the state folder. Raises UnreadableLimits."""
    own = home / FILE if home else None
    files = [_SHIPPED, *([own] if own and own.is_file() else [])]
    merged: dict[str, Any] = {}
    for file in files:
        table = _read(file, file.stat().st_mtime_ns)
        general = {name: value for name, value in table.items() if name != "publishers"}
        merged = _over(_over(merged, general), (table.get("publishers") or {}).get(code) or {})
    try:
        return Limits.model_validate(merged)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UnreadableLimits(f"{files[-1]}: {where}: {first['msg']}") from fault


@cache
def _read(file: Path, changed: int) -> dict[str, Any]:
    """A file of limits, read again when its time of change is another."""
    try:
        table = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise UnreadableLimits(f"{file}: cannot be read: {fault}") from fault
    if not isinstance(table, dict) or not isinstance(table.get("publishers") or {}, dict):
        raise UnreadableLimits(f"{file}: should be a table of limits, with publishers by code")
    return table


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`above` over `below`, tables within them too."""
    merged = dict(below)
    for name, value in above.items():
        old = merged.get(name)
        merged[name] = _over(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
