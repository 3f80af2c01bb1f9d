"""When each publisher is crawled by `dideban watch`: how often, and in which hours not. Pure; times are aware.

The plan is data: watch.yaml beside this module, and an installation's own watch.yaml in its state folder above it.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

FILE = "watch.yaml"
_SHIPPED = Path(__file__).with_name(FILE)
_SPAN = re.compile(r"(\d+)\s*([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LEAST = timedelta(minutes=1)
_KEYS = frozenset({"every", "quiet", "jitter", "skip"})


class UnreadablePlan(ValueError):  # noqa: N818 - named for what it is about
    """A plan that cannot be used; the message is one line and names the file."""


@dataclass(frozen=True)
class Schedule:
    """One publisher's: a run `every` so often, put off by up to `jitter` of that, none in the `quiet` hours of Iran."""

    every: timedelta
    quiet: tuple[time, time] | None = None
    jitter: float = 0.1
    skip: bool = False

    def after(self, started: datetime, now: datetime, zone: ZoneInfo, chance: float) -> datetime:
        """When the next run begins after one that `started`; what was missed is not made up. `chance`: from 0 to 1."""
        due = max(started + self.every * (1 + self.jitter * chance), now)
        return self._awake(due, zone)

    def _awake(self, due: datetime, zone: ZoneInfo) -> datetime:
        if self.quiet is None:
            return due
        begins, ends = self.quiet
        local = due.astimezone(zone)
        at = local.time()
        asleep = begins <= at < ends if begins < ends else at >= begins or at < ends
        if not asleep:
            return due
        day = local.date() + timedelta(days=1 if begins > ends and at >= begins else 0)
        return datetime.combine(day, ends, zone)


def plan(codes: Sequence[str], home: Path | None = None, every: timedelta | None = None) -> dict[str, Schedule]:
    """The schedule of each publisher not skipped; `every` takes the place of all others'. Raises UnreadablePlan."""
    own = home / FILE if home else None
    tables = [_read(_SHIPPED), *([_read(own)] if own and own.is_file() else [])]
    found: dict[str, Schedule] = {}
    for code in codes:
        merged: dict[str, Any] = {}
        for table in tables:
            merged |= {name: value for name, value in table.items() if name != "publishers"}
            merged |= (table.get("publishers") or {}).get(code) or {}
        schedule = _schedule(merged, own or _SHIPPED, code)
        if not schedule.skip:
            found[code] = Schedule(every, schedule.quiet, schedule.jitter) if every else schedule
    return found


def span(text: object) -> timedelta:
    """«15m», «2h», «1d» as a duration of a minute or more. Raises ValueError."""
    matched = _SPAN.fullmatch(str(text).strip())
    found = timedelta(**{_UNITS[matched[2]]: int(matched[1])}) if matched else timedelta()
    if found < _LEAST:
        raise ValueError(f"{text!r} should be a time such as 15m, 2h or 1d, and a minute at least")
    return found


def chance() -> float:
    """So that publishers are not all asked on the stroke of the hour."""
    return random.random()  # noqa: S311 - no secret


def _schedule(told: Mapping[str, Any], file: Path, code: str) -> Schedule:
    if unknown := sorted(told.keys() - _KEYS):
        raise UnreadablePlan(f"{file}: unknown key {unknown[0]} (known: {', '.join(sorted(_KEYS))})")
    try:
        quiet = told.get("quiet")
        hours = tuple(time.fromisoformat(part.strip()) for part in str(quiet).split("-")) if quiet else None
        if hours is not None and len(hours) != 2:
            raise ValueError(f"{quiet!r} should be hours such as 01:00-05:00")
        return Schedule(span(told["every"]), hours, float(told.get("jitter", 0.1)), bool(told.get("skip")))
    except ValueError as fault:
        raise UnreadablePlan(f"{file}: {code}: {fault}") from fault


def _read(file: Path) -> dict[str, Any]:
    try:
        table = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise UnreadablePlan(f"{file}: cannot be read: {str(fault).splitlines()[0]}") from fault
    if not isinstance(table, dict) or not isinstance(table.get("publishers") or {}, dict):
        raise UnreadablePlan(f"{file}: should be a table, with publishers by code")
    return table
