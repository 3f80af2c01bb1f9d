"""Speakers named without a role: «به گفته رضا احمدی», «رضا احمدی گفت», «ادیب‌زاده هشدار داد»."""

import re
from collections.abc import Sequence

from extractor.annotations import PersonMention, Span
from extractor.entities.given_names import is_given, is_strong, is_surname, may_be_surname, may_open
from extractor.entities.lexicon import ends_name, is_verb, person_lexicon
from extractor.entities.person_names import Name, after_titles, name_at, starts_speech, surname_tails, word_before
from extractor.entities.roles import is_head, restored
from extractor.entities.skeletons import key
from extractor.entities.taken import Taken

_WORD = re.compile(r"[ ،,]*((?:ن?می )?[^\W\d_]+)")
_NEXT = re.compile(r" ?([^\W\d_]+)")
_COLON = re.compile(r" ?:")
_PAUSE = re.compile(r" ?[،:]")
_TWO = re.compile(r"([^\W\d_]+) ([^\W\d_]+)(?: ([^\W\d_]+))?")
_SHORTEST = 2
_OPENING = '\n.؛!؟?«"'
_LAST = re.compile(r"([^\W\d_]+) [«\"]?\Z")


def without_role(folded: str, taken: Sequence[Span]) -> tuple[list[PersonMention], list[PersonMention]]:
    """Speakers outside `taken`: those named in full, and those by surname alone, with a verb of saying behind it."""
    spoken_for = Taken(taken)
    full: list[PersonMention] = []
    alone: list[PersonMention] = []
    for start in starts_speech(folded):
        word = _NEXT.match(folded, start)
        if word is None:
            continue
        opening = may_open(word[1])
        whole = (_full(folded, start) if opening else None) or _by_shape(folded, start)
        if not (whole or opening):
            continue
        name = whole or _surname(folded, start)
        if name and not spoken_for.overlaps(name.start, name.end) and not _named_after(folded, name):
            person = PersonMention(name.start, name.end, restored(folded[name.start : name.end]), None, None)
            (full if whole else alone).append(person)
    return full, alone


def _full(folded: str, start: int) -> Name | None:
    name = name_at(folded, start, len(folded))
    if name is None or name.surname == name.start or _quoted(folded, name):
        return None
    words = person_lexicon()
    given, surname = key(folded[name.start : name.surname]), key(folded[name.surname : name.end])
    says = _behind(folded, name.end)
    if is_surname(surname) and _PAUSE.match(folded, name.end) and _opens(folded, start):
        return name
    if given not in words.ordinary and may_be_surname(surname) and (name.title or _opens(folded, start)):
        return name  # «داود نصیری، آزادشده، …»
    if given in words.ordinary and not is_surname(surname):
        sure = says in words.says or _COLON.match(folded, name.end) is not None
        if not (sure and may_be_surname(surname)):
            return None
    return name if not says or says in words.saying | words.deeds | {"که"} or is_verb(says) else None


def _by_shape(folded: str, start: int) -> Name | None:
    """A name whose given name is on no list: «جبار اسکویی پور افزود», «دکتر پیمانه طوسی، …»."""
    if not _opens(folded, start):
        return None
    at, title = after_titles(folded, start)
    match = _TWO.match(folded, at)
    if match is None:
        return None
    given, surname, rest = (key(match[group] or "") for group in (1, 2, 3))
    joined = rest in person_lexicon().strong_endings
    if not (joined or is_strong(surname) or (title and may_be_surname(surname))) or not _may_be_given(given):
        return None
    end = match.end(3) if joined else match.end(2)
    says = _behind(folded, end)
    sure = _PAUSE.match(folded, end) or says in person_lexicon().says | person_lexicon().deeds or is_verb(says)
    if not (sure or title) or (is_head(surname) or ends_name(surname)):
        return None
    return Name(match.start(1), end, match.start(2), sure=False, title=title)


def _may_be_given(spelt: str) -> bool:
    words = person_lexicon()
    if len(spelt) <= _SHORTEST or spelt in words.not_given or spelt in words.not_surnames or spelt in words.titles:
        return False
    return not (ends_name(spelt) or is_head(spelt))


def _surname(folded: str, start: int) -> Name | None:
    """A surname alone: shaped or known as one, before a verb of saying or a colon, or behind a title."""
    at, title = after_titles(folded, start)
    word = _NEXT.match(folded, at)
    if word is None:
        return None
    spelt, end = key(word[1]), word.end(1)
    following = _NEXT.match(folded, end)
    words = person_lexicon()
    if following and key(following[1]) in surname_tails():
        spelt, end = spelt + key(following[1]), following.end(1)
    if (
        not may_be_surname(spelt)
        or is_given(spelt)
        or ends_name(spelt)
        or is_head(spelt)
        or spelt in words.not_surnames
    ):
        return None
    says = _behind(folded, end)
    if not (says in words.says or _COLON.match(folded, end) or _credited(folded, start, end, title=title, says=says)):
        return None
    if not title and not _opens(folded, start):
        return None
    if not title and not is_strong(spelt) and len(spelt) < 5:
        return None
    return Name(word.start(1), end, word.start(1), sure=False, title=title)


def _credited(folded: str, start: int, at: int, *, title: str, says: str) -> bool:
    """«به گفته دکتر منصوریان، …»."""
    before = word_before(folded, start)
    if not title:
        return before in ("گفته", "قول") and folded[at : at + 1] in ("،", ",")
    return before in person_lexicon().before_speaker | {""} and not is_verb(says)


def _opens(folded: str, start: int) -> bool:
    before = folded[:start].rstrip(" ")[-1:] if start < 2 else folded[start - 2 : start].rstrip(" ")[-1:]
    return not before or before in _OPENING or word_before(folded, start) in ("گفته", "قول", "نقل")


def _behind(folded: str, at: int) -> str:
    word = _WORD.match(folded, at)
    return key(word[1]) if word else ""


def _quoted(folded: str, name: Name) -> bool:
    """«علی سنتوری» in quotation marks alone is a title of a work."""
    return folded[name.start - 1 : name.start] in ("«", '"') and folded[name.end : name.end + 1] in ("»", '"')


def _named_after(folded: str, name: Name) -> bool:
    last = _LAST.search(folded, max(0, name.start - 20), name.start)
    return last is not None and key(last[1]) in person_lexicon().named_after
