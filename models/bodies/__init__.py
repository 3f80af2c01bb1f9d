"""Names of bodies and persons, found by a trained model, for names that the registry does not hold; see CARD.md."""

from models.bodies.installed import installed
from models.bodies.tagger import LABELS, ModelError, Name, find_names

__all__ = ["LABELS", "ModelError", "Name", "find_names", "installed"]
