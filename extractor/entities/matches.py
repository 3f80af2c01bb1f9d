"""Where the registry's spellings stand in a text, each checked at its edges and inside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.entities.index import Form, Pattern, Plural, index
from extractor.entities.skeletons import Skeleton, ends_word, starts_word, word_end

# Signs that no name goes across; a comma only where the name itself has one.
_BREAKS = re.compile(r"[\n:;؛!?؟«»\"()\[\]{}]|\.(?: |$)")
_COMMA = re.compile(r"[،,]")
# Second halves of words whose half-space became a space: «بانک سرمایه گذاری» is not «بانک سرمایه».
_COMPOUND = re.compile(
    r" (?:گذاری|گذار|گذاران|داری|داران|سازی|سازان|ساز|شناسی|شناسان|کننده|کنندگان|رسانی|رسان|پذیری|پذیر|آموزی|آموزان"
    r"|دهی|دهنده|دهندگان|بندی|پردازی|پرداز|نشانی|گیری|گرایی)(?![^\W_])"
)
# Endings that cling where a half-space was dropped and leave the name what it is: «دستگاهها» + «یی»، «خارجه» + «ی».
_CONTEXT_REACH = 300


@dataclass(frozen=True, slots=True)
class Match:
    """A spelling at `start:end` of the folded text; `pattern` is what it means."""

    start: int
    end: int
    pattern: Pattern


def matches(skeleton: Skeleton) -> Iterator[Match]:
    """All spellings that stand as words, overlapping ones too, in no order."""
    found = index()
    for number, start, end in found.automaton.find_matches_as_indexes(skeleton.text, overlapping=True):
        first, last = skeleton.span(start, end)
        if not starts_word(skeleton.folded, first):
            continue
        for pattern in found.patterns[number]:
            if _ends_well(skeleton.folded, last, pattern) and _whole(skeleton.folded[first:last], pattern):
                yield Match(
                    first, last if ends_word(skeleton.folded, last) else word_end(skeleton.folded, last), pattern
                )


def _ends_well(folded: str, end: int, pattern: Pattern) -> bool:
    if ends_word(folded, end):
        return not _COMPOUND.match(folded, end)
    if isinstance(pattern, Plural):
        return False
    rest = folded[end : word_end(folded, end)]
    if pattern.type == "group":
        return rest == "یی" and pattern.text.endswith("ها")
    if folded[end - 1] == "و":
        # «وزارت نیروی ایران», but not «نیروی انسانی».
        return rest == "ی" and folded.startswith((" ایران", " کشور", " جمهوری"), end + 1)
    return rest == "ی" and folded[end - 1] in "ها"


def _whole(written: str, pattern: Pattern) -> bool:
    if _COMMA.search(written) and "،" not in pattern.text:
        return False
    return not _BREAKS.search(written) or bool(_BREAKS.search(pattern.text))


def near(skeleton: Skeleton, match: Match, words: frozenset[str]) -> bool:
    """Whether one of `words` stands near `match`."""
    around = Skeleton(skeleton.folded[max(0, match.start - _CONTEXT_REACH) : match.start]).text
    around += " " + Skeleton(skeleton.folded[match.end : match.end + _CONTEXT_REACH]).text
    return any(word in around for word in words)


def counts(skeleton: Skeleton, match: Match, named: frozenset[str]) -> bool:
    """Whether the condition of the spelling holds; `named` are the ids that the text gives in full."""
    form = match.pattern
    if not isinstance(form, Form):
        return False
    if form.later:
        return form.entry.id in named
    return not form.context or near(skeleton, match, form.context)
