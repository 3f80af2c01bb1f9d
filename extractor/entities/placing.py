"""Where the names of places stand: provinces, towns, regions and other countries behind the name of a body."""

import re
from functools import cache

from extractor.entities.bodies_lexicon import abroad, closing_places, places, towns
from extractor.entities.lexicon import lexicon
from extractor.entities.skeletons import key

_WORD = re.compile(r" ([^\W\d_]+)")
_BEFORE = re.compile(r" (?:این )?(?:استان|شهرستان|شهر)(?! (?:ها|های)(?![^\W_]))(?![^\W_])")
_TOWARD = re.compile(r" (?:شمال|جنوب|شرق|غرب|مرکز)(?: شرق| غرب)?(?![^\W_])")
_ABROAD = re.compile(r"(?: و ([^\W\d_]+))? ((?!و )[^\W\d_]+)(?: ([^\W\d_]+))?")
_MOST_WORDS = 4
# «بیمه مرکزی ج.ا.ا.، …»; the last stop is the sentence's where nothing follows.
_REPUBLIC = re.compile(r" ج ?\. ?ا(?: ?\. ?ا(?:یران)?)?(?![\w])(?:\.(?= ?[،؛)]))?")


def longest(folded: str, at: int, names: frozenset[str]) -> int | None:
    """Where the longest of `names` that begins behind a space at `at` ends; None where none does."""
    written, end, best = "", at, None
    for _ in range(_MOST_WORDS):
        word = _WORD.match(folded, end)
        if word is None:
            break
        written += key(word[1])
        end = word.end()
        if written in names:
            best = end
    return best


def place_end(folded: str, at: int, *, town: bool = False) -> int:
    """Where a province, with `town` also a town, behind a body ends («استان فارس», «فارس»); `at` where none stands."""
    toward = _TOWARD.match(folded, at)
    if toward and (found := longest(folded, toward.end(), towns())):
        return found
    said = _BEFORE.match(folded, at)
    if said:
        at = said.end()
    found = longest(folded, at, towns() if town or said else _provinces())
    if found is None:
        return at
    if folded.startswith((" ها", " های"), found):
        return at
    return found


def closing_end(folded: str, at: int) -> int | None:
    """Where the place that closes an unknown name ends: «[ البرز]», «[ شهرستان نوشهر]», «[ شمال تهران]»."""
    end, first = at, longest(folded, at, places().before_place)
    if first is not None:
        found = longest(folded, first, closing_places())
        if found is None and folded[at:first].strip() in ("شهرستان", "روستای", "استان"):
            word = _WORD.match(folded, first)
            found = word.end() if word and key(word[1]) not in lexicon().stops else None
        end = found or end
    if end == at:
        end = longest(folded, at, closing_places()) or at
    if end == at:
        return None
    while further := longest(folded, end, closing_places() | places().behind_place):
        end = further
    return end


def local_parent(name: str, place: str) -> str | None:
    """The id of the national body whose local one bears `name` with `place` at its end, both skeletons."""
    before = name.removesuffix(place)
    return next((body for body, names in places().local_bodies.items() if before in names), None)


def tail_end(folded: str, at: int) -> int:
    """Where «کشور», «ایران», «جمهوری اسلامی ایران» or «ج.ا.ا.» behind a name ends; `at` where none stands."""
    short = _REPUBLIC.match(folded, at)
    return short.end() if short else longest(folded, at, lexicon().tails) or at


def abroad_end(folded: str, at: int) -> int | None:
    """Where another country behind a body ends: «وزارت نفت عراق», «وزارت نفت و گاز ترکمنستان», «این کشور»."""
    match = _ABROAD.match(folded, at)
    if match is None:
        return None
    if match[1] is None and match[3] and key(match[2] + match[3]) in places().abroad_by:
        return match.end()
    if key(match[2]) not in abroad() or (match[1] is None and (place_end(folded, at) > match.end(2))):
        return None
    return match.end(2) if match[1] is None or key(match[1]) in lexicon().joined_by_va else None


@cache
def opening_words() -> frozenset[str]:
    """Whatever a place, a country or a tail behind a name may begin with, as skeletons."""
    around = {"استان", "شهرستان", "شهر", "این", "آن", "و", "شمال", "جنوب", "شرق", "غرب", "مرکز"}
    names = towns() | abroad() | lexicon().tails | frozenset(map(key, around))
    return frozenset(name[:count] for name in names for count in range(1, len(name) + 1))


@cache
def _provinces() -> frozenset[str]:
    return towns() - places().towns
