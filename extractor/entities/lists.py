"""Lists in which only the first body has its head word: «وزارت دادگستری، نیرو و ورزش»."""

import re
from collections.abc import Iterator
from itertools import islice

from corpus.registry import Named
from extractor.annotations import Mention
from extractor.entities.index import index
from extractor.entities.lexicon import ends_name, lexicon
from extractor.entities.skeletons import ends_word, key

_SEPARATOR = re.compile(r" ?(?:[،,/] ?(?:و )?|و )(?=[^\W\d_])| و(?= )")
_WORD = re.compile(r"[^\W_]+")
_MAX_WORDS = 9


def members(folded: str, at: int, kind: str) -> list[Mention]:
    """The bodies of `kind` that a plural head ending at `at` opens: two at least, else none."""
    first = bare_name(folded, _skip_space(folded, at), kind)
    if first is None:
        return []
    found = [first, *_rest(folded, first.end, kind)]
    return found if len(found) > 1 else []


def followers(folded: str, at: int, kind: str) -> list[Mention]:
    """Bodies of `kind` that go on a list after a full name ending at `at`.

    «وزارت نیرو و ورزش کشور» may be a ministry and a field: a single word that ends a list of two counts only where the
    phrase plainly ends behind it.
    """
    found = list(_rest(folded, at, kind))
    if len(found) == 1 and " " not in folded[found[0].start : found[0].end] and not _phrase_ends(folded, found[0].end):
        return []
    return found


def _rest(folded: str, at: int, kind: str) -> Iterator[Mention]:
    while separator := _SEPARATOR.match(folded, at):
        one = bare_name(folded, _skip_space(folded, separator.end()), kind)
        if one is None:
            return
        yield one
        at = one.end


def bare_name(folded: str, at: int, kind: str) -> Mention | None:
    """The longest bare name of `kind` that begins at `at`: «نیرو» for a ministry."""
    names = index().bare[kind]
    best: tuple[int, Named] | None = None
    written, last = "", at
    for word in islice(_WORD.finditer(folded, at), _MAX_WORDS):
        if folded[last : word.start()].strip(" ،,-") or "\n" in folded[last : word.start()]:
            break
        written += key(word.group())
        last = word.end()
        if written in names and ends_word(folded, last):
            best = last, names[written]
    if best is None:
        return None
    return Mention(at, best[0], best[1].id, best[1].name, "agency", short=True)


def _phrase_ends(folded: str, at: int) -> bool:
    word = _WORD.match(folded, _skip_space(folded, at))
    if word is None:
        return True
    if word.group() == "و":
        following = _WORD.search(folded, word.end())
        return following is not None and key(following.group()) in lexicon().heads
    return ends_name(key(word.group())) or key(word.group()) in lexicon().phrase_ends


def _skip_space(folded: str, at: int) -> int:
    return at + 1 if folded[at : at + 1] == " " else at
