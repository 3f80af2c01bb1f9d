"""Verbs of Persian, by the stems of hazm's lexicon; hazm itself is not imported."""

import re
from functools import cache

from corpus.folding import fold_characters
from extractor.text.spelling.lexicon import data, hazm_data, lexicon

# Stems of agency news that the list lacks.
_MORE = frozenset({"گردید", "رسانید", "برخاست"})
_ENDINGS = ("ند", "ید", "یم", "م", "ی", "د")
# «شو», «رو», «دو» take no «ی» before an ending.
_NO_GLIDE = frozenset({"شو", "رو", "دو", "شنو", "درو", "نو"})
_PAST_ENDINGS = ("ند", "ید", "یم", "م", "ی")
_BEFORE = "(?:باز|بر|در|فرا|فرو|وا|ور)"
_IMPERFECT = re.compile(f"({_BEFORE}?ن?می)(.{{2,}})")
_PERFECT = re.compile("(.{2,}ه)(?:است|اند|ایم|اید|ام|ای)")
_PARTICIPLE = re.compile(f"{_BEFORE}?(?:نی|ن)?(.{{2,}}?)ه")


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    text = hazm_data("verbs.dat")
    pairs = (line.split("#") for line in fold_characters(text).split() if "#" in line)
    return tuple((past, present) for past, present in pairs)


@cache
def past_stems() -> frozenset[str]:
    """Past stems of two letters or more, folded: «کرد», «شد», «فرستاد»."""
    return frozenset(past for past, _ in _stems() if len(past) > 1) | _MORE


@cache
def present_stems() -> frozenset[str]:
    """Present stems, folded: «کن», «شو», «فرست»."""
    return frozenset(present for _, present in _stems() if present)


@cache
def _infinitives() -> tuple[dict[str, str], dict[str, str]]:
    """Infinitives by past stem and by present stem, also as stems are written after «می» («اورد» for «آورد»)."""
    past: dict[str, str] = {}
    present: dict[str, str] = {}
    for stem, other in _in_use():
        past.update(dict.fromkeys(_written(stem), stem + "ن"))
        if len(other) > 1:
            for form in _written(other):
                present.setdefault(form, stem + "ن")
    return past, present


def _in_use() -> list[tuple[str, str]]:
    """The stems of verbs that news may use: those whose infinitive the lexicon knows, and some it lacks.

    The list has as many archaic ones, for which «میزند» would be a form of «میزیدن».
    """
    words = lexicon()
    more = data()["verbs"]
    found = [(past, present) for past, present in _stems() if past + "ن" in words.plain or past + "ن" in words.spaced]
    found += [(past, present) for past, present in _stems() if past in more]
    return [*found, *((past, present) for past, _, present in (one.partition("#") for one in sorted(more)) if present)]


def _written(stem: str) -> tuple[str, ...]:
    forms = [stem, "ا" + stem[1:]] if stem.startswith("آ") else [stem]
    return (*forms, *(form + "ی" for form in forms if stem[-1] in "او" and stem not in _NO_GLIDE))


def finite(form: str) -> str | None:
    """The infinitive of which `form` is a person of the past or the present: «کردند», «کنند» -> «کردن»."""
    past, present = _infinitives()
    if form in past:
        return past[form]
    for ending in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form:
            found = present.get(stem) or (past.get(stem) if ending in _PAST_ENDINGS else None)
            if found:
                return found
    return None


def is_any(form: str) -> bool:
    """Whether `form` is a past stem of any verb, archaic ones too."""
    return form in past_stems() or finite(form) is not None


def participle(form: str) -> str | None:
    """The infinitive of which `form` is the past participle, also with «ن»: «نشده» -> «شدن»."""
    past = _infinitives()[0]
    match = _PARTICIPLE.fullmatch(form)
    if match is None:
        return None
    return past.get(form[:-1]) or past.get(match[1])


def imperfect(word: str) -> tuple[tuple[int, ...], str] | None:
    """Where the parts of a joined «می» form end, and its infinitive: «میکردهاند» -> (2, 6), «کردن»."""
    match = _IMPERFECT.fullmatch(word)
    if match is None:
        return None
    first, rest = match.end(1), match[2]
    if rest in data()["informal"]:
        return (first,), rest
    if found := finite(rest) or (_infinitives()[0].get(rest[:-1]) if rest.endswith("ه") else None):
        return (first,), found
    if parts := perfect(rest):
        return (first, *(first + cut for cut in parts[0])), parts[1]
    return ((first,), "توانستن" if rest == "توان" else "بایستن") if rest in {"توان", "بایست", "باید"} else None


def perfect(word: str) -> tuple[tuple[int, ...], str] | None:
    """Where the participle of a joined perfect ends, and its infinitive: «شدهاند» -> (3,), «شدن»."""
    match = _PERFECT.fullmatch(word)
    if match is None:
        return None
    found = participle(match[1])
    return ((match.end(1),), found) if found else None
