"""Where the registry's spellings stand in a text, each checked at its edges and inside."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.entities.bodies_lexicon import unknown_words
from extractor.entities.index import Form, Pattern, Plural, index
from extractor.entities.placing import abroad_end
from extractor.entities.skeletons import Skeleton, ends_word, key, letters, starts_word, word_end

# Signs that no name goes across; a comma only where the name itself has one.
_BREAKS = re.compile(r"[\n:;؛!?؟«»\"()\[\]{}]|\.(?: |$)")
_COMMA = re.compile(r"[،,]")
# Second halves of words whose half-space became a space: «بانک سرمایه گذاری» is not «بانک سرمایه».
_COMPOUND = re.compile(
    r" (?:گذاری|گذار|گذاران|داری|داران|سازی|سازان|ساز|شناسی|شناسان|کننده|کنندگان|رسانی|رسان|پذیری|پذیر|آموزی|آموزان"
    r"|پیما|پیمای|گستر|پژوه|دهی|دهنده|دهندگان|بندی|پردازی|پرداز|نشانی|گیری|گرایی)(?![^\W_])"
)
# Endings that cling where a half-space was dropped and leave the name what it is: «دستگاهها» + «یی»، «خارجه» + «ی».
_CONTEXT_REACH = 300
_NEXT = re.compile(r" ([^\W_]+)")


class Match(NamedTuple):
    """A spelling at `start:end` of the folded text; `pattern` is what it means."""

    start: int
    end: int
    pattern: Pattern


def matches(skeleton: Skeleton) -> Iterator[Match]:
    """All spellings that stand as words, overlapping ones too, in no order."""
    found, folded = index(), skeleton.folded
    for number, start, end in found.automaton.find_matches_as_indexes(skeleton.text, overlapping=True):
        first = skeleton.origin(start)
        if not starts_word(folded, first):
            continue
        last = skeleton.origin(end - 1) + 1
        stop = last if ends_word(folded, last) else word_end(folded, last)
        written = folded[first:last]
        for pattern in found.patterns[number]:
            if _ends_well(folded, last, stop, pattern) and _whole(written, pattern):
                yield Match(first, stop, pattern)


def _ends_well(folded: str, end: int, stop: int, pattern: Pattern) -> bool:
    if stop == end:
        return not _COMPOUND.match(folded, end) and not _goes_on(folded, end, pattern)
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


def _goes_on(folded: str, end: int, pattern: Pattern) -> bool:
    """Whether the last word of a name begins another phrase («وزارت علوم و [فناوری‌های نوپدید]»)."""
    if isinstance(pattern, Plural) or pattern.type != "agency" or " و " not in pattern.text:
        return False
    word = _NEXT.match(folded, end)
    if word is None:
        return False
    return word[1] in ("های", "هایی") or key(word[1]) in unknown_words().continues.get(
        key(pattern.text.rpartition(" ")[2]), ()
    )


def _whole(written: str, pattern: Pattern) -> bool:
    if _COMMA.search(written) and "،" not in pattern.text:
        return False
    return written.replace(" ", "").isalnum() or not _BREAKS.search(written) or bool(_BREAKS.search(pattern.text))


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
    if form.later:
        return form.entry.id in named
    return not form.context or near(skeleton, match, form.context)
