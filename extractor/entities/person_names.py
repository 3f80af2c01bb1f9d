"""Names of persons: given name and surname, beside a title or a role, or where a sentence opens."""

import re
from functools import cache

from extractor.annotations import Span, annotation
from extractor.entities.given_names import given_count, is_given, is_surname, may_be_surname
from extractor.entities.lexicon import ends_name, lexicon, person_lexicon
from extractor.entities.roles import is_head
from extractor.entities.skeletons import key

MAX_WORDS = 5
# A surname of fewer letters than this goes on behind a space: «امام قلی», «پاک نیت».
_SHORT = 4
_SIGNS = '\n.:،؛!؟?«"-)'
WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ]?\Z")
_WORD = re.compile(r" ?([^\W\d_]+)")


@annotation
class Name(Span):
    """A person's name; `surname` begins at that offset.

    `sure` where a given name or a title vouches for it; `title` is the skeleton of the title before it, or empty.
    """

    surname: int
    sure: bool
    title: str = ""


def name_at(folded: str, at: int, limit: int) -> Name | None:
    """The name that begins at `at`, after titles, and ends before `limit`: a given name and what follows it."""
    start, title = after_titles(folded, at)
    words: list[tuple[int, int, str]] = []
    end = start
    while len(words) < MAX_WORDS:
        word = _WORD.match(folded, end)
        if word is None or word.start(1) >= limit or (no_name(key(word[1])) and not _joined(folded, word)):
            break
        words.append((word.start(1), word.end(1), key(word[1])))
        end = word.end(1)
    count = given_count([spelt for _, _, spelt in words])
    if not words or (not title and not count) or len(words) <= count:
        return None
    keep = _surname_end([spelt for _, _, spelt in words], count, plainly=_ends_plainly(folded, end))
    return Name(words[0][0], words[keep - 1][1], words[count][0], sure=True, title=title)


def _joined(folded: str, word: re.Match[str]) -> bool:
    """Whether the word is the first half of a given name: «ولی الله»."""
    following = _WORD.match(folded, word.end())
    return (
        following is not None
        and key(following[1]) in person_lexicon().joined_given
        and is_given(key(word[1]) + key(following[1]))
    )


def _surname_end(words: list[str], count: int, *, plainly: bool) -> int:
    """How many of `words` make the name whose surname begins at `count`; `plainly` where no name goes on behind."""
    keep = count + 1
    if keep < len(words) and not is_surname(words[count]) and is_surname(words[count] + words[keep]):
        keep += 1
    while keep < len(words) and words[keep] in surname_tails():
        keep += 1
    if plainly and len(words) - keep == 1:
        short = len(words[count]) < _SHORT
        keep += short or (keep == count + 1 and may_be_surname(words[keep]))
    return keep


def after_titles(folded: str, at: int) -> tuple[int, str]:
    """Where the titles that stand at `at` end, and the last of them."""
    title = ""
    while end := _title_end(folded, at):
        title, at = key(folded[at:end]), end
    return at + 1 if title and folded[at : at + 1] == " " else at, title


def _title_end(folded: str, at: int) -> int | None:
    """Where the title at `at` ends, which may be two words («حجت الاسلام»)."""
    first = _WORD.match(folded, at)
    if first is None:
        return None
    second = _WORD.match(folded, first.end())
    if second and key(first[1]) + key(second[1]) in person_lexicon().titles:
        return second.end()
    return first.end() if key(first[1]) in person_lexicon().titles else None


def no_name(word: str) -> bool:
    """Whether `word`, a skeleton, stands in no name."""
    return (
        ends_name(word)
        or is_head(word)
        or word == "و"
        or word in lexicon().phrase_ends
        or word in person_lexicon().deeds
    )


def opens(folded: str, at: int) -> bool:
    """Whether a sentence, or what somebody says, opens at `at`."""
    before = at - 1 if folded[at - 1 : at] == " " else at
    if before <= 0 or folded[before - 1] in _SIGNS:
        return True
    if folded[before - 1] == "»" and folded[before - 2 : before - 1] in tuple(".!؟?"):
        return True
    return word_before(folded, at) in _leads()


@cache
def _leads() -> frozenset[str]:
    return person_lexicon().before_speaker | person_lexicon().before_name


@cache
def surname_tails() -> frozenset[str]:
    """Words that go on with a surname: «کلانتری اصل», «عباس پور»."""
    return person_lexicon().second | frozenset(person_lexicon().surname_endings)


def word_before(folded: str, at: int) -> str:
    """The word that ends before `at`, as a skeleton; empty where a sign or the start stands there."""
    word = WORD_BEFORE.search(folded, max(0, at - 20), at)
    return key(word[1]) if word else ""


def _ends_plainly(folded: str, at: int) -> bool:
    """Whether a name surely ends at `at`: a sign, the end, or a word that no name holds."""
    word = _WORD.match(folded, at)
    return word is None or no_name(key(word[1]))


def starts_speech(folded: str) -> list[int]:
    """Places where a speaker may be named: the opening of a sentence, and behind «به گفته», titles and the like."""
    return [match.end() for match in _speech().finditer(folded)]


@cache
def _speech() -> re.Pattern[str]:
    words = person_lexicon().before_speaker | person_lexicon().before_name
    spelt = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:^|[{re.escape(_SIGNS)}] ?|(?<![^\W_])(?:{spelt}) )(?=[^\W\d_])")
