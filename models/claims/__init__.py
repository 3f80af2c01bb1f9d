"""Reads what the figures of an article measure, by a model trained on our own stories."""

from models.claims.reader import FIGURES, Judgement, Reader

__all__ = ["FIGURES", "Judgement", "Reader"]
