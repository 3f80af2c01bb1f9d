"""Whether a word goes on with the name of an unknown body, or begins what is said of it."""

import re

from extractor.entities.bodies_lexicon import heads, unknown_words
from extractor.entities.lexicon import lexicon
from extractor.entities.placing import closing_end
from extractor.entities.reached import Reach
from extractor.entities.skeletons import key
from extractor.entities.verb_forms import is_verb_form
from extractor.text.verbs import participle

_NEXT = re.compile(r" ([^\W_]+)")
_CLAUSE_ENDS = re.compile(r" ?(?:[،.؛:؟!«»\"()\n]|\Z)")
_SAID = re.compile(r" (?:استان|شهرستان) ")
# Endings that stand apart in the folded text, where a half-space was.
_SUFFIXES = frozenset({"ها", "های", "ای", "هایی", "هایش", "هایشان", "اش", "شان", "شون"})
_PLURAL = ("ان", "ات", "های")
# «بها» is no plural.
_LONG = 4


def is_verb(folded: str, word: str, end: int) -> bool:
    """Whether `word`, a skeleton that ends at `end`, is a verb there."""
    return is_verb_form(word, at_end=_CLAUSE_ENDS.match(folded, end) is not None)


def goes_on(folded: str, found: Reach, word: str, end: int) -> bool:
    """Whether `word`, which ends at `end`, belongs to the name."""
    words = unknown_words()
    last = found.words[-1] if found.words else ""
    if word[:1].isdigit():
        return last in words.numbered
    if word == "و":
        return _joins(folded, found, end)
    if word in words.joined_by or word in _SUFFIXES:
        return last in words.joined_by.get(word, ()) if word in words.joined_by else bool(found.words)
    if last == "و" or last in words.joined_by:
        return True
    if word in heads():
        following = _NEXT.match(folded, end)
        return following is not None and key(following[1]) in ("های", "ها")
    return not _opens_another(folded, found, word, end)


def _opens_another(folded: str, found: Reach, word: str, end: int) -> bool:
    """Whether `word` begins what is said of the body, and not a part of its name."""
    words = unknown_words()
    if word in lexicon().stops or word in lexicon().predicates or word == found.head + "ی":
        return True
    at_end = _CLAUSE_ENDS.match(folded, end) is not None
    if found.words and _is_plural(folded, word, end) and not _takes_plural(found):
        return True
    if word in words.openers:
        first = not found.words and found.head not in lexicon().one_word
        return not (first and not at_end and _plain_next(folded, end))
    return is_verb_form(word, at_end=at_end) or (participle(word) is not None and _verb_next(folded, end))


def _is_plural(folded: str, word: str, end: int) -> bool:
    """Whether `word`, which ends at `end`, is a noun in «ها» or «های», in one piece or two."""
    if len(word) > _LONG and word.endswith(("ها", "های")):
        return True
    following = _NEXT.match(folded, end)
    return following is not None and following[1] in ("ها", "های")


def _takes_plural(found: Reach) -> bool:
    """Whether a plural behind the words read so far may be part of the name: «پخش [فرآورده‌های نفتی]»."""
    words, last = unknown_words(), found.words[-1]
    if last in words.before_plural or last in lexicon().joined_by_va or last in heads():
        return True
    if len(found.words) == 1 and found.head not in lexicon().one_word:
        return True
    return last.endswith(tuple(words.verbal_endings)) or last in ("های", "ها", "گذاری", "سازی")


def _plain_next(folded: str, end: int) -> bool:
    """Whether a word that may stand in a name follows."""
    following = _NEXT.match(folded, end)
    word = key(following[1]) if following else "را"
    return word not in lexicon().stops and word not in unknown_words().openers and not is_verb_form(word, at_end=True)


def _verb_next(folded: str, end: int) -> bool:
    """Whether a clause ends or its verb follows, so that a participle before is part of the verb."""
    following = _NEXT.match(folded, end)
    return following is None or is_verb_form(key(following[1]), at_end=True)


def _are_adjectives(folded: str, last: str, following: re.Match[str]) -> bool:
    """Whether «و» joins two adjectives before the place that closes the name: «صنایع غذایی و دارویی شهرستان ری»."""
    return last.endswith("ی") and following[1].endswith("ی") and _SAID.match(folded, following.end()) is not None


def _joins(folded: str, found: Reach, end: int) -> bool:
    """Whether «و», which ends at `end`, stands inside the name."""
    following = _NEXT.match(folded, end)
    if following is None or not found.words:
        return False
    words = unknown_words()
    word, last = key(following[1]), found.words[-1]
    if word in heads() or is_verb_form(word, at_end=False):
        return False
    if last == "های" and len(found.words) > 1:
        last = found.words[-2] + last
    plural = _NEXT.match(folded, following.end())
    pairs = {last + "و" + word}
    if plural:
        pairs.add(last + "و" + word + key(plural[1]))
    if pairs & words.pairs or word in lexicon().joined_by_va or _are_adjectives(folded, last, following):
        return True
    if found.head in words.trades and closing_end(folded, following.end()) is not None:
        return True
    many = word.endswith(_PLURAL) or (plural is not None and plural[1] == "های")
    return found.head in words.trades and last.endswith(_PLURAL) and many
