"""How far the name of an unknown body goes behind its head word."""

import re

from extractor.entities.bodies_lexicon import unknown_words
from extractor.entities.name_parts import goes_on, is_verb
from extractor.entities.placing import abroad_end, closing_end, tail_end
from extractor.entities.reached import Reach
from extractor.entities.skeletons import key

__all__ = ["Reach", "reach"]

_WORD = re.compile(r" ?([^\W_]+)")
_THREE = re.compile(r"[^\W_]+(?: [^\W_]+){1,2}")
_AND = re.compile(r" و(?= )")
_MOST_WORDS = 11


def reach(folded: str, at: int, limit: int, head: str = "") -> Reach:
    """The words behind `head`, which ends at `at`, that are its name, none of them behind `limit`."""
    found = Reach(at, head)
    while len(found.words) < _MOST_WORDS:
        if _closes(folded, found, limit):
            return found
        match = _WORD.match(folded, found.end)
        if match is None or match.end() > limit:
            break
        word = key(match[1])
        together = _compound(folded, match.start(1))
        if together and together[1] <= limit:
            found.add(*together)
            continue
        if not goes_on(folded, found, word, match.end()):
            found.stop = word
            found.verb = is_verb(folded, word, match.end())
            break
        if word in ("هایی", "هایش", "هایشان", "اش", "شان", "شون"):
            found.drop()
            break
        if word == "ای" and found.words[-1] not in unknown_words().adjectives_in_i:
            found.drop()
            break
        found.add(word, match.end())
        if word == "ها":
            break
    while found.words and (found.words[-1] == "و" or found.words[-1] in unknown_words().joined_by):
        found.drop()
    return found


def _compound(folded: str, at: int) -> tuple[str, int] | None:
    """The words at `at` that go together inside a name, and where they end."""
    window = _THREE.match(folded, at)
    if window is None:
        return None
    for count in (3, 2):
        words = window.group().split(" ")[:count]
        if len(words) == count and key("".join(words)) in unknown_words().compounds:
            return key("".join(words)), at + len(" ".join(words))
    return None


def _closes(folded: str, found: Reach, limit: int) -> bool:
    """Whether a place or «ایران» behind at least one word closes the name."""
    if not found.words or found.words[-1] == "و":
        return False
    end = abroad_end(folded, found.end) or closing_end(folded, found.end) or tail_end(folded, found.end)
    if end == found.end or end > limit:
        return False
    place = end > tail_end(folded, found.end)
    found.place = folded[found.end : end].strip() if place else None
    found.add(key(folded[found.end : end]), end)
    if "مشترک" in found.head or "مشترک" in found.words:
        both = _AND.match(folded, end)
        country = abroad_end(folded, both.end()) if both else None
        if country:
            found.add("", country)
            end = country
    further = tail_end(folded, end)
    if further > end:
        found.add("", further)
    found.closed = True
    return True
