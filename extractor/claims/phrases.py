"""Many short patterns sought in one pass over the words of a text.

Each pattern is one of `extractor.text.patterns`. Which of them can begin at a word depends on the word alone, so it is
found out once for each word and remembered; patterns of one word are settled by that. Which longer ones to try is told
by the two characters behind the word; those that are left share a gate, one expression that tells whether any fits.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched

from extractor.annotations import Span
from extractor.claims.leads import Leads, following, leads
from extractor.claims.openings import openings
from extractor.text.patterns import LETTER, expression

# How many words' patterns are remembered; a year of news has some 100,000 different ones.
REMEMBERED = 65_536
_WORD = re.compile(f"{LETTER}+")
# «at most so many characters»: a masked name counts as one, however long.
_LIMITED = re.compile(r"\[\^([^\]]*)\]\{0,(\d+)\}")
_MORE_WORDS = re.compile(r"[ \u200c~■.$^]|\(\?[=!<]")
# How many patterns stand behind one gate at most, and up to how many are tried one by one.
GATE = 8
FEW = 2


def prepared(source: str) -> str:
    """`source` with «at most so many characters» counting a masked name as one."""
    return _LIMITED.sub(r"(?:■++|[^\1■]){0,\2}", source)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern of a category.

    `fitting` is its expression without what bounds its beginning, since it is tried at the beginnings of words alone;
    `openings` are the letters that its matches can begin with, none where they are not known; `leads` tell how they go
    on; `word` is there where it fits single words, whatever follows.
    """

    category: str
    fitting: str
    compiled: re.Pattern[str]
    openings: tuple[str, ...]
    leads: Leads
    word: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Gate:
    """Longer patterns that may begin with the same word; `any` fits wherever one of them does."""

    any: re.Pattern[str] | None
    phrases: tuple[Phrase, ...]

    def fitting(self, text: str, start: int, ends: dict[str, int]) -> None:
        """Note in `ends` how far the match of each category at `start` reaches, where that is farther."""
        if self.any and not self.any.match(text, start):
            return
        for phrase in self.phrases:
            match = phrase.compiled.match(text, start)
            if match and match.end() > ends.get(phrase.category, 0):
                ends[phrase.category] = match.end()


def _gate(phrases: tuple[Phrase, ...]) -> Gate:
    union = "|".join(one.fitting for one in phrases)
    return Gate(re.compile(union) if len(phrases) > FEW else None, phrases)


type Gates = tuple[Gate, ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a word is or can begin: categories that it is of by itself, and longer patterns.

    `by_next` has the gates to try before two certain characters behind the word, `gates` those before any others.
    """

    own: tuple[str, ...]
    gates: Gates
    by_next: dict[str, Gates]


type Place = tuple[int, int, Beginning]


class Places:
    """Words of a text with what each is or can begin, in order."""

    def __init__(self, places: list[Place]) -> None:
        self.all = places
        self._starts = [start for start, _, _ in places]

    def within(self, start: int, end: int) -> list[Place]:
        """Those that begin at `start` or later, before `end`."""
        first = bisect_left(self._starts, start)
        return self.all[first : bisect_left(self._starts, end, first)]


class Phrases:
    """Patterns by category, with a search for all of them at once."""

    def __init__(self, categories: Mapping[str, Iterable[str]]) -> None:
        """`categories`: name -> sources of patterns. Raises re.error where one is wrong."""
        self._by_letter: dict[str, list[Phrase]] = defaultdict(list)
        self._anywhere: list[Phrase] = []
        for name, sources in categories.items():
            for source in sources:
                self._add(name, prepared(source))
        self._gates: dict[tuple[Phrase, ...], Gate] = {}
        self._of_word = lru_cache(REMEMBERED)(self._sort_out)

    def _add(self, category: str, source: str) -> None:
        one_word = not _MORE_WORDS.search(source)
        fitting = expression(f"(?:{source}){{end}}", whole=False)
        word = re.compile(expression(source, whole=False)) if one_word else None
        phrase = Phrase(category, fitting, re.compile(fitting), openings(source), leads(source), word)
        if not phrase.openings:
            self._anywhere.append(phrase)
        for letter in {opening[0] for opening in phrase.openings}:
            self._by_letter[letter].append(phrase)

    def _sort_out(self, word: str) -> Beginning | None:
        fitting = [one for one in self._by_letter.get(word[0], ()) if word.startswith(one.openings)]
        fitting += self._anywhere
        own = {one.category for one in fitting if one.word and one.word.fullmatch(word)}
        longer = [(one, following(one.leads, word)) for one in fitting if one.word is None]
        if not own and not longer:
            return None
        endings = {ending for _, known in longer for ending in known or ()}
        by_next = {
            ending: self._gates_of(one for one, known in longer if known is None or ending in known)
            for ending in endings
        }
        return Beginning(tuple(own), self._gates_of(one for one, known in longer if known is None), by_next)

    def _gates_of(self, phrases: Iterable[Phrase]) -> Gates:
        return tuple(self._gate(some) for some in batched(phrases, GATE))

    def _gate(self, phrases: tuple[Phrase, ...]) -> Gate:
        if phrases not in self._gates:
            self._gates[phrases] = _gate(phrases)
        return self._gates[phrases]

    def places(self, text: str) -> Places:
        """The words of the folded `text` that are of a category, or can begin what is."""
        found = ((*word.span(), self._of_word(word[0])) for word in _WORD.finditer(text))
        return Places([(start, end, known) for start, end, known in found if known is not None])

    def find(self, text: str) -> dict[str, list[Span]]:
        """Every category's matches in the folded `text`, in order; of two that begin together the longer.

        A category that has none is there when it is asked for.
        """
        return self.fitting(text, self.places(text).all)

    def fitting(self, text: str, places: Iterable[Place], offset: int = 0) -> dict[str, list[Span]]:
        """As `find`, at `places` alone, which are told for a text in which `text` stands at `offset`."""
        found: dict[str, list[Span]] = defaultdict(list)
        for begin, reach, beginning in places:
            start, end = begin - offset, reach - offset
            ends = dict.fromkeys(beginning.own, end)
            for gate in beginning.by_next.get(text[end : end + 2], beginning.gates):
                gate.fitting(text, start, ends)
            for category, last in ends.items():
                spans = found[category]
                if not spans or spans[-1].end <= start:
                    spans.append(Span(start, last))
        return found
