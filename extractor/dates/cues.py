"""Words that show tense, duty or deadline, found word by word: the cues of `roles.yaml` and the forms of verbs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from typing import Any

import yaml

from corpus.folding import fold_characters
from extractor.dates.verbs import past_forms, present_forms
from extractor.text.patterns import LETTER

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("roles.yaml").read_text("utf-8"))
# The surest first, where a word shows several.
TENSES = ("will", "ahead", "future", "past", "state")
TENSED = frozenset(TENSES)
_WORD = re.compile(rf"{LETTER}+")
# «مهلت داشتند» is a cue of its own and has those of «مهلت».
_INHERITED = frozenset({"noun", "name", "duty", "bound", "moved"})
_CLOSED = TENSED | {"idiom"}
_VERBAL = frozenset({"past", "future", "will", "ahead"})

type Phrase = tuple[str, ...]


def _spellings(phrase: str) -> Iterator[Phrase]:
    """The words of `phrase`, with each `~` as a space and as nothing."""
    parts = fold_characters(phrase).split("~")
    for joints in product((" ", ""), repeat=len(parts) - 1):
        yield tuple("".join(part + joint for part, joint in zip(parts, (*joints, ""), strict=True)).split())


def _lexicon() -> dict[Phrase, frozenset[str]]:
    """Phrases with the kinds of cue that they are."""
    kinds: dict[Phrase, set[str]] = {}
    stems = WORDS["stems"]
    for phrase, kind in chain(past_forms(stems["past"], stems["nouns"]), present_forms(stems["present"])):
        for spelling in _spellings(phrase):
            if kinds.get(spelling, {"future"}) == {"future"}:
                kinds[spelling] = set(kind.split())
    for phrase in stems["others"]:
        kinds.pop((fold_characters(phrase),), None)
    kinds |= {(phrase,): {"future"} for phrase in stems["future"]}
    for kind, phrases in WORDS["cues"].items():
        for spelling in chain.from_iterable(map(_spellings, phrases)):
            kinds.setdefault(spelling, set()).add(kind)
    return {
        spelling: frozenset(these | (kinds.get(spelling[:1], set()) & _INHERITED if "idiom" not in these else set()))
        for spelling, these in kinds.items()
    }


def _by_two(lexicon: dict[Phrase, frozenset[str]]) -> dict[Phrase, list[Phrase]]:
    """The phrases of more than one word by their first two, the longest first."""
    found: dict[Phrase, list[Phrase]] = {}
    for phrase in sorted(lexicon, key=len, reverse=True):
        if len(phrase) > 1:
            found.setdefault(phrase[:2], []).append(phrase)
    return found


_LEXICON = _lexicon()
_PHRASES = _by_two(_LEXICON)
_WORDS = {phrase[0]: kinds for phrase, kinds in _LEXICON.items() if len(phrase) == 1}
_BEGINNINGS = frozenset(phrase[0] for phrase in _PHRASES)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that show tense, duty or deadline; offsets of the text."""

    kinds: frozenset[str]
    start: int
    end: int


def cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """The cues of `text[start:end]`, in order."""
    matches = list(_WORD.finditer(text, start, end))
    words = [match[0] for match in matches]
    skip = 0
    for at, word in enumerate(words):
        if at < skip:
            continue
        phrase = _phrase(words, at) if word in _BEGINNINGS else None
        kinds = _LEXICON[phrase] if phrase else _WORDS.get(word)
        if kinds is None:
            continue
        after = at + (len(phrase) if phrase else 1)
        if "participle" in kinds and _goes_on(words, after):
            continue
        # The verb inside «به پایان می‌رسد» tells the tense.
        if kinds & _CLOSED:
            skip = after
        yield Cue(kinds, matches[at].start(), matches[after - 1].end())


def _phrase(words: list[str], at: int) -> Phrase | None:
    """The longest phrase of several words that begins there."""
    for phrase in _PHRASES.get(tuple(words[at : at + 2]), ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return phrase
    return None


def _goes_on(words: list[str], at: int) -> bool:
    """Whether a verb follows a participle («ساخته شود»), or it is a noun («داده‌ها»)."""
    if at == len(words):
        return False
    if words[at] in ("ها", "های", "می", "نمی"):
        return True
    phrase = _phrase(words, at)
    kinds = _LEXICON[phrase] if phrase else _WORDS.get(words[at])
    return bool(kinds and kinds & _VERBAL)
