"""Figures of records as the checks compare and print them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from persiantools import digits

from corpus.schema import Record

Key = tuple[str, str | None]
EXACT = ("eq", "approx")


def number(record: Record) -> float | None:
    """The record's figure where it is one number, exact or about; None for bounds and ranges."""
    value = record.value
    return value.low if value and value.comparator in EXACT else None


def unit(record: Record) -> str | None:
    """The unit of its figure."""
    return record.value.unit if record.value else None


def together(records: Iterable[Record]) -> dict[Key, list[Record]]:
    """Records by subject and time: those that can be reckoned with one another."""
    found: dict[Key, list[Record]] = defaultdict(list)
    for one in records:
        if number(one) is not None:
            found[one.subject.id or one.subject.name, one.as_of.jalali if one.as_of else None].append(one)
    return found


def of(records: Sequence[Record], indicator: str, *, percent: bool) -> list[Record]:
    """Those of an indicator, counts or percents."""
    return [one for one in records if one.indicator == indicator and (unit(one) == "percent") is percent]


def printed(figure: float) -> str:
    """A figure for a Persian reader: «۱۰٫۷», «۲۸»."""
    whole = round(figure, 1)
    text = f"{whole:g}" if whole < 1_000_000 else f"{whole:,.0f}"
    return str(digits.en_to_fa(text)).replace(".", "٫").replace(",", "٬")
