"""What a crawl is about: decides by title and lead whether an article is worth fetching."""

import re
from collections.abc import Sequence

from corpus.folding import fold_characters
from corpus.registry import load
from extractor.text.patterns import any_of, pattern
from extractor.topics import topics

_COMMAS = re.compile(r"[،,]")


class Topic:
    """Programmes of the registry by their codes, and words; one of them is enough.

    A word stands at the beginning of a word of the text: «مجوز» fits «مجوزهای» as well.
    """

    def __init__(self, asked: Sequence[str]) -> None:
        """Each of `asked` is a programme's code or words parted by commas. Raises ValueError where there are none."""
        given = dict.fromkeys(part for one in asked for word in _COMMAS.split(one) if (part := _folded(word)))
        programmes = {one.id: one for one in load().programmes}
        self.codes = frozenset(programmes) & frozenset(given)
        self.words = tuple(word for word in given if word not in programmes)
        if not given:
            raise ValueError("no programme and no word")
        self.name = "، ".join(sorted(given))
        # Of a programme without words nothing can be told beforehand.
        self._anything = any(not programmes[code].topic for code in self.codes)
        source = f"{{start}}{any_of(map(re.escape, self.words))}"
        self._words = pattern(source, whole=False, flags=re.IGNORECASE) if self.words else None

    def fits(self, title: str, lead: str | None = None) -> bool:
        """Whether an article with this title and lead may be about it."""
        text = _folded(f"{title}\n{lead or ''}")
        return (
            self._anything
            or not self.codes.isdisjoint(topics(text))
            or (self._words is not None and self._words.search(text) is not None)
        )


def _folded(text: str) -> str:
    return " ".join(fold_characters(text).replace("\u200c", " ").split())
