"""What stands about a clause, the same for each of its figures."""

from extractor.annotations import Span
from extractor.claims.columns import at
from extractor.claims.reading import Clause, Reading
from extractor.claims.remembered import remembered


@remembered
def of_clause(reading: Reading, clause: Clause) -> frozenset[str]:
    """What the clause itself tells of all its figures: its heading, its platforms, whether it has a verb."""
    features = set(reading.platform_features(clause)) | {f"at:{name}" for name in reading.platforms.placed(clause)}
    if not reading.verbs(clause):
        features.add("verbless")
    heading = reading.rows.heading(clause.place)
    if heading:
        features.add("row")
        if any(one.unit == "percent" for one in reading.quantities(clause.sentence)):
            features.add("row_share")
        features |= reading.cues.present(heading) - {"denied", "growth"}
        features |= {feature.replace("near:", "here:") for feature in reading.platform_features(at(heading, clause))}
    return frozenset(features)


@remembered
def of_passage(reading: Reading, clause: Clause) -> frozenset[str]:
    """The cues of the clause's sentence, those from the sentence before on, and what the article is about."""
    before = reading.previous(clause)
    nearby = Span(before.start if before else clause.sentence.start, clause.end)
    features = {f"sentence:{name}" for name in reading.cues.present(clause.sentence)}
    features |= {f"near:{name}" for name in reading.cues.present(nearby)}
    return frozenset(features | reading.contexts)
