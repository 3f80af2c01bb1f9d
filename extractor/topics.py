"""What an article is about, by the words that the programmes of the registry give as their `topic`."""

import re
from functools import cache, lru_cache

from corpus.registry import load
from extractor.text.patterns import any_of, expression

_START = re.compile(expression("{start}", whole=False))


@lru_cache(maxsize=1)
def topics(folded: str) -> frozenset[str]:
    """The ids of the programmes of whose topic words the folded text has one."""
    return frozenset(programme for programme, words in _words() if _has(words, folded))


def _has(words: re.Pattern[str], folded: str) -> bool:
    # Every article comes through here: a pattern that begins with a letter is found thirty times as quickly as one that
    # looks back first.
    return any(_START.match(folded, found.start()) for found in words.finditer(folded))


@cache
def _words() -> list[tuple[str, re.Pattern[str]]]:
    named = [(one.id, any_of(one.topic)) for one in load().programmes if one.topic]
    return [(programme, re.compile(expression(f"{words}{{end}}", whole=False))) for programme, words in named]
