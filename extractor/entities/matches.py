"""Where the registry's spellings stand in a text, each checked at its edges and inside."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from extractor.entities.bodies_lexicon import unknown_words
from extractor.entities.index import Form, Pattern, Plural, index
from extractor.entities.placing import abroad_end
from extractor.entities.skeletons import Skeleton, ends_word, key, letters, starts_word, word_end
from extractor.topics import topics

# Signs that no name goes across; a comma only where the name itself has one.
_BREAKS = re.compile(r"[\n:;؛!?؟«»\"()\[\]{}]|\.(?: |$)")
_COMMA = re.compile(r"[،,]")
# Second halves of words whose half-space became a space: «بانک سرمایه گذاری» is not «بانک سرمایه».
_COMPOUND = re.compile(
    r" (?:گذاری|گذار|گذاران|داری|داران|سازی|سازان|ساز|شناسی|شناسان|کننده|کنندگان|رسانی|رسان|پذیری|پذیر|آموزی|آموزان"
    r"|پیما|پیمای|گستر|پژوه|دهی|دهنده|دهندگان|بندی|پردازی|پرداز|نشانی|گیری|گرایی)(?![^\W_])"
)
_CONTEXT_REACH = 300
_NEXT = re.compile(r" ([^\W_]+)")


class Match(NamedTuple):
    """A spelling at `start:end` of the folded text; `pattern` is what it means."""

    start: int
    end: int
    pattern: Pattern


def matches(skeleton: Skeleton) -> Iterator[Match]:
    """All spellings that stand as words, overlapping ones too, in no order."""
    found, folded, starts = index(), skeleton.folded, skeleton.starts
    patterns = found.patterns
    # Every name of every text comes through here: what nearly all share is asked first, and without a call.
    for number, start, end in found.automaton.find_matches_as_indexes(skeleton.codes, overlapping=True):
        run = bisect_right(starts, start) - 1
        first = start + run
        if starts[run] != start and not starts_word(folded, first):
            continue
        last_run = bisect_right(starts, end - 1, run) - 1
        last = end + last_run
        whole = last_run == run or folded.count(" ", first, last) == last_run - run
        ends = starts[last_run + 1] == end or ends_word(folded, last)
        if ends and _COMPOUND.match(folded, last):
            continue
        stop = last if ends else word_end(folded, last)
        for pattern in patterns[number]:
            if not whole and not _is_whole(folded[first:last], pattern):
                continue
            if ends and not (pattern.last and _goes_on(folded, last, pattern.last)):
                yield Match(first, last, pattern)
            elif not ends and _clings(folded, last, stop, pattern):
                yield Match(first, stop, pattern)


def _clings(folded: str, end: int, stop: int, pattern: Pattern) -> bool:
    """Whether the letters at `end:stop` leave the name what it is: «دستگاهها» + «یی», «وزارت نیرو» + «ی»."""
    if isinstance(pattern, Plural):
        return False
    rest = folded[end:stop]
    if pattern.type == "group":
        return rest == "یی" and pattern.text.endswith("ها")
    if folded[end - 1] == "و":
        # «وزارت نیروی ایران», but not «نیروی انسانی».
        return rest == "ی" and (
            folded.startswith((" ایران", " کشور", " جمهوری"), end + 1) or abroad_end(folded, end + 1) is not None
        )
    return rest == "ی" and folded[end - 1] in "ها"


def _goes_on(folded: str, end: int, last: str) -> bool:
    """Whether the `last` word of a name begins another phrase («وزارت علوم و [فناوری‌های نوپدید]»)."""
    word = _NEXT.match(folded, end)
    if word is None:
        return False
    return word[1] in ("های", "هایی") or key(word[1]) in unknown_words().continues.get(last, ())


def _is_whole(written: str, pattern: Pattern) -> bool:
    """Whether the signs in `written` may stand inside the name."""
    if _COMMA.search(written) and "،" not in pattern.text:
        return False
    return not _BREAKS.search(written) or bool(_BREAKS.search(pattern.text))


def near(skeleton: Skeleton, match: Match, words: frozenset[str]) -> bool:
    """Whether one of `words` stands near `match`."""
    around = letters(skeleton.folded[max(0, match.start - _CONTEXT_REACH) : match.start])
    around += " " + letters(skeleton.folded[match.end : match.end + _CONTEXT_REACH])
    return any(word in around for word in words)


def counts(skeleton: Skeleton, match: Match, named: frozenset[str]) -> bool:
    """Whether the condition of the spelling holds; `named` are the ids that the text gives in full."""
    form = match.pattern
    if not isinstance(form, Form):
        return False
    if form.topic and form.topic not in topics(skeleton.folded):
        return False
    if form.later:
        return form.entry.id in named
    return not form.context or near(skeleton, match, form.context)
