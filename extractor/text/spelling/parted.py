"""Words that a plain space wrongly parts: «می کنند», «دستگاه ها», «شده اند», «راه اندازی».

Only what cannot be two words is joined: «در ماه می», «۱۲ می», «هیزم تر» stay.
"""

import re

from extractor.text import verbs
from extractor.text.spelling.endings import is_silent
from extractor.text.spelling.joined import known, reading
from extractor.text.spelling.lexicon import NOT_JOINING, ZWNJ, data, lexicon
from extractor.text.spelling.readings import PLURAL

_PLURAL = re.compile(PLURAL)
_MORE = re.compile(f"(تر(?:ین)?)(?:ی|{PLURAL})?")
_MAY = frozenset({"ماه", "اول", "اوایل", "اواخر", "اواسط", "پایان", "آغاز", "ابتدای", "نیمه"})
_PERFECT = frozenset({"ام", "ای", "ایم", "اید", "اند"})


def belong(before: str, first: str, second: str) -> str | None:
    """What joins `first` and `second`, folded words next to each other: a half-space, nothing, or None: they are two.

    `before` is the word in front of them, or empty.
    """
    if first in {"می", "نمی"}:
        found = before not in _MAY and not before.isdigit() and verbs.imperfect(first + second.replace(ZWNJ, ""))
        return ZWNJ if found else None
    letters = first.replace(ZWNJ, "")
    if _is_ending(first, letters, second) or _is_compound(letters, second):
        return "" if letters[-1] in NOT_JOINING else ZWNJ
    return None


def _is_ending(first: str, letters: str, second: str) -> bool:
    if _PLURAL.fullmatch(second):
        return _is_noun(letters)
    if match := _MORE.fullmatch(second):
        tags = set(lexicon().plain.get(letters, "AJ" if first != letters else "").split(","))
        return "AJ" in tags and (
            match[1] == "ترین" or match[0] != "تر" or "N" not in tags or reading(letters + "تر") is not None
        )
    if not letters.endswith("ه") or len(letters) < 3:
        return False
    if second in _PERFECT and verbs.participle(letters.removeprefix("ن").removeprefix("می")):
        return True
    return second in {"ای", "ی", "اش"} and is_silent(letters) and _is_noun(letters)


def _is_noun(letters: str) -> bool:
    found = known(letters)
    if found is None or len(letters) < 2:
        return False
    tags = lexicon().plain.get(letters)
    return tags is None or bool({"N", "AJ", "PRO", "NUM", "DET"} & set(tags.split(",")))


def _is_compound(letters: str, second: str) -> bool:
    """Whether both are one noun of the lexicon, of which the second is hardly a word of its own: «راه اندازی»."""
    rest = second.replace(ZWNJ, "")
    if letters not in lexicon().firsts:
        return False
    found = reading(letters + rest)
    if found is None or len(letters) not in found.cuts or found.lemma not in lexicon().spaced:
        return False
    if verbs.participle(rest) or (rest not in data()["elements"] and rest not in data()["second_parts"]):
        return False  # «منسوخ شده است» is a verb; «محیط زیست» is well written with a space.
    return found.lemma in lexicon().nouns or rest[-1] == "ی"
