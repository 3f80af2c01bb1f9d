"""Names of persons: given name and surname, beside a title or a role, or where a sentence opens."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.annotations import Span
from extractor.entities.lexicon import ends_name, lexicon, person_lexicon
from extractor.entities.roles import is_head
from extractor.entities.skeletons import key

_MAX_WORDS = 5
_SIGNS = '\n.:،؛!؟?«"-)'
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ]?\Z")
_WORD = re.compile(r" ?([^\W\d_]+)")


@dataclass(frozen=True, slots=True, order=True)
class Name(Span):
    """A person's name; `surname` begins at that offset; `sure` where a given name or a title vouches for it."""

    surname: int
    sure: bool


def name_before(folded: str, at: int) -> Name | None:
    """The name that ends where the role at `at` begins, a comma between them allowed."""
    end = at
    while end and folded[end - 1] in " ،,":
        end -= 1
    words: list[tuple[int, str]] = []
    start = end
    titled = False
    while len(words) < _MAX_WORDS:
        word = _WORD_BEFORE.search(folded, max(0, start - 25), start)
        if word is None:
            break
        spelt = key(word[1])
        if spelt in person_lexicon().titles:
            titled = True
            break
        if _no_name(spelt):
            break
        words.insert(0, (word.start(), spelt))
        start = word.start()
    opening = titled or opens(folded, start)
    return _best(folded, words, end, titled=titled, opening=opening)


def _best(folded: str, words: list[tuple[int, str]], end: int, *, titled: bool, opening: bool) -> Name | None:
    for index in range(len(words)):
        count = given_count([spelt for _, spelt in words[index:]])
        if count and len(words) - index > count:
            return Name(words[index][0], end, words[index + count][0], sure=True)
    if not words:
        return None
    if titled:
        return Name(words[0][0], end, words[0][0], sure=True)
    spelt = "".join(spelt for _, spelt in words)
    if opening and len(words) <= 2 and not is_given(spelt) and is_surname(spelt):
        return Name(words[0][0], end, words[0][0], sure=False)
    return None


def name_at(folded: str, at: int, limit: int) -> Name | None:
    """The name that begins at `at`, after titles, and ends before `limit`: a given name and what follows it."""
    start, titled = _after_titles(folded, at)
    words: list[tuple[int, int, str]] = []
    end = start
    while len(words) < _MAX_WORDS:
        word = _WORD.match(folded, end)
        if word is None or word.start(1) >= limit or _no_name(key(word[1])):
            break
        words.append((word.start(1), word.end(1), key(word[1])))
        end = word.end(1)
    count = given_count([spelt for _, _, spelt in words])
    if not words or (not titled and not count) or len(words) <= count:
        return None
    if not _ends_plainly(folded, end):
        keep = count + 1
        while keep < len(words) and words[keep][2] in person_lexicon().second:
            keep += 1
        words = words[:keep]
    return Name(words[0][0], words[-1][1], words[count][0], sure=True)


def _after_titles(folded: str, at: int) -> tuple[int, bool]:
    titled = False
    while title := _title_end(folded, at):
        at, titled = title, True
    return at + 1 if titled and folded[at : at + 1] == " " else at, titled


def _title_end(folded: str, at: int) -> int | None:
    """Where the title at `at` ends, which may be two words («حجت الاسلام»)."""
    first = _WORD.match(folded, at)
    if first is None:
        return None
    second = _WORD.match(folded, first.end())
    if second and key(first[1]) + key(second[1]) in person_lexicon().titles:
        return second.end()
    return first.end() if key(first[1]) in person_lexicon().titles else None


def given_count(words: list[str]) -> int:
    """How many of `words`, skeletons, are given names at the front; the last word is left for the surname."""
    count = 0
    while count < len(words):
        if is_given(words[count]):
            count += 1
        elif count + 1 < len(words) and is_given(words[count] + words[count + 1]):
            count += 2
        else:
            break
    if count == len(words) - 1 and words[-1] in person_lexicon().surname_endings:
        count -= 1  # «عباس پور» is one surname
    return max(0, min(count, len(words) - 1))


def is_given(spelt: str) -> bool:
    """Whether `spelt`, a skeleton, is a given name, or two written as one («محمدمحسن»)."""
    given = person_lexicon().given
    if spelt.endswith("اله") and f"{spelt[:-3]}الله" in given:
        return True
    return spelt in given or any(spelt[:cut] in given and spelt[cut:] in given for cut in range(3, len(spelt) - 2))


def is_surname(spelt: str) -> bool:
    """Whether `spelt`, a skeleton, is known or shaped as a surname."""
    words = person_lexicon()
    if spelt in words.surnames:
        return True
    return len(spelt) > 5 and spelt.endswith(words.surname_endings[:5])


def _no_name(word: str) -> bool:
    return ends_name(word) or is_head(word) or word == "و" or word in lexicon().phrase_ends


def opens(folded: str, at: int) -> bool:
    """Whether a sentence, or what somebody says, opens at `at`."""
    before = at - 1 if folded[at - 1 : at] == " " else at
    if before <= 0 or folded[before - 1] in _SIGNS:
        return True
    return word_before(folded, at) in person_lexicon().before_speaker | person_lexicon().before_name


def word_before(folded: str, at: int) -> str:
    """The word that ends before `at`, as a skeleton; empty where a sign or the start stands there."""
    word = _WORD_BEFORE.search(folded, max(0, at - 20), at)
    return key(word[1]) if word else ""


def _ends_plainly(folded: str, at: int) -> bool:
    """Whether a name surely ends at `at`: a sign, the end, or a word that no name holds."""
    word = _WORD.match(folded, at)
    return word is None or _no_name(key(word[1]))


def starts_speech(folded: str) -> list[int]:
    """Places where a speaker may be named: the opening of a sentence, and behind «به گفته», titles and the like."""
    return [match.end() for match in _speech().finditer(folded)]


@cache
def _speech() -> re.Pattern[str]:
    words = person_lexicon().before_speaker | person_lexicon().before_name
    spelt = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:^|[{re.escape(_SIGNS)}] ?|(?<![^\W_])(?:{spelt}) )(?=[^\W\d_])")
