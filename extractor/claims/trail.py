"""Why a record says what it says: for each field the words that it was read from, and the rule or model that did."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from corpus.schema import Record
from extractor.annotations import Span
from extractor.claims.draft import Because, Draft
from extractor.claims.learned.trained import SHIPPED, Trained
from extractor.document import Document
from models.claims.confidence import spoken

# So many of the strongest signals are told of a confidence.
SIGNALS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Words with their offsets in the article's text."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One field of a record: the words that state it, where it has any, what read it, and by which words that went.

    `sure` is how sure the rule or model was of it, from 0 to 1; `asks` the cues and features that it asks for, as the
    programme names them; `signals` what weighed most, in log odds.
    """

    field: str
    by: str
    told: str
    place: Place | None = None
    cues: tuple[Place, ...] = ()
    sure: float | None = None
    asks: tuple[str, ...] = ()
    signals: tuple[tuple[str, float], ...] = ()


@cache
def _wording() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("trail.yml").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, str]]", yaml.safe_load(text))


def trail(
    draft: Draft, record: Record, document: Document, offset: int = 0, trained: Trained = SHIPPED
) -> tuple[Step, ...]:
    """The steps that led to `record`, in a fixed order of fields.

    `offset` is where `document`, should it be a part of an article, begins in it.
    """
    stated = [name for name in _wording() if getattr(record, name, None) is not None]
    return tuple(
        _confidence(draft, trained) if name == "confidence" else _step(name, draft, document, offset) for name in stated
    )


def _step(name: str, draft: Draft, document: Document, offset: int) -> Step:
    because = draft.why.get(name) or Because("")
    by = because.by if because.by in _wording()[name] else _by(name, draft, document)
    place = draft.fields.get(name)
    cues = tuple(_place(one, document, offset) for one in because.words if one != place and one.start < one.end)
    sure = because.sure if name == "indicator" else None
    where = _place(place, document, offset) if place else None
    return Step(name, by, _wording()[name][by], where, cues, sure, tuple(sorted(because.asks)))


def _by(name: str, draft: Draft, document: Document) -> str:
    """What the usual rule is called, where only the places of the words tell how they were come by."""
    if name in ("deadline", "as_of", "legal_basis", "claimant"):
        return _whence(name, draft, document)
    if name == "value":
        return "all_of" if draft.quantity is None else "figure"
    return {"kind": "fact", "subject": "named", "indicator": "status"}.get(name, name)


def _whence(name: str, draft: Draft, document: Document) -> str:
    place = draft.fields.get(name)
    if place is None:
        return "published" if name == "as_of" else "before"
    own = [one for one in document.sentences if any(one.overlaps(span) for span in draft.evidence)]
    return "here" if any(sentence.covers(place) for sentence in own) else "before"


def _confidence(draft: Draft, trained: Trained) -> Step:
    file = trained.calibration
    if file is None:
        return Step("confidence", "rules", _wording()["confidence"]["rules"])
    strongest = tuple(spoken(draft.signals, file)[:SIGNALS])
    return Step("confidence", "fitted", _wording()["confidence"]["fitted"], signals=strongest)


def _place(span: Span, document: Document, offset: int) -> Place:
    start, end = document.view.to_raw(span.start, span.end)
    return Place(document.words(span), start + offset, end + offset)
