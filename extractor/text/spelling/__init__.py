"""Spelling for readers and for search: half-spaces put back, words brought to their lemma; never for extraction."""

from extractor.text.spelling.display import display
from extractor.text.spelling.halfspace import repaired, repairs
from extractor.text.spelling.lemmas import lemma, lemmas

__all__ = ["display", "lemma", "lemmas", "repaired", "repairs"]
