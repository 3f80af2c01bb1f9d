"""Later mentions by surname or full name: «نادری افزود», «کاوه نادری», «آقای نادری»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from extractor.annotations import PersonMention, Span
from extractor.entities.given_names import given_count, is_strong, is_woman
from extractor.entities.lexicon import is_verb, person_lexicon
from extractor.entities.person_names import opens, word_before
from extractor.entities.skeletons import ends_word, key, skeleton_of, starts_word
from extractor.entities.taken import Taken

# «زارع‌پور: …», as headlines name a speaker before the text does.
_HEADLINE = re.compile(r" ?:")
_WORD = re.compile(r"[ ،,]*([^\W\d_]+)")
_SPELLINGS = (("اللهی", "الهی"), ("الهی", "اللهی"), ("یو", "وو"), ("وو", "یو"))
_SHORTEST = 3
# So many people of one surname are told apart.
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Surname:
    """A spelling of the surname of `people`; `half` where it is the first of two."""

    people: tuple[PersonMention, ...]
    half: bool


def by_surname(folded: str, known: Sequence[PersonMention], taken: Sequence[Span]) -> Iterator[PersonMention]:
    """Mentions of `known`, one each, outside `taken`, under name, role and organisation given where they are named."""
    spellings = _spellings(known)
    if not spellings:
        return
    spelt = skeleton_of(folded)
    spoken_for = Taken(taken)
    texts = sorted(spellings)
    automaton = AhoCorasick(texts, matchkind=MatchKind.Standard, store_patterns=False)
    for number, first, last in automaton.find_matches_as_indexes(spelt.text, overlapping=True):
        one = spellings[texts[number]]
        start, end = spelt.span(first, last)
        if not (starts_word(folded, start) and ends_word(folded, end)) or "\n" in folded[start:end]:
            continue
        full = [(p, begin) for p in one.people if (begin := _given_start(spelt.text, p, first)) is not None]
        if full:
            start = spelt.span(full[0][1], last)[0]
            people: Sequence[PersonMention] = [full[0][0]]
        else:
            people = _meant(folded, start, one.people)
        if spoken_for.overlaps(start, end) or word_before(folded, start) in person_lexicon().named_after:
            continue
        earlier = start < min(person.start for person in people) and _HEADLINE.match(folded, end) is None
        if earlier or not (full or _stands(folded, start, end, half=one.half)):
            continue
        yield _mention(folded, start, end, people)


def _spellings(known: Sequence[PersonMention]) -> dict[str, _Surname]:
    people: dict[str, list[PersonMention]] = {}
    halves: dict[str, list[PersonMention]] = {}
    for person in known:
        surname = surname_of(person.name or "")
        if len(key(surname)) < _SHORTEST:
            continue
        for text in {key(surname), *(key(surname).replace(*pair) for pair in _SPELLINGS)}:
            people.setdefault(text, []).append(person)
        half, _, rest = surname.partition(" ")
        if len(half) > _SHORTEST and rest and key(rest) not in person_lexicon().surname_endings and half != "امام":
            halves.setdefault(key(half), []).append(person)
    found = {text: _Surname(tuple(some[:_MOST]), half=True) for text, some in halves.items()}
    return found | {text: _Surname(tuple(some[:_MOST]), half=False) for text, some in people.items()}


def _given_start(text: str, person: PersonMention, at: int) -> int | None:
    """Where the full name begins whose surname stands at `at` of the skeleton; None without the given name."""
    name = person.name or ""
    given = key(name.removesuffix(surname_of(name)))
    return at - len(given) if given and text.startswith(given, max(0, at - len(given))) and at >= len(given) else None


def _meant(folded: str, start: int, people: tuple[PersonMention, ...]) -> Sequence[PersonMention]:
    """Of several people of one surname the one that «خانم» tells."""
    if len(people) > 1 and word_before(folded, start) in ("خانم", "بانو"):
        women = [one for one in people if is_woman(key((one.name or "").split(" ")[0]))]
        return women or people
    return people


def _stands(folded: str, start: int, end: int, *, half: bool) -> bool:
    """Whether the surname at `start:end` means the person and not a thing, a place or somebody else."""
    surname = key(folded[start:end])
    plain = not half and (is_strong(surname) or _known(surname))
    return plain or _speaks(folded, start, end)


def _known(surname: str) -> bool:
    words = person_lexicon()
    return surname in words.surnames and surname not in words.ordinary_surnames


def _speaks(folded: str, start: int, end: int) -> bool:
    """Whether the word at `start:end` opens a sentence or stands behind «به گفته», and no noun goes with it."""
    if word_before(folded, start) in person_lexicon().before_speaker:
        return True
    word = _WORD.match(folded, end)
    spelt = key(word[1]) if word else ""
    words = person_lexicon()
    return opens(folded, start) and (
        word is None or spelt in words.saying | words.says | {"و"} or _is_deed(folded, end)
    )


def _is_deed(folded: str, end: int) -> bool:
    """Whether a verb ends the sentence: a person did it, whatever else is said («نمک‌ها را آزمود»)."""
    word = _WORD.match(folded, end)
    return word is not None and (is_verb(key(word[1])) or key(word[1]) in person_lexicon().deeds)


def _mention(folded: str, start: int, end: int, people: Sequence[PersonMention]) -> PersonMention:
    names = {key(one.name or "") for one in people}
    if len(names) > 1:
        return PersonMention(start, end, folded[start:end], None, None)
    one = people[0]
    return PersonMention(start, end, one.name, one.role, one.organization, one.organization_id)


def surname_of(name: str) -> str:
    """The surname of a full name: what follows its given names."""
    words = name.split(" ")
    return " ".join(words[given_count([key(word) for word in words]) :])
