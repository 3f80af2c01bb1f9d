"""What the figures of an article measure, by a model trained on our own stories, and how sure records are."""

from models.claims.confidence import LEAST, WEIGHTS
from models.claims.installed import installed
from models.claims.reader import FIGURES, Judgement, Reader

__all__ = ["FIGURES", "LEAST", "WEIGHTS", "Judgement", "Reader", "installed"]
