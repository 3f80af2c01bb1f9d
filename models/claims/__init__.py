"""Reads what figures and bodies of an article are told of, by models trained on our own stories."""

from models.claims.reader import FIGURES, OWNERS, STANDINGS, Judgement, Reader

__all__ = ["FIGURES", "OWNERS", "STANDINGS", "Judgement", "Reader"]
