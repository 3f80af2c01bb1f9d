"""Endings that a half-space sets apart: «ها», «تر», «ترین», and what follows a silent «ه» or «ی».

Source: the Academy's orthography (دستور خط فارسی, 1401).
"""

import re

from extractor.text import verbs
from extractor.text.spelling.lexicon import NOT_JOINING, data, lexicon
from extractor.text.spelling.readings import PLURAL, Known, Reading, joined_to, tags

_PLURAL = re.compile(f"(.{{2,}}?)({PLURAL})")
_HE = re.compile("(.+ه)(ای|ی|ام|اش|ایم|اید|اند|شان|مان|تان)")
_YE = re.compile("(.{2,}ی)(ای|ام|اش|ایم|اید|اند)")
_MORE = re.compile(f"(.{{3,}}?)(تر(?:ین)?)(ی|{PLURAL})?")


def plural(word: str, known: Known) -> Reading | None:
    """«دستگاههای» -> «دستگاه‌های»; «انتهای» has «انتها»."""
    match = _PLURAL.fullmatch(word)
    if match is None:
        return None
    whole = word[: match.start(2) + 2]
    if whole in lexicon().plain or match.start(2) not in lexicon().spaced.get(whole, (match.start(2),)):
        return None
    base = match[1]
    found = known(base)
    # A name that the lexicon lacks: «پرسپولیسی‌ها»; not «مشابهای», which is no plural.
    if found is None and (len(base) < 3 or base[-1] in NOT_JOINING or base + "ه" in lexicon().plain):
        return None
    return joined_to(found or Reading((), base), base)


def after_silent_he(word: str, known: Known) -> Reading | None:
    """«برنامهای», «پنجرهی», «خانوادهاش»; a reading without cuts where the word may be another one too."""
    match = _HE.fullmatch(word)
    if match is None or not is_silent(match[1]):
        return None
    base, ending = match.groups()
    if ending in {"ام", "اش"} and base[-2] in NOT_JOINING and "N" in tags(base[:-1]):
        return Reading((), word)  # «خبرهاش» is said for «خبرهایش».
    found = known(base)
    if found is None or (found.cuts and found.cuts[-1] < 3 and base not in lexicon().spaced):
        return None
    if ending == "اند" and "AJ" not in tags(base, "AJ"):
        return None
    rival = _rival(base, known) if ending == "ای" or (ending == "ایم" and not verbs.participle(base)) else None
    return rival or joined_to(found, base)


def _rival(base: str, known: Known) -> Reading | None:
    """How «نامهای», which is «نام‌های» or «نامه‌ای», is written: in one piece, unless one of them is out of use."""
    word = base[:-1]
    if base in data()["hardly_with_he"] and (found := known(word)):
        return joined_to(found, word)
    if ("N" not in tags(word) and word not in lexicon().nouns) or word in data()["hardly_plural"]:
        return None
    return Reading((), word) if base in lexicon().plain else joined_to(Reading((), word), word)


def is_silent(word: str) -> bool:
    """Whether the «ه» that ends `word` stands for a vowel: «خانه» against «راه», «فقه», «سازمانده»."""
    if verbs.participle(word):
        return True
    if word[-2:-1] in {"ا", "و"}:
        return any(word.endswith(one) for one in data()["silent_he"])
    if word.endswith("ده") and len(word) > 4 and word not in lexicon().plain and word[:-2] in lexicon().plain:
        return False
    sounded = data()["sounded_he"]
    return len(word) > 2 and word not in sounded and not any(word.endswith(one) for one in sounded if len(one) > 3)


def after_ye(word: str, known: Known) -> Reading | None:
    """«زندگیاش» -> «زندگی‌اش»; «دنیای» has «دنیا»."""
    match = _YE.fullmatch(word)
    if match is None or verbs.finite(word) or word[: match.end(1) + 1] in lexicon().plain:
        return None
    found = known(match[1])
    return joined_to(found, match[1]) if found else None


def plural_verb(word: str, _known: Known) -> Reading | None:
    """«متصلاند» -> «متصل‌اند»; «رساند» is a verb of its own."""
    base = word.removesuffix("اند")
    if base == word or len(base) < 3 or "AJ" not in tags(base) or verbs.is_any(word):
        return None
    return joined_to(Reading((), base), base)


def comparative(word: str, known: Known) -> Reading | None:
    """«مهمترین» -> «مهم‌ترین»; «بهتر», «کمتر» are words of the lexicon."""
    match = _MORE.fullmatch(word)
    if match is None:
        return None
    base, rest = match[1], match[3] or ""
    found = known(base)
    if found is None or (base in lexicon().plain and not tags(base) & {"AJ", "ADV"}):
        return None
    whole = joined_to(found, base)
    end = match.end(2)
    return Reading((*whole.cuts, end), whole.lemma) if rest.startswith("ها") and word[end - 1] == "ن" else whole
