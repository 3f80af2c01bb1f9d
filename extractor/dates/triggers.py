"""One pattern that finds where a date may begin, and two that look at what follows there."""

import re
from collections.abc import Iterable
from typing import Any

from extractor.dates.phrases import NUMBER, Readings, phrases, words_of
from extractor.dates.words import CARDINAL, ORDINAL, choice
from extractor.text.patterns import LETTER, expression

_END = ""
type Trie = dict[str, Any]


def _readings() -> dict[str, set[str]]:
    """By phrase: its readings, and those of each shorter phrase that it begins with."""
    found: dict[str, set[str]] = {}
    for phrase, readings in phrases():
        found.setdefault(phrase, set()).update(readings)
    for phrase in sorted(found, key=len):
        for end, sign in enumerate(phrase):
            if sign == " ":
                found[phrase] |= found.get(phrase[:end], set())
    return found


def _trie(words: Iterable[str]) -> Trie:
    root: Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return root


def _expression(node: Trie) -> str:
    """`node` as an expression that looks at each letter once; a phrase that ends in a letter ends there as a word."""
    branches = []
    for letter, below in sorted(node.items(), reverse=True):
        if letter != _END:
            last = below.keys() == {_END}
            branches.append(letter + (_expression(below) if not last else _BOUND if letter.isalpha() else ""))
    if _END in node:
        branches.append(_BOUND)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_LETTERS = LETTER[1:-1]
_BOUND = f"(?![{_LETTERS}])"
_MONTHS = ("months", "gregorian_months", "lunar_months")
_UNITS = ("روز", "هفته", "سال", "روزه", "ساله", "ماه", "ماهه", "این", "همین")
_TO = "(?:تا|الی|ا?لغایت|-)"
_AFTER_FIGURES = _expression(
    _trie([*_UNITS, *(word + more for kind in _MONTHS for word in words_of(kind) for more in ("", "ماه"))])
)
# Figures begin a date only where more figures, a month or a unit of time follow.
_FIGURES = rf"\d(?=\d{{0,3}}+ ?(?:[/.-] ?\d|(?:ا?م )?(?:{_AFTER_FIGURES}|{_TO} ?)))"
READINGS = _readings()
_BEGINNING = rf"(?=({_FIGURES}|{_expression(_trie(READINGS))}))"
# A date begins after what is no letter; where digits stick to the letters before them, after these too.
TRIGGER = re.compile(rf"[^{_LETTERS}\d]{_BEGINNING}")
GLUED_TRIGGER = re.compile(rf"(?:[^{_LETTERS}\d]|[\u0621-\u06d3](?=\d)){_BEGINNING}")
GLUED = re.compile(r"\d(?<=[\u0621-\u06d3]\d)")

_DAY = rf"(?:\d{{1,4}}+(?: ?ا?م)?|{ORDINAL}|{CARDINAL})"
# What a number must be followed by to begin a date; the group tells which readings there are.
NUMBERED = re.compile(
    expression(
        rf"(?:\d{{1,4}}+ ?(?P<figures>[/.-]) ?\d|{_DAY}(?: ?{_TO} ?{_DAY})? ?"
        rf"(?:(?P<month>(?:ماه )?{choice('months')}(?:~ماه)?{{end}})|(?P<unit>ماه|روز|هفته|سال|این|همین)"
        rf"|(?P<other>(?:{choice('gregorian_months')}|{choice('lunar_months')}){{end}})))",
        whole=False,
    )
)
NUMBERED_READINGS: dict[str, Readings] = {
    "figures": ("numeric", "day_and_month", "month"),
    "month": ("month", "gregorian", "lunar"),
    "unit": NUMBER,
    "other": ("gregorian", "lunar"),
}
_NEXT = {
    *(
        "سال",
        "ماه",
        "هفته",
        "روز",
        "دهه",
        "فصل",
        "برنامه",
        "نیم",
        "شب",
        "عید",
        "نوروز",
        "افق",
        "از ",
        r"\d",
        "این ",
        "همین ",
        "ی ",
    ),
    *(word for kind in (*_MONTHS, "seasons", "weekdays") for word in words_of(kind)),
    *(word.split()[0] for kind in ("days", "years", "pieces", "halves") for word in words_of(kind)),
}
# What a word of part («پایان») must be followed by: else it begins no date («پایان یافت»).
PARTED = re.compile(
    rf"[^ ]+(?: [^ ]+)? ?(?:{'|'.join(sorted(_NEXT, key=len, reverse=True))}|{expression(_DAY, whole=False)} ?ماه)"
)
