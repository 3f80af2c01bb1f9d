"""Short stories with the figures and standings marked that are facts: what the readers of models/claims learn from."""

from corpus.stories.reading import FOLDER, Mark, Story, StoryError, read, respelled

__all__ = ["FOLDER", "Mark", "Story", "StoryError", "read", "respelled"]
