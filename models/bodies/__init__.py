"""Names of bodies and persons, found by a trained model, for names that the registry does not hold; see CARD.md."""

from models.bodies.tagger import LABELS, Name, find_names

__all__ = ["LABELS", "Name", "find_names"]
