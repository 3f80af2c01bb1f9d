"""Names that stand before an office and were left alone: «سهراب نیک‌بین، رئیس کمیسیون»; newsrooms are nobody."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.annotations import PersonMention
from extractor.claims.voices.words import keys
from extractor.entities.given_names import is_given
from extractor.entities.person_names import opens
from extractor.entities.roles import is_head, restored
from extractor.entities.skeletons import key

MEDIA = re.compile("خبرگزاری|خبرنگار|روزنامه|پایگاه خبری|باشگاه خبرنگاران|هفته ?نامه")
# A name of two to four words right before the comma and the office.
_NAME = re.compile(r"(?:[^\W\d_]+ ){1,3}[^\W\d_]+(?=، ?(?:که )?\Z)")
_LONGEST = 45


def speaking(people: Iterable[PersonMention], text: str) -> list[PersonMention]:
    """`people` with the names that an apposition gives, without newsrooms."""
    return [_named(one, text) for one in people if one.role or not MEDIA.match(one.name or "")]


def _named(one: PersonMention, text: str) -> PersonMention:
    found = _NAME.search(text, max(0, one.start - _LONGEST), one.start)
    if one.name or not one.role or found is None:
        return one
    words = found[0].split(" ")
    for skipped in range(len(words) - 1):
        start = found.end() - len(" ".join(words[skipped:]))
        spelt = [key(word) for word in words[skipped:]]
        if is_given(spelt[0]) and opens(text, start) and not any(map(_ends, spelt[1:])):
            return replace(one, start=start, name=restored(text[start : found.end()]))
    return one


def _ends(word: str) -> bool:
    return word in keys("stops") or is_head(word)
