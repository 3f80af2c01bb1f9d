"""Words and signs of a text with their places, and the sentences they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.folding import fold_characters

# A word may carry diacritics and tatweel; a number its decimal point.
_TOKEN = re.compile(
    r"\d+(?:[.,/٫٬]\d+)*|(?:[^\W\d_][\u0610-\u061a\u0640\u064b-\u065f\u0670]*)+|[^\s\u200b-\u200f\ufeff]"
)
_MARKS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
# Half of a pair of code units: no UTF-8 has it, and the model reads UTF-8.
_LONE = re.compile("[\ud800-\udfff]")
_LINE = re.compile(r"[^\n\r\u0085\u2028\u2029]+")
_ENDS = frozenset(".!?؟…؛")
# The model's time and memory grow with the sentence; no sentence of news is longer.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign at `start` up to `end` of its text; `word` is its folded spelling without marks."""

    start: int
    end: int
    word: str
    spaced: bool


def tokens(text: str, begins: int = 0) -> list[Token]:
    """The tokens of one line, which stands at `begins`; `spaced` where a space or the line's start stands before."""
    found = []
    last = -1
    marked = _MARKS.search(text) is not None
    for match in _TOKEN.finditer(_LONE.sub("\ufffd", fold_characters(text))):
        start, end = match.span()
        word = match.group()
        plain = (_MARKS.sub("", word) or word) if marked else word
        found.append(Token(begins + start, begins + end, plain, start != last))
        last = end
    return found


def sentences(text: str, begins: int = 0) -> Iterator[list[Token]]:
    """The tokens of `text` by sentence, none longer than LONGEST; offsets count from `begins`, where `text` stands."""
    for line in _LINE.finditer(text):
        begun: list[Token] = []
        for token in tokens(line.group(), begins + line.start()):
            if begun and (len(begun) >= LONGEST or (token.spaced and begun[-1].word in _ENDS)):
                yield begun
                begun = []
            begun.append(token)
        if begun:
            yield begun
