"""How far the name of an unknown body goes behind its head word."""

import re
from dataclasses import dataclass, field

from extractor.entities.bodies_lexicon import heads, unknown_words
from extractor.entities.lexicon import lexicon
from extractor.entities.placing import abroad_end, closing_end, tail_end
from extractor.entities.skeletons import key
from extractor.entities.verb_forms import is_verb_form
from extractor.text.verbs import participle

_WORD = re.compile(r" ?([^\W_]+)")
_THREE = re.compile(r"[^\W_]+(?: [^\W_]+){1,2}")
_NEXT = re.compile(r" ([^\W_]+)")
_CLAUSE_ENDS = re.compile(r" ?(?:[،.؛:؟!«»\"()\n]|\Z)")
_AND = re.compile(r" و(?= )")
_SAID = re.compile(r" (?:استان|شهرستان) ")
_MOST_WORDS = 11


# Endings that stand apart in the folded text, where a half-space was.
_SUFFIXES = frozenset({"ها", "های", "ای", "هایی", "هایش", "هایشان", "اش", "شان", "شون"})
_PLURAL = ("ان", "ات", "های")


@dataclass(slots=True)
class Reach:
    """The name read so far: where its words end, and why it ended.

    `closed`: a place or «ایران» is its last word, so nothing was left out and nothing is too much; `place` is
    that place as the text has it. `stop` is the word
    that ended it, as a skeleton; "" where a sign did.
    """

    end: int
    head: str = ""
    words: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    closed: bool = False
    place: str | None = None
    stop: str = ""
    verb: bool = False

    def add(self, word: str, end: int) -> None:
        """`word`, which ends at `end`, belongs to the name."""
        self.words.append(word)
        self.ends.append(end)
        self.end = end

    def drop(self) -> None:
        """The last word does not belong to the name."""
        self.words.pop()
        self.ends.pop()
        self.end = self.ends[-1] if self.ends else -1


def reach(folded: str, at: int, limit: int, head: str = "") -> Reach:
    """The words behind `head`, which ends at `at`, that are its name, none of them behind `limit`."""
    found = Reach(at, head)
    while len(found.words) < _MOST_WORDS:
        if _closes(folded, found, limit):
            return found
        match = _WORD.match(folded, found.end)
        if match is None or match.end() > limit:
            break
        word = key(match[1])
        together = _compound(folded, match.start(1))
        if together and together[1] <= limit:
            found.add(*together)
            continue
        if not _goes_on(folded, found, word, match.end()):
            found.stop = word
            found.verb = is_verb_form(word, at_end=_CLAUSE_ENDS.match(folded, match.end()) is not None)
            break
        if word in ("هایی", "هایش", "هایشان", "اش", "شان", "شون"):
            found.drop()
            break
        if word == "ای" and found.words[-1] not in unknown_words().adjectives_in_i:
            found.drop()
            break
        found.add(word, match.end())
        if word == "ها":
            break
    while found.words and (found.words[-1] == "و" or found.words[-1] in unknown_words().joined_by):
        found.drop()
    return found


def _compound(folded: str, at: int) -> tuple[str, int] | None:
    """The words at `at` that go together inside a name, and where they end."""
    window = _THREE.match(folded, at)
    if window is None:
        return None
    for count in (3, 2):
        words = window.group().split(" ")[:count]
        if len(words) == count and key("".join(words)) in unknown_words().compounds:
            return key("".join(words)), at + len(" ".join(words))
    return None


def _closes(folded: str, found: Reach, limit: int) -> bool:
    """Whether a place or «ایران» behind at least one word closes the name."""
    if not found.words or found.words[-1] == "و":
        return False
    end = abroad_end(folded, found.end) or closing_end(folded, found.end) or tail_end(folded, found.end)
    if end == found.end or end > limit:
        return False
    place = end > tail_end(folded, found.end)
    found.place = folded[found.end : end].strip() if place else None
    found.add(key(folded[found.end : end]), end)
    if "مشترک" in found.head or "مشترک" in found.words:
        both = _AND.match(folded, end)
        country = abroad_end(folded, both.end()) if both else None
        if country:
            found.add("", country)
            end = country
    further = tail_end(folded, end)
    if further > end:
        found.add("", further)
    found.closed = True
    return True


def _goes_on(folded: str, found: Reach, word: str, end: int) -> bool:
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
    if word in words.openers:
        first = not found.words and found.head not in lexicon().one_word
        return not (first and not at_end and _plain_next(folded, end))
    return is_verb_form(word, at_end=at_end) or (participle(word) is not None and _verb_next(folded, end))


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
    many = word.endswith(_PLURAL) or (plural is not None and plural[1] == "های")
    return found.head in words.trades and last.endswith(_PLURAL) and many
