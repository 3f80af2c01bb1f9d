"""Words that point back to whoever spoke last: «وی», «او», «این مقام مسئول», «این نماینده»."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from corpus.folding import fold_characters
from extractor.annotations import PersonMention, Span
from extractor.entities.lexicon import person_lexicon
from extractor.entities.person_names import word_before
from extractor.entities.skeletons import key
from extractor.entities.taken import Taken

_ENDS = re.compile(r"(?:[.!؟?؛](?= |\n|»|$)|\n)")
_WORD = re.compile(r" ([^\W\d_]+)")
_QUOTE_REACH = 600


def pointing_back(folded: str, people: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """The words that point back, under the person meant; nothing where nobody spoke before. `people` are sorted."""
    taken = Taken(people)
    ends = [match.end() for match in _ENDS.finditer(folded)]
    speaker: PersonMention | None = None
    anyone: list[PersonMention] = []
    subject_of = -1
    following = 0
    for match in _pointers().finditer(folded):
        if taken.overlaps(match.start(), match.end()) or not _points(folded, match):
            continue
        while following < len(people) and people[following].start < match.start():
            one = people[following]
            following += 1
            anyone.append(one)
            sentence = bisect_right(ends, one.start)
            if sentence != subject_of and _speaks(folded, one, ends[sentence] if sentence < len(ends) else len(folded)):
                speaker, subject_of = one, sentence
        meant = _called(match["who"], speaker, anyone)
        if meant is None:
            continue
        subject_of = bisect_right(ends, match.start())
        speaker = replace(meant, start=match.start(), end=match.end(), anaphora=True)
        yield speaker


@cache
def _pointers() -> re.Pattern[str]:
    called = person_lexicon().called
    ways = "|".join(
        fold_characters(word) + (rf"(?: (?:{'|'.join(map(fold_characters, behind))}))?" if behind else "")
        for word, behind in called.items()
    )
    return re.compile(rf"(?<![^\W_])(?:وی|او|این (?P<who>{ways}))(?![^\W_])")


def _points(folded: str, match: re.Match[str]) -> bool:
    """Whether the words mean a person outside of what is quoted, and not «خود او» or «او را»."""
    words = person_lexicon()
    behind = _WORD.match(folded, match.end())
    following, before = key(behind[1]) if behind else "", word_before(folded, match.start())
    if _in_quotes(folded, match.start()) or before == "خود" or following in words.never_called_before:
        return False
    if match["who"] is None:
        return not (match.group() == "او" and following == "را")
    return not (match["who"] == "مقام" and before in words.never_called_after)


def _in_quotes(folded: str, at: int) -> bool:
    floor = max(0, at - _QUOTE_REACH, folded.rfind("\n", max(0, at - _QUOTE_REACH), at))
    return folded.rfind("«", floor, at) > folded.rfind("»", floor, at)


def _called(who: str | None, speaker: PersonMention | None, anyone: Sequence[PersonMention]) -> PersonMention | None:
    """Whom the words mean: the last speaker, or the last person who has the role that they name."""
    if who is None:
        return speaker
    role = key(who.split(" ")[0])
    if role in person_lexicon().any_role:
        return speaker if speaker and speaker.role else None
    named = [one for one in (*anyone[-20:], *([speaker] if speaker else [])) if role in key(one.role or "")]
    return named[-1] if named else None


def _speaks(folded: str, one: Span, end: int) -> bool:
    """Whether the person, named first in a sentence that ends at `end`, is who speaks in it."""
    words = person_lexicon()
    before = word_before(folded, one.start)
    if before in words.not_speaking and not _is_source(folded, one.start, before):
        return False
    return (isinstance(one, PersonMention) and one.role is not None) or bool(_says().search(folded, one.end, end))


def _is_source(folded: str, at: int, before: str) -> bool:
    """«به نقل از …»."""
    start = at - len(before) - 1
    return before == "از" and word_before(folded, max(0, start)) in person_lexicon().sources


@cache
def _says() -> re.Pattern[str]:
    words = sorted(person_lexicon().says, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:می ?گوید|{'|'.join(words)})(?![^\W_])|:")
