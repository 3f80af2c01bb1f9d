"""Which words of a name's neighbourhood are verbs."""

from functools import lru_cache

from extractor.entities.bodies_lexicon import unknown_words
from extractor.entities.lexicon import lexicon
from extractor.text.verbs import finite

_ENDINGS = ("ند", "ید", "یم", "د", "ت")


@lru_cache(maxsize=1 << 14)
def is_verb_form(word: str, *, at_end: bool) -> bool:
    """Whether `word`, a skeleton, is a verb; one that is a noun too («خرید») is where a clause ends behind it."""
    words = unknown_words()
    if word in words.verb_nouns:
        return at_end
    if word in lexicon().verbs or word in ("می", "نمی"):
        return True
    if word in words.not_verbs:
        return False
    if word.startswith("ن") and word[1:] in lexicon().verbs:
        return True
    if word.startswith(("می", "نمی")) and len(word) > 4 and word.endswith(("د", "م")):
        rest = word.removeprefix("ن").removeprefix("می")
        return finite(rest) is not None or word.endswith("ند")
    # «بروند»: «ب» before a present form.
    bare = word[1:] if word.startswith("ب") and len(word) > 4 and word.endswith("ند") else word
    forms = [form for form in {bare, word} if len(form) > 3 and form.endswith(_ENDINGS)]
    return any(finite(form) is not None for form in forms)
