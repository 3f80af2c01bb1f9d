"""A record's facts in words that people read."""

from math import floor

from corpus.schema import Band, Claimant, Record, Value
from desk.calendar import time_words
from desk.numerals import number_words
from desk.words import indicator_label, label, unit_form


def value_words(value: Value) -> str:
    """«کمتر از ۲۵ درصد», «بین ۴۰ تا ۵۰ خدمت», «رتبه ۳»."""
    low, high = (None if bound is None else number_words(bound) for bound in (value.low, value.high))
    comparator = value.comparator
    if comparator == "approx" and low != high:
        comparator = "range"
    figure = label("comparators", comparator).format(low=low, high=high)
    return unit_form(value.unit).format(figure)


def band_words(band: Band) -> str:
    """«۵۰ تا ۹۰ درصد»."""
    return f"{number_words(band.low)} تا {number_words(band.high)} درصد"


def claimant_words(claimant: Claimant) -> str:
    """«رضا احمدی، معاون سازمان فناوری اطلاعات ایران»: what is known of name, role and organization."""
    role, organization = claimant.role or "", claimant.organization or ""
    office = role if organization in role else f"{role} {organization}".strip()
    return "، ".join(dict.fromkeys(filter(None, (claimant.name, office)))) or claimant.mention


def finding_words(record: Record) -> str:
    """The fact itself in a few words: its figure («باید ۱۰۰ درصد» where it is due), its status, or what kind it is."""
    if record.value:
        return label("due", record.kind, "{}").format(value_words(record.value))
    return label("statuses", record.status) if record.status else label("kinds", record.kind)


def confidence_words(confidence: float) -> str:
    """«۹۳ درصد», rounded down: the desk promises no more than the record does."""
    return f"{number_words(floor(confidence * 100 + 1e-9))} درصد"


def fact_words(record: Record) -> list[tuple[str, str, str]]:
    """Every field that the record has: its name, its label and its words, in the order they are read."""
    stated = {
        "subject": record.subject.name,
        "indicator": indicator_label(record.indicator),
        "value": value_words(record.value) if record.value else "",
        "band": band_words(record.band) if record.band else "",
        "status": label("statuses", record.status),
        "deadline": time_words(record.deadline) if record.deadline else "",
        "as_of": time_words(record.as_of) if record.as_of else "",
        "legal_basis": record.legal_basis.name if record.legal_basis else "",
        "claimant": claimant_words(record.claimant) if record.claimant else "",
    }
    return [(field, label("fields", field), said) for field, said in stated.items() if said]
