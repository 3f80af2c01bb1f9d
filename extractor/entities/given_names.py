"""Which words are given names and surnames, by the lists of `names.yml` and by their shape."""

from functools import cache, lru_cache

from corpus.folding import skeleton
from extractor.entities.lexicon import ends_name, lexicon, person_lexicon

_SHORTEST = 6


def given_count(words: list[str]) -> int:
    """How many of `words`, skeletons, are given names at the front; the last word is left for the surname."""
    known = person_lexicon()
    count = 0
    while count < len(words):
        if is_given(words[count]) or (count and words[count] in known.joined_given):
            count += 1
        elif count + 1 < len(words) and is_given(words[count] + words[count + 1]):
            count += 2
        else:
            break
    if 0 < count < len(words) and words[count] in known.surname_endings and not _opens_surname(words[count:]):
        count -= 1  # «عباس پور» is one surname
    elif count and count == len(words) and words[-1] in known.surname_endings:
        count -= 2
    return max(0, min(count, len(words) - 1))


def _opens_surname(words: list[str]) -> bool:
    """«پور جوادی» is a surname of its own."""
    return words[0] == "پور" and len(words) > 1 and is_surname(words[1])


@lru_cache(maxsize=1 << 14)
def is_given(spelt: str) -> bool:
    """Whether `spelt`, a skeleton, is a given name, or two written as one («محمدمحسن»)."""
    given = person_lexicon().given
    if spelt.endswith("اله") and f"{spelt[:-3]}الله" in given:
        return True
    return spelt in given or any(spelt[:cut] in given and spelt[cut:] in given for cut in range(3, len(spelt) - 2))


@lru_cache(maxsize=1 << 14)
def may_open(word: str) -> bool:
    """Whether a name or title may begin with `word`; quick, and true of many other words."""
    spelt = skeleton(word)
    if spelt in person_lexicon().titles or spelt in _beginnings() or is_given(spelt):
        return True
    return may_be_surname(spelt) and not ends_name(spelt)


@cache
def _beginnings() -> frozenset[str]:
    """The letters with which a given name or title may begin that a space cuts in two: «حجت الاسلام», «روح الله»."""
    words = person_lexicon()
    return frozenset(name[:cut] for name in words.given | words.titles for cut in range(2, len(name)))


def is_surname(spelt: str) -> bool:
    """Whether `spelt`, a skeleton, is known or surely shaped as a surname."""
    return spelt in person_lexicon().surnames or is_strong(spelt)


def is_strong(spelt: str) -> bool:
    """Whether `spelt` ends as only surnames do: «عطارزاده», «شایسته‌فر»."""
    long = len(spelt) >= _SHORTEST and spelt not in lexicon().abroad
    words = person_lexicon()
    return long and (
        spelt.endswith(words.strong_endings) or (spelt.startswith(words.strong_beginnings) and spelt.endswith("ی"))
    )


def may_be_surname(spelt: str) -> bool:
    """Whether `spelt` can be a surname where all around it says so: also those in «ی» and «یان»."""
    words = person_lexicon()
    if is_surname(spelt):
        return True
    if spelt in words.not_surnames or len(spelt) < 4:
        return False
    return spelt.endswith(("ی", *words.surname_endings)) or spelt in words.second


def is_woman(name: str) -> bool:
    """Whether the first of the words of `name`, skeletons, is a woman's."""
    return name in person_lexicon().women
