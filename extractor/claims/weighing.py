"""What speaks for and against a record, and how sure it therefore is.

A signal is a number, most of them from 0 to 1; a trained model (`models/claims/confidence.py`) gives each a weight.
"""

import math
from collections import Counter
from collections.abc import Iterator

from extractor.annotations import Sentence, Span
from extractor.claims.draft import Draft
from extractor.claims.learned.trained import Trained
from extractor.claims.reading import Reading
from models.claims import confidence

# So many bodies, figures or characters count as one; more than `MOST` times that say no more.
BODIES, FIGURES, CHARACTERS, MOST = 4, 4, 60, 2
# Ways of finding the owner by what stands beside it, and by words that only point to it.
NAMED = frozenset({"named", "before", "in_turn", "listed", "bound", "counted", "platform"})
POINTED = frozenset({"this_body", "own", "promiser", "everyone", "clause_before"})


def weigh(draft: Draft, reading: Reading) -> None:
    """Add to the signals of `draft` those that every draft has."""
    draft.signals |= dict(_signals(draft, reading))


def sure_enough(drafts: list[Draft], trained: Trained) -> list[Draft]:
    """Those of `drafts` that are sure enough to be given, with their calibrated confidence.

    Where nothing is fitted to tell it, the product of the rules' own sureness stays, and all are given.
    """
    _compare(drafts)
    file = trained.calibration
    if file is None:
        return drafts
    for draft in drafts:
        draft.confidence = confidence.confidence(draft.signals, file)
    return [one for one in drafts if one.confidence >= trained.least]


def _compare(drafts: list[Draft]) -> None:
    """Tell those of which another gives a body another figure of the same thing at the same time."""
    alike = Counter(_asked(draft) for draft in drafts)
    for draft in drafts:
        draft.signals["contradicted"] = float(draft.quantity is not None and alike[_asked(draft)] > 1)


def _asked(draft: Draft) -> tuple[str | None, ...]:
    unit = draft.quantity.unit if draft.quantity else None
    band = draft.band.model_dump_json() if draft.band else None
    when = draft.as_of.jalali if draft.as_of else None
    return draft.kind, draft.subject.id or draft.subject.name, draft.indicator, unit, band, when


def _odds(share: float) -> float:
    """Log odds of a probability, from -1 to 1."""
    share = min(max(share, 0.01), 0.99)
    return math.log(share / (1 - share)) / math.log(99)


def _signals(draft: Draft, reading: Reading) -> Iterator[tuple[str, float]]:
    yield "rule", draft.confidence
    yield draft.kind, 1.0
    yield "of_" + (draft.indicator or "").partition(".")[0], 1.0
    if "agrees" in draft.signals:
        yield "agrees_odds", _odds(draft.signals["agrees"])
        yield "otherwise", 1 - draft.signals["agrees"] - draft.signals["refuses"]
    if "reader" in draft.signals:
        yield "reader_odds", _odds(draft.signals["reader_sure"])
    sentence = reading.sentence(draft.evidence[0])
    yield from _of_owner(draft, reading, sentence)
    yield from _of_place(draft, reading, sentence)
    yield from _of_platform(draft, reading, sentence)
    yield "paper_speaks", float(draft.claimant is None)
    yield "time_stated", float("as_of" in draft.fields)
    yield "law_cited", float(draft.law is not None)
    yield "due", float(draft.deadline is not None)
    if draft.quantity is not None:
        yield "share_of", float(draft.quantity.unit == "percent")
        yield "whole", float(draft.quantity.low == draft.quantity.high == 100)
        yield "compared", float(draft.quantity.comparator not in ("eq", "approx"))


def _of_owner(draft: Draft, reading: Reading, sentence: Sentence | None) -> Iterator[tuple[str, float]]:
    subject = draft.subject
    how = draft.why["subject"].by if "subject" in draft.why else "named"
    yield f"owner_{how}", 1.0
    yield "owner_named", float(how in NAMED)
    yield "owner_pointed", float(how in POINTED)
    yield "owner_unknown", float(subject.id is None)
    yield "owner_group", float(subject.type == "group")
    yield "owner_link", subject.score
    place = draft.fields.get("value") or draft.fields.get("status")
    if place and subject.type == "agency":
        between = max(place.start - subject.end, subject.start - place.end, 0)
        yield "far", min(math.log1p(between / CHARACTERS), MOST)
    yield "owner_outside", float(sentence is None or not sentence.covers(Span(subject.start, subject.end)))
    rivals = len({one.id or one.name for one in reading.bodies(sentence, "agency")}) if sentence else 0
    yield "rivals", min(rivals / BODIES, MOST)


def _of_place(draft: Draft, reading: Reading, sentence: Sentence | None) -> Iterator[tuple[str, float]]:
    first = reading.document.sentences[0]
    yield "in_title", float(sentence is not None and sentence.start == first.start)
    if sentence is None:
        return
    yield "figures", min(len(reading.quantities(sentence)) / FIGURES, MOST)
    yield "in_row", float(reading.rows.at(reading.place(sentence)))
    yield "long", min((sentence.end - sentence.start) / (CHARACTERS * FIGURES), MOST)


def _of_platform(draft: Draft, reading: Reading, sentence: Sentence | None) -> Iterator[tuple[str, float]]:
    """Whether the platform that the indicator is of is named in the evidence, the sentence, or the article at all."""
    wanted = (draft.indicator or "").partition(".")[0]
    here = any(wanted in reading.platforms.named(span) for span in draft.evidence)
    near = here or (sentence is not None and wanted in reading.platforms.named(sentence))
    yield "platform_here", float(here)
    yield "platform_near", float(near)
    yield "platform_somewhere", float(f"document:{wanted}" in reading.platforms.anywhere)
