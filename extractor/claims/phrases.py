"""Many short patterns sought in one pass over the words of a text.

Each pattern is one of `extractor.text.patterns`. Which of them can begin at a word depends on the word alone, so it is
found out once for each word and remembered; patterns of one word are settled by that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import fold_characters
from extractor.annotations import Span
from extractor.text.patterns import LETTER, expression, pattern

# How many words' patterns are remembered; a year of news has some 100,000 different ones.
REMEMBERED = 65_536
_WORD = re.compile(f"{LETTER}+")
# «at most so many characters»: a masked name counts as one, however long.
_LIMITED = re.compile(r"\[\^([^\]]*)\]\{0,(\d+)\}")
_MORE_WORDS = re.compile(r"[ \u200c~■.$^]|\(\?[=!<]")
_BEHIND = re.compile(r"(?:\(\?<[!=][^)]*\))*")
_LETTERS = re.compile(r"(?:[^\W\d_](?![?*{]))+")
_GROUP = re.compile(r"\(\?:([^()]*)\)(?![?*{])")


def prepared(source: str) -> str:
    """`source` with «at most so many characters» counting a masked name as one."""
    return _LIMITED.sub(r"(?:■++|[^\1■]){0,\2}", source)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern of a category.

    `openings` are the letters that its matches can begin with, none where they are not known; `word` is there where it
    fits single words, whatever follows.
    """

    category: str
    compiled: re.Pattern[str]
    openings: tuple[str, ...]
    word: re.Pattern[str] | None


def openings(source: str) -> tuple[str, ...]:
    """The letters, folded, that a match of `source` can begin with in its first word; none where they are not known."""
    behind = _BEHIND.match(source)
    start = behind.end() if behind else 0
    letters = _LETTERS.match(source, start)
    if letters:
        return (fold_characters(letters[0]),)
    group = _GROUP.match(source, start)
    found = [_LETTERS.match(one) for one in group[1].split("|")] if group else []
    return tuple(fold_characters(one[0]) for one in found if one) if all(found) else ()


class Phrases:
    """Patterns by category, with a search for all of them at once."""

    def __init__(self, categories: Mapping[str, Iterable[str]]) -> None:
        """`categories`: name -> sources of patterns. Raises re.error where one is wrong."""
        self.names = tuple(categories)
        self._by_letter: dict[str, list[Phrase]] = defaultdict(list)
        self._anywhere: list[Phrase] = []
        for name, sources in categories.items():
            for source in sources:
                self._add(name, prepared(source))
        self._of_word = lru_cache(REMEMBERED)(self._sort_out)

    def _add(self, category: str, source: str) -> None:
        one_word = not _MORE_WORDS.search(source)
        word = re.compile(expression(source, whole=False)) if one_word else None
        phrase = Phrase(category, pattern(source), openings(source), word)
        if not phrase.openings:
            self._anywhere.append(phrase)
        for letter in {opening[0] for opening in phrase.openings}:
            self._by_letter[letter].append(phrase)

    def _sort_out(self, word: str) -> tuple[tuple[str, ...], tuple[Phrase, ...]]:
        """Categories that `word` itself is of, and the longer patterns that may begin with it."""
        fitting = [one for one in self._by_letter.get(word[0], ()) if word.startswith(one.openings)]
        candidates = (*fitting, *self._anywhere)
        own = {one.category for one in candidates if one.word and one.word.fullmatch(word)}
        return tuple(own), tuple(one for one in candidates if one.word is None)

    def find(self, text: str) -> dict[str, list[Span]]:
        """Every category's matches in the folded `text`, in order; of two that begin together the longer."""
        found: dict[str, list[Span]] = {name: [] for name in self.names}
        of_word = self._of_word
        for word in _WORD.finditer(text):
            start, end = word.span()
            own, longer = of_word(word[0])
            ends = dict.fromkeys(own, end)
            for phrase in longer:
                match = phrase.compiled.match(text, start)
                if match and match.end() > ends.get(phrase.category, 0):
                    ends[phrase.category] = match.end()
            for category, reach in ends.items():
                spans = found[category]
                if not spans or spans[-1].end <= start:
                    spans.append(Span(start, reach))
        return found
