"""Words that point back to what was cited: «این قانون», «قانون یاد شده», «تبصره ۲ همین ماده»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.folding import fold_characters
from extractor.annotations import LawMention
from extractor.entities.citations.anchors import Anchor, stops_behind
from extractor.entities.citations.lexicon import citation_words
from extractor.entities.citations.parts import parts_before, start_of_parts
from extractor.entities.skeletons import key
from extractor.entities.taken import Taken


def pointing_back(folded: str, found: Sequence[Anchor], cited: Sequence[LawMention]) -> Iterator[LawMention]:
    """The words at `found` under the law, decree or article cited last before them; nothing where there is none.

    `cited` is sorted and none of it overlaps another.
    """
    taken = Taken(cited)
    known: list[LawMention] = []
    following = 0
    for anchor in found:
        if taken.overlaps(anchor.start, anchor.end) or stops_behind(folded, anchor.end):
            continue
        while following < len(cited) and cited[following].end <= anchor.start:
            known.append(cited[following])
            following += 1
        meant = _meant(anchor.word, known)
        if meant is None:
            continue
        start = start_of_parts(folded, anchor.start)
        inner = parts_before(folded, start, anchor.start)
        one = replace(meant, start=start, end=anchor.end, parts=(*meant.parts, *inner), anaphora=True)
        known.append(one)
        yield one


def _meant(word: str, known: list[LawMention]) -> LawMention | None:
    """The last of `known` that `word` can mean, with the parts down to that word."""
    for one in reversed(known):
        if word in citation_words().parts:
            depth = next((at for at, (part, _) in enumerate(one.parts, 1) if part == word), None)
            if depth:
                return replace(one, parts=one.parts[:depth])
        elif key(word) == _title(one):
            return replace(one, parts=())
    return None


def _title(one: LawMention) -> str:
    """The title word of what was cited: a decree's own, «قانون» of all else, the registry's plans too."""
    if one.id:
        return "قانون"
    spelt = key(one.name)
    titles = (key(fold_characters(word)) for word in citation_words().decrees)
    return next((title for title in titles if spelt.startswith(title)), "قانون")
