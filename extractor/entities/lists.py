"""Lists in which only the first body has its head word: «وزارت دادگستری، نیرو و ورزش»."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from corpus.registry import Named
from extractor.annotations import Mention
from extractor.entities.gaps import figure_end, has_figure, separator
from extractor.entities.index import index
from extractor.entities.lexicon import ends_name, lexicon
from extractor.entities.scores import BARE
from extractor.entities.skeletons import ends_word, key

_WORD = re.compile(r"[^\W_]+")
_MAX_WORDS = 9


def members(folded: str, at: int, kind: str) -> list[Mention]:
    """The bodies of `kind` that a plural head ending at `at` opens: two at least, else none."""
    first = bare_name(folded, _skip_space(folded, at), kind)
    if first is None:
        return []
    found = [first, *(one for one, _ in _rest(folded, first.end, kind))]
    return found if len(found) > 1 else []


def followers(folded: str, at: int, kind: str) -> list[Mention]:
    """Bodies of `kind` that go on a list after a full name ending at `at`.

    «وزارت نیرو و ورزش کشور» may be a ministry and a field: a single word that ends a list of two counts only where the
    phrase plainly ends behind it.
    """
    rest = list(_rest(folded, at, kind))
    found = [one for one, _ in rest]
    if len(found) == 1 and not rest[0][1] and not _is_plain(folded, found[0]):
        return []
    return found


def _is_plain(folded: str, one: Mention) -> bool:
    """Whether the only member behind a full name can mean nothing but a body."""
    name = folded[one.start : one.end]
    return " " in name or key(name) in lexicon().plain_bare or _phrase_ends(folded, one.end)


def _rest(folded: str, at: int, kind: str) -> Iterator[tuple[Mention, bool]]:
    """Members behind `at`, each with whether a figure of its own or «نه», «هم» before it makes it plain."""
    while True:
        figure = None
        sign = separator(folded, at)
        if sign is None:
            figure = figure_end(folded, at)
            sign = separator(folded, figure) if figure else None
        one = bare_name(folded, sign.end(), kind) if sign else None
        if sign is None or one is None or (figure and not has_figure(folded, one.end)):
            return
        yield one, bool(figure or sign["pair"])
        at = one.end


def bare_name(folded: str, at: int, kind: str) -> Mention | None:
    """The longest bare name of `kind` that begins at `at`: «نیرو» for a ministry."""
    names, openings = index().bare.get(kind, {}), _openings(kind)
    best: tuple[int, Named] | None = None
    written, last = "", at
    for word in islice(_WORD.finditer(folded, at), _MAX_WORDS):
        if folded[last : word.start()].strip(" ،,-") or "\n" in folded[last : word.start()]:
            break
        written += key(word.group())
        if written not in openings:
            break
        last = word.end()
        if written in names and ends_word(folded, last):
            best = last, names[written]
    if best is None:
        return None
    return Mention(at, best[0], best[1].id, best[1].name, "agency", short=True, score=BARE)


@cache
def _openings(kind: str) -> frozenset[str]:
    """Whatever the bare names of `kind` begin with."""
    return frozenset(name[:end] for name in index().bare.get(kind, ()) for end in range(1, len(name) + 1))


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
