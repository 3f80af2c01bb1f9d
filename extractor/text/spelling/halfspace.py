"""Half-space repair: puts the ZWNJ back that many sites and archives drop («دستگاهها», «میکنند»).

For what people read and for search; the stored text is never rewritten, and extraction reads the folded view. Words
next to `#`, `@`, `_`, a digit or a Latin letter are names of other things and stay as they are.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from corpus.folding import fold_characters
from extractor.text.spelling.joined import reading
from extractor.text.spelling.lexicon import ZWNJ
from extractor.text.spelling.parted import belong

_LETTERS = "\\u0621-\\u063a\\u0641-\\u064a\\u066e-\\u06d3\\u06ee\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f"
_MARKS = "\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc"
WORD = re.compile(f"(?<![\\w#@{ZWNJ}])[{_LETTERS}](?:[{_LETTERS}{_MARKS}]|{ZWNJ}(?=[{_LETTERS}]))*+(?![\\w@])")
_LETTER = re.compile(f"[{_LETTERS}]")


class Repair(NamedTuple):
    """`written` is to stand for the characters `start` to `end` of the text."""

    start: int
    end: int
    written: str


def repaired(text: str, *, parted: bool = False) -> str:
    """`text` with its half-spaces; with `parted` also where a plain space stands for one («می کنند»)."""
    pieces: list[str] = []
    end = 0
    for repair in repairs(text, parted=parted):
        pieces += text[end : repair.start], repair.written
        end = repair.end
    return "".join([*pieces, text[end:]])


def repairs(text: str, *, parted: bool = False) -> list[Repair]:
    """What `repaired` changes, in order; no two overlap."""
    words = [(match.start(), match.end(), _repaired_word(match[0])) for match in WORD.finditer(text)]
    found = [Repair(start, end, written) for start, end, written in words if written != text[start:end]]
    return found if not parted else _with_parted(text, [Repair(*word) for word in words])


@lru_cache(maxsize=1 << 15)
def _repaired_word(word: str) -> str:
    places = [match.start() for match in _LETTER.finditer(word)]
    if len(places) < 4:
        return word
    letters = fold_characters("".join(word[place] for place in places))
    found = reading(letters)
    if found is None or not found.cuts:
        return word
    wanted = {places[cut] for cut in found.cuts}
    there = {place for place in places if word[place - 1] == ZWNJ and place}
    if not there <= wanted:
        return word
    return "".join(ZWNJ + char if at in wanted - there else char for at, char in enumerate(word))


def _with_parted(text: str, words: list[Repair]) -> list[Repair]:
    """Join neighbours that are one word, from left to right, so that «راه اندازی های» becomes one."""
    joined: list[Repair] = []
    for word in words:
        last = joined[-1] if joined else None
        sign = _sign(text, last, word) if last else None
        if last and sign is not None:
            joined[-1] = Repair(last.start, word.end, _repaired_word(last.written + sign + word.written))
        else:
            joined.append(word)
    return [one for one in joined if one.written != text[one.start : one.end]]


def _sign(text: str, last: Repair, word: Repair) -> str | None:
    if text[last.end : word.start] != " ":
        return None
    before = text[max(0, last.start - 12) : last.start].split()[-1:] if last.written[-1] in "یي" else []
    return belong(fold_characters("".join(before)), _folded(last.written), _folded(word.written))


_folded = lru_cache(maxsize=1 << 15)(fold_characters)
