"""Why a record says what it says: for each field the words that it was read from, and the rule or model that did."""

from dataclasses import dataclass

from corpus.schema import Record
from extractor.claims.draft import Draft
from extractor.document import Document

# Fields in the order in which a reader asks for them.
ORDER = (
    "kind",
    "subject",
    "indicator",
    "value",
    "band",
    "status",
    "deadline",
    "as_of",
    "legal_basis",
    "claimant",
    "confidence",
)
# What is so where nothing says otherwise.
DEFAULTS = {
    "kind": "no word of duty, promise or doubt",
    "subject": "named beside it",
    "value": "figure and unit, extractor/quantities",
    "band": "the percents beside the count",
    "status": "extractor/claims/statuses.yml",
    "deadline": "a date in the role of a deadline, extractor/dates",
    "as_of": "a date that holds for the figure",
    "legal_basis": "a law cited, extractor/entities/citations",
    "claimant": "who speaks, extractor/claims/voices",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One field of a record: its words, where it has any, with their offsets in the text, and what read them."""

    field: str
    by: str
    words: str | None = None
    start: int | None = None
    end: int | None = None


def trail(draft: Draft, record: Record, document: Document) -> tuple[Step, ...]:
    """The steps that led to `record`, in a fixed order of fields."""
    stated = {name for name in ORDER if getattr(record, name, None) is not None}
    steps = []
    for name in (one for one in ORDER if one in stated):
        by = draft.why.get(name) or _default(name, record)
        place = draft.fields.get(name)
        if place is None:
            steps.append(Step(name, by))
        else:
            steps.append(Step(name, by, document.words(place), *document.view.to_raw(place.start, place.end)))
    return tuple(steps)


def _default(name: str, record: Record) -> str:
    if name == "as_of" and record.as_of and record.as_of.mention is None:
        return "no time is told: the day of publication"
    return DEFAULTS.get(name, "")
