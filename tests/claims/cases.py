"""Cases of `tests/specs/claims`: how one is read, spelt, and compared with what was extracted.

A case is {name, text, published?, records, known_gap?, gap_in?, variants?, why?}; its records {kind, subject,
indicator?, value?, status?, band?, deadline?, as_of?, law?, claimant?, optional?} are all that the text says: no fewer,
no more. Left out, `value` and `status` mean that there is none; any other field left out is not judged. Where two
indicators can be defended, `indicator` is a list of them. An optional record is arguable: neither missed nor wrong.
`published` is Jalali. `known_gap` is for the text as written, `gap_in` for some of its spellings; `why` tells.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.folding import skeleton
from corpus.schema import Article, Record, Value
from extractor.dates.calendar import gregorian

FOLDER = Path(__file__).parents[1] / "specs" / "claims"
ZWNJ = "\u200c"
ARABIC = str.maketrans({"ی": "ي", "ک": "ك"})


@dataclass(frozen=True)
class Case:
    """A text with the records it holds; `spelling` says how it was respelt or where it was put, None as written."""

    name: str
    text: str
    records: tuple[dict[str, Any], ...]
    published: str | None = None
    spelling: str | None = None
    gap: str | None = None

    @property
    def article(self) -> Article:
        """The text as an article."""
        day = self.published and gregorian(*map(int, self.published.split("-")))
        moment = datetime(day.year, day.month, day.day, 8, tzinfo=UTC) if day else None
        return Article(id=self.name, text=self.text, published=moment)


def spellings(text: str) -> dict[str, str]:
    """`text` as other pages print it: the half-space as a space, or dropped; letters as Arabic keyboards type them."""
    found = {"Arabic letters": text.translate(ARABIC)}
    if ZWNJ in text:
        found |= {"spaced": text.replace(ZWNJ, " "), "dropped": text.replace(ZWNJ, "")}
    return found


# What says nothing says nothing in an article about the platforms either.
COMPANY = {
    "behind the window": "در این نشست درباره اتصال دستگاه‌ها به پنجره ملی خدمات دولت هوشمند گفت‌وگو شد. ",
    "behind the portal": "در این نشست درباره درگاه ملی مجوزها و ارزیابی دولت الکترونیک گفت‌وگو شد.\n",
}
# News of one body under news of another: each keeps its own facts.
OTHER = "بانک سامان ۶۳٫۷ درصد خدمات خود را در پنجره ملی خدمات دولت هوشمند ارائه می‌کند."
ITS_OWN = {
    "kind": "measurement",
    "subject": "بانک سامان",
    "indicator": "window.services_offered",
    "value": "eq 63.7 percent",
}


def cases() -> Iterator[Case]:
    """Every case as written, then in other spellings, and in company where it has no records; a gap only as written."""
    for path in sorted(FOLDER.glob("*.json")):
        for one in json.loads(path.read_text("utf-8")):
            yield from _spelt(f"{path.stem}: {one['name']}", one)


def _spelt(name: str, one: dict[str, Any]) -> Iterator[Case]:
    why = one.get("why", "")
    known_gap, variants, gap_in = one.get("known_gap", False), one.get("variants", True), one.get("gap_in", [])
    if (known_gap or gap_in or not variants) and not why:
        raise ValueError(f"{name}: say why")
    records = tuple(one["records"])
    yield Case(name, one["text"], records, one.get("published"), gap=why if known_gap else None)
    if known_gap or not variants:
        return
    company = {} if records else {where: lead + one["text"] for where, lead in COMPANY.items()}
    for spelling, text in (spellings(one["text"]) | company).items():
        gap = why if spelling in gap_in else None
        yield Case(name, text, records, one.get("published"), spelling, gap)
    where = "behind a bank"
    gap = why if where in gap_in else None
    yield Case(name, f"{OTHER}\n{one['text']}", (*records, ITS_OWN), one.get("published"), where, gap)


def plain(name: str | None) -> str | None:
    """A name without what spellings differ in: letters, half-spaces, spaces."""
    return name and skeleton(name)


def value_text(value: Value | None) -> str | None:
    """A value as cases write it: «eq 25 percent», «range 40..50 percent»."""
    if value is None:
        return None
    bounds = {one for one in (value.low, value.high) if one is not None}
    return f"{value.comparator} {'..'.join(f'{one:.10g}' for one in sorted(bounds))} {value.unit}"


def core(record: Record) -> dict[str, Any]:
    """The core fields of a record, as cases write them."""
    return {
        "kind": record.kind,
        "subject": plain(record.subject.name),
        "indicator": record.indicator,
        "value": value_text(record.value),
        "status": record.status,
        "band": [record.band.low, record.band.high] if record.band else None,
    }


def core_fits(wanted: dict[str, Any], record: Record) -> bool:
    """Whether `record` has the core fields that `wanted` asks for."""
    found = core(record)
    asked = {"value": None, "status": None} | {key: wanted[key] for key in found if key in wanted}
    asked["subject"] = plain(wanted["subject"])
    either = asked.get("indicator")
    if isinstance(either, list):
        asked["indicator"] = found["indicator"] if found["indicator"] in either else None
    return all(found[key] == asked[key] for key in asked)


def differences(case: Case, found: list[Record]) -> list[str]:
    """What `found` lacks, has too much or has wrong; in another spelling only core fields are judged."""
    said: list[str] = []
    left = list(found)
    for wanted in sorted(case.records, key=lambda one: bool(one.get("optional"))):
        fitting = [one for one in left if core_fits(wanted, one)]
        best = min(fitting, key=lambda one: len(_wrong(wanted, one)), default=None)
        if best is not None:
            left.remove(best)
            said += [] if case.spelling else _wrong(wanted, best)
        elif not wanted.get("optional"):
            said.append(f"missing {wanted}")
    return said + [f"too much {core(one)}" for one in left]


def _wrong(wanted: dict[str, Any], record: Record) -> list[str]:
    said = []
    for name in ("deadline", "as_of"):
        time = getattr(record, name)
        jalali = time.jalali if time else None
        if name in wanted and wanted[name] != jalali:
            said.append(f"{name} {jalali} for {wanted[name]} in {core(record)}")
    law = record.legal_basis.name if record.legal_basis else None
    if "law" in wanted and plain(wanted["law"]) != plain(law):
        said.append(f"law {law} for {wanted['law']} in {core(record)}")
    if "claimant" in wanted and not _speaks(wanted["claimant"], record):
        said.append(f"claimant {record.claimant} for {wanted['claimant']} in {core(record)}")
    return said


def _speaks(name: str | None, record: Record) -> bool:
    who = record.claimant
    if who is None or name is None:
        return who is None and name is None
    return plain(name) in {plain(one) for one in (who.name, who.role, who.organization)}
