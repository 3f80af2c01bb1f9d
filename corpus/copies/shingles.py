"""What of a text is compared: overlapping pieces of its folded letters, and the figures that it gives."""

import re

from corpus.folding import fold_characters, skeleton

# Letters a piece: four or five words. Papers that use one template share shorter pieces far too often.
LENGTH = 20
_NUMBER = re.compile(r"\d+(?:[./٫,٬]\d+)*")


def shingles(text: str) -> frozenset[str]:
    """All pieces of 20 letters and digits that follow one another in `text`.

    Spaces, ZWNJ, marks, Arabic letter forms and digit scripts make no difference, so a site that strips half-spaces
    or writes ي for ی has the same pieces as the agency it reprints.
    """
    letters = skeleton(text)
    return frozenset(letters[start : start + LENGTH] for start in range(len(letters) - LENGTH + 1))


def figures(text: str) -> frozenset[str]:
    """The numbers that `text` gives, each once, in ASCII digits without marks between thousands."""
    return frozenset(re.sub(r"[,٬]", "", number) for number in _NUMBER.findall(fold_characters(text)))
