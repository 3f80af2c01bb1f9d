"""Bodies that the registry does not have: a head word and the name behind it, as far as it safely goes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.folding import fold_characters
from extractor.annotations import Mention, Span
from extractor.entities.branches import place_end
from extractor.entities.lexicon import ends_name, is_verb, lexicon
from extractor.entities.lists import bare_name
from extractor.entities.skeletons import key

_MAX_WORDS = 8
_WORD = re.compile(r" ?([^\W_]+)")
_PLURAL = re.compile(r" های?(?![^\W_])")


def unknown_bodies(folded: str, known: Sequence[Span]) -> Iterator[Mention]:
    """Names behind head words outside `known`, which is sorted. id None, the text's own words as name."""
    following = 0
    for head in _heads().finditer(folded):
        while following < len(known) and known[following].end <= head.start():
            following += 1
        limit = known[following].start if following < len(known) else len(folded)
        if head.end() >= limit:
            continue
        end = _office_end(folded, head) or _name_end(folded, head.end(), limit)
        if end is not None and _plain(head.group(), folded[head.start() : end]):
            yield Mention(head.start(), end, None, folded[head.start() : end], "agency")


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(lexicon().heads, key=len, reverse=True)
    spaced = [word.replace("ادارهکل", "اداره ?کل") for word in words]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(fold_characters, spaced))})(?= [^\W\d_])")


def _office_end(folded: str, head: re.Match[str]) -> int | None:
    """Where «اداره کل بنادر و دریانوردی هرمزگان» ends: the bare name of the body whose office it is, and a province."""
    if not head.group().startswith("اداره"):
        return None
    bodies = [bare_name(folded, head.end() + 1, kind) for kind in ("organization", "ministry")]
    ends = [one.end for one in bodies if one]
    return place_end(folded, max(ends)) if ends else None


def _plain(head: str, name: str) -> bool:
    """Whether the words are a name at all, and not a phrase that begins like one."""
    words = name.removeprefix(head).split()
    return key(name) not in lexicon().not_bodies and (len(words) > 1 or key(head) in lexicon().one_word)


def _name_end(folded: str, at: int, limit: int) -> int | None:
    """Where the name behind a head word ends; None where that is not plain."""
    words: list[str] = []
    while len(words) <= _MAX_WORDS:
        match = _WORD.match(folded, at)
        if match is None or match.start(1) >= limit:
            break
        word = key(match.group(1))
        if _goes_on(words, word, folded, match.end()):
            words.append(word)
            at = match.end()
            continue
        if is_verb(word):
            return None
        break
    if len(words) > _MAX_WORDS or (words[:1] and words[0] in lexicon().no_name):
        return None
    if all(word in lexicon().generic for word in words):
        return None
    return at


def _goes_on(words: list[str], word: str, folded: str, end: int) -> bool:
    """Whether `word`, which ends at `end`, belongs to the name that has `words` so far."""
    last = words[-1] if words else ""
    if word == "از":
        return last in lexicon().joined_by_az
    if word == "با":
        return last in lexicon().joined_by_ba
    if word == "و":
        match = _WORD.match(folded, end)
        return bool(words) and match is not None and key(match.group(1)) in lexicon().joined_by_va
    if last == "و" and word in lexicon().joined_by_va:
        return True
    return not ends_name(word) and (word not in lexicon().heads or _PLURAL.match(folded, end) is not None)
