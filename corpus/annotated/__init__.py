"""Sentences with their bodies and persons marked, for training the model; docs/entities.md is their rule."""

from corpus.annotated.reading import BODY, FOLDER, PERSON, Mark, Sentence, Story, read

__all__ = ["BODY", "FOLDER", "PERSON", "Mark", "Sentence", "Story", "read"]
