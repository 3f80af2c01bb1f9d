"""Names that only the trained model finds: the last resort, where neither the registry nor the rules know a body.

The model is asked about sentences alone that can hold a fact, and only where a head word or a verb of saying stands in
them that belongs to no name found yet. Without its file nothing is found; `dideban doctor` tells that it is missing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extractor.annotations import Mention, PersonMention, Span
from extractor.entities.learned_bodies import body, may_begin
from extractor.entities.learned_people import people
from extractor.entities.learned_words import all_heads, duty
from extractor.entities.lexicon import person_lexicon
from extractor.entities.skeletons import skeleton_of
from extractor.entities.spotting import Spotter
from extractor.entities.taken import Taken, apart
from models.bodies import ModelError, Name, find_names

# Tuned on the train and dev stories by models that had not seen the story.
BODY = 0.8
PERSON = 0.8


class Learned(NamedTuple):
    """Bodies that none of those known overlaps, and the people known with those that the model adds."""

    bodies: list[Mention]
    people: list[PersonMention]


def read_learned(
    folded: str,
    telling: Sequence[Span],
    bodies: Sequence[Span],
    known: Sequence[PersonMention],
    others: Sequence[Span],
) -> Learned:
    """What the model finds in the sentences `telling`, beside `bodies`, people `known` and `others`: laws, «وی»."""
    taken = Taken([*bodies, *known, *others])
    asked = list(_asked(folded, telling, taken))
    if not asked:
        return Learned([], list(known))
    names = [one for one in _names(folded, asked) if any(span.covers(Span(one.start, one.end)) for span in asked)]
    found = [one for name in names if (one := _body(folded, name, taken))]
    persons = [Span(one.start, one.end) for one in names if one.label == "PERSON" and one.confidence >= PERSON]
    return Learned(apart(found), people(folded, persons, known, [*bodies, *others, *found]))


def telling(folded: str, sentences: Sequence[Span], figures: Sequence[Span]) -> Iterator[Span]:
    """Those of `sentences` that hold one of `figures`, which are figures and deadlines, or a word of duty."""
    spoken = Taken(figures)
    for sentence in sentences:
        if spoken.overlaps(sentence.start, sentence.end) or duty().search(folded, sentence.start, sentence.end):
            yield sentence


def _names(folded: str, asked: Sequence[Span]) -> list[Name]:
    try:
        return find_names(folded, within=[(one.start, one.end) for one in asked])
    except ModelError:
        return []


def _body(folded: str, name: Name, taken: Taken) -> Mention | None:
    if name.label != "AGENCY" or name.confidence < BODY or taken.overlaps(name.start, name.end):
        return None
    found = body(folded, name.start, name.end, name.confidence)
    return None if found is None or taken.overlaps(found.start, found.end) else found


def _asked(folded: str, telling: Sequence[Span], taken: Taken) -> Iterator[Span]:
    """Those of `telling` that hold a head word outside `taken`, or a verb of saying with none of `taken` before it."""
    found = _heads().find(skeleton_of(folded))
    heads = [one[0] for one in found if not taken.overlaps(one[0], one[1]) and may_begin(folded, *one)]
    for sentence in telling:
        if any(sentence.start <= at < sentence.end for at in heads) or _unknown_speaks(folded, sentence, taken):
            yield sentence


def _unknown_speaks(folded: str, sentence: Span, taken: Taken) -> bool:
    said = _said().search(folded, sentence.start, sentence.end)
    return said is not None and not taken.overlaps(sentence.start, said.end())


@cache
def _heads() -> Spotter:
    return Spotter(all_heads())


@cache
def _said() -> re.Pattern[str]:
    says = "|".join(sorted((*person_lexicon().says, "می ?گوید", "پرسید"), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:(?:{says})(?![^\W_])|به گفته [^\W\d_]+)| ?:")
