"""Whether two articles are one news in two papers: pure functions over texts, without a database.

`bands` are the keys under which a text is found again by texts like it, and a `Fingerprint` decides whether one found
so is a copy. The store keeps the keys and links what is found.
"""

from corpus.copies.bands import bands
from corpus.copies.likeness import Fingerprint, shared_figures, shared_words
from corpus.copies.shingles import figures, shingles

__all__ = ["Fingerprint", "bands", "figures", "shared_figures", "shared_words", "shingles"]
