"""Where citations may stand: laws of the registry, titles of decrees, and words that point back: one pass."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from ahocorasick_rs import BytesAhoCorasick

from corpus.folding import fold_characters, skeleton
from corpus.registry import Law, load
from extractor.annotations import Span, annotation
from extractor.entities.citations.lexicon import citation_words
from extractor.entities.citations.numbers import values
from extractor.entities.codes import automaton
from extractor.entities.skeletons import ends_word, key, skeleton_of, starts_word

type Kind = Literal["law", "title", "decree", "known", "budget", "back"]
_BREAKS = re.compile(r"[\n:;؛!?؟«»]|\.(?: |$)")
_WORD = re.compile(r" ([^\W\d_]+)")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
LAW = "قانون"
# With what a law's name may begin, and what is left out of it as often: «قانون ثبت رسمی معاملات».
_BINDING = "الزام به "


@annotation
class Anchor(Span):
    """A title or name at `start:end`: of a `law`, or of what `word` says."""

    kind: Kind
    word: str
    law: Law | None = None


def anchors(folded: str) -> dict[str, list[Anchor]]:
    """All anchors that stand as words, by kind; those of a kind sorted."""
    finder, payloads = _automaton()
    spelt = skeleton_of(folded)
    found: dict[str, list[Anchor]] = {}
    for number, first, last in finder.find_matches_as_indexes(spelt.codes, overlapping=True):
        start, end = spelt.span(first, last)
        kind, word, law = payloads[number]
        if not starts_word(folded, start) or (kind != "budget" and not ends_word(folded, end)):
            continue
        if not _BREAKS.search(folded, start, end):
            found.setdefault(kind, []).append(Anchor(start, end, kind, word, law))
    for one in found.values():
        one.sort(key=lambda anchor: (anchor.start, -anchor.end))
    return found


def stops_behind(folded: str, at: int) -> bool:
    """Whether the word behind makes it no citation: «این ماده غذایی», «قانون گذاری»."""
    word = _WORD.match(folded, at)
    words = citation_words()
    return word is not None and key(word[1]) in words.never_before | words.compounds


@cache
def _automaton() -> tuple[BytesAhoCorasick, list[tuple[Kind, str, Law | None]]]:
    patterns = list(_patterns())
    texts = [text for text, _ in patterns]
    return automaton(texts), [one for _, one in patterns]


def _patterns() -> Iterator[tuple[str, tuple[Kind, str, Law | None]]]:
    words = citation_words()
    for law in load().laws:
        if not law.year:
            texts = (law.name, *law.aliases)
            shorter = (text.replace(_BINDING, "", 1) for text in texts if text.startswith(f"{LAW} {_BINDING}"))
            names = {spelling for text in (*texts, *shorter) for spelling in _with_words(text)}
            yield from ((name, ("law", law.name, law)) for name in sorted(names))
    yield skeleton(LAW), ("title", LAW, None)
    yield "بودجه", ("budget", "بودجه", None)
    yield from ((skeleton(word), ("decree", word, None)) for word in words.decrees)
    known = {name for text in words.known_decrees for name in _with_words(text)}
    yield from ((name, ("known", name, None)) for name in sorted(known))
    for word in (LAW, *words.parts, *words.decrees):
        spelt = fold_characters(word)
        for pointer in words.pointing:
            yield skeleton(pointer + word), ("back", spelt, None)
        for pointer in words.pointed:
            yield skeleton(word + pointer), ("back", spelt, None)


def _with_words(text: str) -> set[str]:
    """The skeletons of a name, its numbers in digits as written and in words: «اصل ۴۴», «اصل چهل و چهارم»."""
    found = {skeleton(text)}
    for number in _NUMBER.findall(fold_characters(text)):
        tens, units = int(number) // 10 * 10, int(number) % 10
        for ending in _spelt(units) if units else _spelt(tens):
            for opening in _spelt(tens) if units and tens else [""]:
                words = f"{opening}و{ending}" if opening else ending
                found.add(skeleton(fold_characters(text).replace(number, words, 1)))
    return found


def _spelt(number: int) -> list[str]:
    return [word for word, value in values().items() if value == number]
