"""When a record says what a gold fact says, field by field."""

from collections.abc import Callable, Iterable

from corpus.folding import skeleton
from corpus.gold.model import GoldFact
from corpus.schema import Record, Time, Value

# What official names end with and everyday ones leave out.
_TAILS = tuple(skeleton(tail) for tail in ("جمهوری اسلامی ایران", "کشور", "ایران"))
_SHORTEST_STEM = 4
# An `as_of` of a month or a year tells a past figure from a present one; a day is only the day of the article.
_DAY = "YYYY-MM-DD"


def same_core(fact: GoldFact, record: Record) -> bool:
    """Whether the record is that fact: subject, indicator, and value, or status or deadline where it has no value."""
    return (
        same_name(fact.subject, [record.subject.name, record.subject.mention])
        and record.indicator in _indicators(fact, record)
        and _same_statement(fact, record)
    )


def _indicators(fact: GoldFact, record: Record) -> tuple[str | None, ...]:
    # A fact without an indicator leaves the choice to the record.
    return (record.indicator,) if fact.indicator is None else (fact.indicator, fact.also_indicator or fact.indicator)


def _same_statement(fact: GoldFact, record: Record) -> bool:
    if fact.value is not None:
        dated = fact.as_of is not None and len(fact.as_of) < len(_DAY)
        return same_value(fact.value, record.value) and (not dated or same_as_of(fact, record))
    if record.value is not None:
        return False
    if fact.status is not None:
        return fact.status == record.status
    if fact.deadline is not None:
        return same_deadline(fact, record)
    return fact.kind == record.kind


def same_value(wanted: Value, found: Value | None) -> bool:
    """Whether comparator, unit and figures agree, figures to six places."""
    return (
        found is not None
        and (wanted.comparator, wanted.unit) == (found.comparator, found.unit)
        and [_rounded(wanted.low), _rounded(wanted.high)] == [_rounded(found.low), _rounded(found.high)]
    )


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 6)


def same_name(accepted: Iterable[str], found: Iterable[str | None]) -> bool:
    """Whether one of the names found is an accepted one, spelling and «ایران» or «کشور» at the end aside."""
    return bool(_forms(accepted) & _forms(found))


def _forms(names: Iterable[str | None]) -> set[str]:
    folded = {skeleton(name) for name in names if name}
    for tail in _TAILS:
        folded |= {name.removesuffix(tail) for name in folded if len(name) > len(tail) + _SHORTEST_STEM}
    return folded - {""}


def same_deadline(fact: GoldFact, record: Record) -> bool:
    """Whether the deadlines agree in both calendars."""
    if fact.deadline is None or record.deadline is None:
        return fact.deadline is None
    end = record.deadline.end
    return record.deadline.jalali == fact.deadline.jalali and (end.isoformat() if end else None) == fact.deadline.end


def same_as_of(fact: GoldFact, record: Record) -> bool:
    """Whether the record's time lies in the fact's: «1402-07-30» is in «1402-07»."""
    return fact.as_of is None or _jalali(record.as_of).startswith(fact.as_of)


def _jalali(time: Time | None) -> str:
    return time.jalali if time else ""


def same_claimant(fact: GoldFact, record: Record) -> bool:
    """Whether the record's person, role or organisation is an accepted claimant."""
    if fact.claimant is None or record.claimant is None:
        return fact.claimant is None
    one = record.claimant
    return same_name(fact.claimant, [one.name, one.role, one.organization, one.mention])


def same_law(fact: GoldFact, record: Record) -> bool:
    """Whether the laws agree; a name may be part of a longer one («قانون بودجه» of «قانون بودجه ۱۴۰۲»)."""
    if fact.law is None or record.legal_basis is None:
        return fact.law is None
    wanted = skeleton(fact.law)
    found = [skeleton(name) for name in (record.legal_basis.name, record.legal_basis.mention)]
    return any(wanted in name or name in wanted for name in found if name)


def overlaps(fact: GoldFact, record: Record) -> bool:
    """Whether some evidence shares a character with a place that states the fact."""
    places = [(fact.start, fact.end), *fact.also]
    return any(one.start < end and start < one.end for one in record.evidence for start, end in places)


# The fields judged once the core agrees. «full» asks for the first five; kind and band are told apart from it.
FULL: dict[str, Callable[[GoldFact, Record], bool]] = {
    "deadline": same_deadline,
    "claimant": same_claimant,
    "as_of": same_as_of,
    "status": lambda fact, record: fact.status in {None, record.status},
    "law": same_law,
}
FIELDS: dict[str, Callable[[GoldFact, Record], bool]] = {
    **FULL,
    "kind": lambda fact, record: fact.kind == record.kind,
    "band": lambda fact, record: fact.band in {None, record.band},
}


def judged(fact: GoldFact) -> dict[str, Callable[[GoldFact, Record], bool]]:
    """The fields that the fact states, with their checks."""
    return {name: check for name, check in FIELDS.items() if getattr(fact, name) is not None}
