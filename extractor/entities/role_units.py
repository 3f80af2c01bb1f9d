"""Offices that belong to a role and not to its body: «مدیرکل دفتر پایش سازمان حفاظت محیط زیست»."""

import re
from dataclasses import replace
from functools import lru_cache

from corpus.folding import skeleton
from corpus.registry import Body, load
from extractor.annotations import Mention
from extractor.entities.lexicon import person_lexicon
from extractor.entities.skeletons import key

_WORD = re.compile(r"[^\W_]+")


def around(folded: str, body: Mention) -> Mention:
    """The body around `body`, on its own characters, where that is an office named by its role; else `body`."""
    if body.id or not body.parent:
        return body
    words = list(_WORD.finditer(folded, body.start, body.end))
    if key(words[0].group()) not in person_lexicon().role_units or key(words[1].group() if words[1:] else "") == "کل":
        return body
    parent = load().get(body.parent)
    names = _names(body.parent)
    for word in words[1:]:
        if skeleton(folded[word.start() : body.end]) in names:
            return replace(body, start=word.start(), id=parent.id, name=parent.name)
    return body


@lru_cache(maxsize=256)
def _names(body: str) -> frozenset[str]:
    entry = load().get(body)
    if not isinstance(entry, Body):
        return frozenset()
    texts = (entry.name, *(alias.text for alias in entry.aliases), *(one.name for one in entry.former))
    return frozenset(map(skeleton, texts))
