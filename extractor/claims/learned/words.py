"""A reading as a row of words in one spelling, with names, figures and dates as what they are."""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from extractor.annotations import Span
from extractor.claims.reading import Reading
from extractor.entities.taken import Taken
from extractor.text.patterns import LETTER

_WORD = re.compile(rf"{LETTER}+|\d+(?:[.,/٫]\d+)*|[؟?!،؛:.»«()|%٪]")
# Written apart, together or with a half-space, they are one word with their neighbour.
_ENDINGS = frozenset(
    {
        *("ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایمان", "تر", "ترین", "تری"),
        *("ای", "ام", "ات", "اش", "اند", "ایم", "اید", "شان", "مان", "تان"),
    }
)
_BEGINNINGS = frozenset({"می", "نمی"})
STEM = 4
# How many words before and behind are told one by one.
CLOSE = 4


class Word(NamedTuple):
    """A word, mark or annotation: `form` is the word in one spelling, or its kind in «<…>»."""

    start: int
    end: int
    form: str

    @property
    def stem(self) -> str:
        """The beginning of the word, nearly the same for all its forms."""
        return self.form if self.form[0] == "<" else self.form[:STEM]


class Words:
    """The words of a reading in order."""

    def __init__(self, reading: Reading) -> None:
        self.all = _joined(_read(reading))
        self._starts = [word.start for word in self.all]

    def within(self, start: int, end: int) -> list[Word]:
        """Words that begin at `start` or later, before `end`."""
        if end <= start:
            return []
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def after(self, place: int, count: int) -> list[Word]:
        """The first `count` words that begin at `place` or later."""
        first = bisect_left(self._starts, place)
        return self.all[first : first + count]

    def before(self, place: int, count: int) -> list[Word]:
        """The last `count` words that begin before `place`, the nearest first."""
        last = bisect_left(self._starts, place)
        return self.all[max(0, last - count) : last][::-1]


def _annotations(reading: Reading) -> list[Word]:
    """Names, figures and dates as words, none over another, figures before dates before names."""
    document = reading.document
    found = [Word(one.start, one.end, f"<{one.unit or one.kind}>") for one in document.quantities]
    dates = [Word(one.start, one.end, "<deadline>" if one.role == "deadline" else "<date>") for one in document.dates]
    names = [
        Word(one.start, one.end, f"<{(one.id or 'body') if one.type == 'platform' else one.type}>")
        for one in document.bodies
        if one.type != "group"
    ]
    laws = [Word(one.start, one.end, "<law>") for one in document.laws]
    people = [Word(one.start, one.end, "<person>") for one in document.people]
    taken: list[Word] = []
    for group in (found, people, names, laws, dates):
        before = Taken(taken)
        taken += [one for one in group if not before.overlaps(one.start, one.end)]
    return sorted(taken)


def _read(reading: Reading) -> list[Word]:
    text = reading.document.text
    found: list[Word] = []
    place = 0
    for known in (*_annotations(reading), Word(len(text), len(text), "")):
        found += [Word(*match.span(), match[0]) for match in _WORD.finditer(text, place, known.start)]
        if known.form:
            found.append(known)
        place = max(place, known.end)
    return found


def _joined(words: list[Word]) -> list[Word]:
    """`words` with endings and the «می» of verbs joined to their words."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        beside = last is not None and word.start - last.end <= 1 and last.form[0] != "<" and last.form.isalpha()
        if last and beside and (word.form in _ENDINGS or last.form in _BEGINNINGS):
            found[-1] = Word(last.start, word.end, last.form + word.form)
        else:
            found.append(word)
    return found


def neighbours(words: Words, span: Span) -> list[str]:
    """The words close before and behind `span` as features, one by one and in pairs."""
    after = words.after(span.end, CLOSE)
    before = words.before(span.start, CLOSE)
    found = [f"+{at}={word.form}" for at, word in enumerate(after)]
    found += [f"-{at}={word.form}" for at, word in enumerate(before)]
    found += [f"+{at}~{one.stem}_{two.stem}" for at, (one, two) in enumerate(pairwise(after))]
    return found + [f"-{at}~{two.stem}_{one.stem}" for at, (one, two) in enumerate(pairwise(before))]
