"""Lemmas for a search index: one for all spellings and endings of a word. Nothing that people read is made of them."""

import re
from functools import lru_cache

from corpus.folding import fold_characters
from extractor.text import verbs
from extractor.text.spelling.halfspace import repaired
from extractor.text.spelling.joined import reading
from extractor.text.spelling.lexicon import ZWNJ, lexicon

_WORD = re.compile(f"[\\w{ZWNJ}]+")
_UNSEEN = re.compile("[\u0640\u064b-\u065f\u0670\u200d-\u200f]")
_ENDINGS = ("شان", "مان", "تان", "ش", "م", "ت")


def lemmas(text: str) -> list[str]:
    """The lemmas of the words and numbers of `text`, folded and without half-spaces, in order.

    «دستگاهها», «دستگاه‌ها» and «دستگاه ها» all give «دستگاه»; «می‌شود» and «نشدهاند» give «شدن»; a word that is not
    known gives itself. Latin words are in small letters.
    """
    spelt = repaired(fold_characters(text), parted=True)
    return [lemma(match[0]) for match in _WORD.finditer(_UNSEEN.sub("", spelt)) if match[0].strip(ZWNJ)]


@lru_cache(maxsize=1 << 15)
def lemma(word: str) -> str:
    """The lemma of one word, folded as `lemmas` says."""
    letters = fold_characters(word).replace(ZWNJ, "").casefold()
    if letters in lexicon().plain:
        return letters
    if found := reading(letters):
        return found.lemma
    if infinitive := verbs.finite(letters) or verbs.participle(letters):
        return infinitive
    for ending in _ENDINGS:
        base = letters.removesuffix(ending)
        if base != letters and len(base) > 2 and base in lexicon().plain:
            return base
    return letters
