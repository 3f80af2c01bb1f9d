"""How a word that is written in one piece is made up: «دستگاههای» is «دستگاه» and «های».

A word of the lexicon, an ordinary form of one («میدانی»: of the square, or you know) and a word of two readings stay as
they are. The rules are in `verbs`, `endings` and `compounds`, the lists of words in `halfspace.yaml`.
"""

from functools import lru_cache

from extractor.text import verbs
from extractor.text.spelling import compounds, endings
from extractor.text.spelling.lexicon import lexicon
from extractor.text.spelling.readings import Reading, tags

_OWN = ("م", "ت", "ش", "شان", "مان", "تان", "یم", "یی", "ست")
_RULES = (
    compounds.number,
    endings.comparative,
    endings.plural,
    compounds.form_of_lexicon,
    endings.after_ye,
    endings.plural_verb,
    compounds.adverb,
    compounds.with_element,
    compounds.with_prefix,
)


@lru_cache(maxsize=1 << 16)
def reading(word: str) -> Reading | None:
    """How `word`, folded letters without half-spaces, is made up; None where it is to stay in one piece.

    A reading without cuts is one whose parts are written together («کشورها»).
    """
    if len(word) < 4 or word in lexicon().plain:
        return None
    if found := endings.after_silent_he(word, known):
        return found if found.cuts else None
    if _is_form(word, compounds.ORDINARY) or _is_form_of_a_verb(word) or compounds.without_gan(word) in lexicon().plain:
        return None
    if found := _verb(word) or compounds.of_lexicon(word):
        return found
    if _is_form(word, _OWN):
        return None
    return next((found for rule in _RULES if (found := rule(word, known))), None)


def known(word: str) -> Reading | None:
    """How `word` is written where it is a word at all: of the lexicon, made up of words, or with an ordinary ending."""
    plain = lexicon().plain
    if word in plain:
        return Reading((), word)
    if found := reading(word):
        return found
    if infinitive := verbs.participle(word):
        return Reading((), infinitive)
    if _is_form(word, ("ی", "ان", "ات", "یی")) or compounds.without_gan(word) in plain:
        return Reading((), word)
    return None


def _is_form(word: str, joined: tuple[str, ...]) -> bool:
    plain = lexicon().plain
    return any(word.endswith(ending) and word.removesuffix(ending) in plain for ending in joined)


def _is_form_of_a_verb(word: str) -> bool:
    return bool(verbs.finite(word) or (word[0] in "بن" and verbs.finite(word[1:])))


def _verb(word: str) -> Reading | None:
    if word.endswith(("های", "هایم", "هام")) and "N" in tags(word[: word.rindex("ها")]):
        return None  # «درآمدهای» is no form of «درآمدن».
    found = verbs.imperfect(word) or verbs.perfect(word)
    return Reading(*found) if found else None
