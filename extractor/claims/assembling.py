"""All facts of a document, each once, as records."""

from corpus.schema import Evidence, Record
from extractor.claims.checks import checked
from extractor.claims.draft import Because, Draft, absorb, record
from extractor.claims.duties import Duties
from extractor.claims.learned.judged import Judged
from extractor.claims.learned.trained import SHIPPED, Trained
from extractor.claims.measurements import Measurements
from extractor.claims.pairing import Pairing
from extractor.claims.reading import Reading
from extractor.claims.rows import CELLS
from extractor.claims.standings import Standings
from extractor.claims.weighing import sure_enough, weigh
from extractor.document import Document
from extractor.entities.platform_names import may_name_platform
from extractor.topics import topics


def records(document: Document, trained: Trained = SHIPPED) -> list[Record]:
    """The records of `document`, in the order of their first evidence; one fact gives one record."""
    if not concerns_us(document):
        return []
    reading = Reading(document)
    pairing = Pairing(reading)
    figures = Measurements(reading, pairing, Judged(reading, trained.model)).find()
    standings = Standings(reading, pairing, figures).find()
    duties = Duties(reading, pairing, figures).find()
    drafts = sorted([*figures, *standings, *duties], key=lambda draft: draft.evidence[0])
    for draft in drafts:
        _attribute(draft, reading)
        weigh(draft, reading)
    merged = sure_enough(_merged(drafts), trained)
    found = [record(draft, document) for draft in merged]
    document.drafts = {one.id: draft for one, draft in zip(found, merged, strict=True)}
    return checked(found, _title_end(document))


def _title_end(document: Document) -> int:
    """Where the first line ends in the article's own text: it is the title."""
    line = document.view.raw.find("\n")
    return max(line, 0)


def may_concern_us(folded: str) -> bool:
    """Whether a folded text can concern us, told before anything is found in it: where not, it has no record."""
    return bool(topics(folded)) or may_name_platform(folded)


def concerns_us(document: Document) -> bool:
    """Whether the text can hold a fact of ours at all: it names a platform, or counts and is about a programme."""
    if any(body.type == "platform" for body in document.bodies):
        return True
    counts = bool(document.quantities) or CELLS.search(document.text) is not None or _ranks(document.text)
    return counts and bool(topics(document.text))


def _ranks(text: str) -> bool:
    """Whether bodies may be ranked in words that are no figures by themselves: «دوازدهم شد», «در صدر جدول»."""
    return "دولت الکترونیک" in text and any(word in text for word in ("رتبه", "ارزیابی", "جدول"))


def _attribute(draft: Draft, reading: Reading) -> None:
    sentence = reading.sentence(draft.evidence[0])
    place = draft.fields.get("value") or draft.fields.get("status") or draft.evidence[0]
    voice = sentence and reading.voices.of(sentence, place.start)
    if voice:
        draft.claimant = voice.claimant
        draft.fields["claimant"] = voice.span
        draft.why["claimant"] = Because("voice", (voice.introduced,))


def _merged(drafts: list[Draft]) -> list[Draft]:
    found: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        known = found.setdefault(draft.key(), draft)
        if known is not draft:
            absorb(known, draft)
    return list(found.values())


def merge_parts(parts: list[tuple[int, list[Record]]]) -> list[Record]:
    """Records of a text read in parts, (offset of the part, its records); evidence in offsets of the whole text."""
    if len(parts) == 1 and not parts[0][0]:
        # Nothing is to be moved, and a part by itself has each record once.
        return parts[0][1]
    found: dict[str, Record] = {}
    for offset, part in parts:
        for one in part:
            moved = one.model_copy(update={"evidence": tuple(_moved(evidence, offset) for evidence in one.evidence)})
            known = found.get(one.id)
            found[one.id] = known.model_copy(update={"evidence": known.evidence + moved.evidence}) if known else moved
    return list(found.values())


def _moved(evidence: Evidence, offset: int) -> Evidence:
    fields = {name: (start + offset, end + offset) for name, (start, end) in evidence.fields.items()}
    return evidence.model_copy(
        update={"start": evidence.start + offset, "end": evidence.end + offset, "fields": fields}
    )
