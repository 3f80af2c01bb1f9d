"""Bodies that the registry does not have: a head word and the name behind it, as far as it safely goes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extractor.annotations import Mention, Span
from extractor.entities.bodies_lexicon import heads, unknown_words
from extractor.entities.branch_names import office
from extractor.entities.lexicon import lexicon
from extractor.entities.name_ends import Reach, reach
from extractor.entities.neighbours import word_before
from extractor.entities.placing import closing_end, local_parent
from extractor.entities.scores import PART, UNKNOWN
from extractor.entities.skeletons import key, skeleton_of
from extractor.entities.spotting import Spotter

_FIRST = re.compile(r" [^\W\d_]")
_NEXT = re.compile(r" ?([^\W_]+)")
# What opens a clause: a body behind it is its subject rather than its object.
_OPENS = re.compile(
    r"(?:\A|[\n.،؛:؟!»|-]|(?<![^\W_])(?:که|اما|ولی|زیرا|چون|همچنین|اگر|وقتی|و|گفت|امروز|دیروز|امسال)) ?[\"«]?\Z"
)
_DISTRICT = re.compile(r" (?:منطقه|ناحیه) \d{1,2}")
_PLURAL_VERB = re.compile(r" (?:[^\W_]+ ){0,4}?[^\W_]+(?:ند|یم|م)(?![^\W_])")


class Head(NamedTuple):
    """A head word at `start:end`, as a skeleton."""

    start: int
    end: int
    word: str


def unknown_bodies(folded: str, known: Sequence[Span]) -> Iterator[Mention]:
    """Names behind head words outside `known`, which is sorted. id None, the text's own words as name."""
    following, last = 0, 0
    for start, end, head in _heads().find(skeleton_of(folded)):
        while following < len(known) and known[following].end <= start:
            following += 1
        limit = known[following].start if following < len(known) else len(folded)
        if end > limit or start < last or not _FIRST.match(folded, end) or _is_determined(folded, start):
            continue
        found = office(folded, start, end, head) or _named(folded, Head(start, end, head), limit)
        if found is None or found.end > limit:
            continue
        last = found.end
        yield found


def _named(folded: str, head: Head, limit: int) -> Mention | None:
    """The name that `head` begins, with the place that closes it and the national body whose local one it is."""
    reached = _reached(folded, head, limit)
    if reached is None:
        return None
    name = folded[head.start : reached.end]
    parent = local_parent(key(name), key(reached.place)) if reached.place else None
    score = PART if parent else UNKNOWN
    return Mention(head.start, reached.end, None, name, "agency", parent=parent, place=reached.place, score=score)


@cache
def _heads() -> Spotter:
    return Spotter(heads())


def _is_determined(folded: str, at: int) -> bool:
    """Whether «این», «یک» or a figure before a head leaves it without a name of its own."""
    before = word_before(folded, at)
    return before[-1:].isdigit() or key(before) in unknown_words().determiners


def _reached(folded: str, head: Head, limit: int) -> Reach | None:
    """The name behind `head`; None where its words are no name."""
    spelt, words = head.word, unknown_words()
    if spelt in words.with_place or spelt in words.local:
        return _local(folded, head.end, town=spelt in words.with_place)
    if _is_idiom(folded, spelt, head.end):
        return None
    found = reach(folded, head.end, limit, spelt)
    if found.words and found.stop in words.owners and spelt in words.units:
        found.add(found.stop, found.end + 1 + len(found.stop))
        found.closed = True
    _trim(folded, head.start, found)
    # «دانشگاه خوب دانشگاهی است که …» tells what a good one is.
    if found.stop == spelt + "ی" or not _is_name(folded, spelt, found):
        return None
    name = key(folded[head.start : found.end])
    return None if name in lexicon().not_bodies or name.startswith(tuple(words.not_names)) else found


def _local(folded: str, at: int, *, town: bool) -> Reach | None:
    """The town behind «شهرداری» or «گمرک»: a known one, or unless it must be a `town` one word that stands alone."""
    district = _DISTRICT.match(folded, at)
    end = closing_end(folded, district.end() if district else at)
    if end is not None:
        return Reach(end, closed=True, place=folded[at:end].strip())
    found = reach(folded, at, len(folded))
    known = lexicon().generic | lexicon().no_name
    return None if town or len(found.words) != 1 or found.words[0] in known else found


def _is_idiom(folded: str, head: str, at: int) -> bool:
    """Whether the first word behind a head never begins a name: «بانک ژن», «شرکت کردن», «مرکز شهر»."""
    first = _NEXT.match(folded, at)
    if first is None:
        return True
    word, idioms = key(first[1]), unknown_words().idioms
    second = _NEXT.match(folded, first.end())
    joined = {word, word + key(second[1])} if second else {word}
    never = idioms["*"] | idioms.get(head, frozenset())
    return bool(joined & never) or word in lexicon().no_name or word.removesuffix("ها").removesuffix("های") in never


def _trim(folded: str, start: int, found: Reach) -> None:
    """Take from a name that opens its clause the object that stands between it and «را» or its verb."""
    if found.closed or len(found.words) < 2 or found.words[-1] in lexicon().generic:
        return
    if not (found.stop == "را" or found.verb) or not _OPENS.search(folded, max(0, start - 12), start):
        return
    if found.stop == "را" and _PLURAL_VERB.match(folded, found.end + 3):
        return
    if all(word in lexicon().generic or word == "و" for word in found.words[:-1]):
        return
    found.drop()
    while found.words and found.words[-1] in ("و", "های", "ها"):
        found.drop()


def _is_name(folded: str, head: str, found: Reach) -> bool:
    words = [word for word in found.words if word not in ("و", "های", "ای")]
    if not words or all(word in lexicon().generic or word == "ها" for word in words):
        return False
    if words[-1] == "ها" and len(words) < 3:
        return False
    if head in unknown_words().offices:
        return found.closed and len(words) > 1
    plain = head in lexicon().one_word or head.startswith("شرکت")
    # «اتحادیه مرغداران»: who its members are is name enough.
    plain = plain or (head in unknown_words().of_members and words[0].endswith("ان") and not words[0].endswith("همان"))
    return len(words) > 1 or (plain and not found.words[0].endswith("ها"))
