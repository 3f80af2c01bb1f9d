"""All lists of words that claims are read by, sought in one pass over a text: cues, frames of speech, states."""

from collections import defaultdict
from functools import cache

from extractor.annotations import Span
from extractor.claims.lexicon import cue_sources
from extractor.claims.phrases import Phrases
from extractor.claims.standing_rules import state_sources
from extractor.claims.voices.scene import frame_sources

CUES, FRAMES, STATES = "cues", "frames", "states"

type ByCategory = dict[str, list[Span]]


@cache
def _all() -> tuple[Phrases, dict[str, tuple[str, str]]]:
    """The lists as one, and which list and category each of its categories is."""
    lists = {CUES: cue_sources(), FRAMES: frame_sources(), STATES: state_sources()}
    sources = {f"{name} {category}": some for name, known in lists.items() for category, some in known.items()}
    parted = {(name, category): f"{name} {category}" for name, known in lists.items() for category in known}
    return Phrases(sources), {whole: parts for parts, whole in parted.items()}


def find_all(masked: str) -> dict[str, ByCategory]:
    """Where the words of each list stand in `masked`, by list and category."""
    phrases, parted = _all()
    found: dict[str, ByCategory] = defaultdict(dict)
    for whole, spans in phrases.find(masked).items():
        name, category = parted[whole]
        found[name][category] = spans
    return found
