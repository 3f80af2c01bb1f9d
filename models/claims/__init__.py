"""Reads what figures and bodies of an article are told of, by models trained on our own stories."""

from models.claims.reader import FIGURES, STANDINGS, Judgement, Reader

__all__ = ["FIGURES", "STANDINGS", "Judgement", "Reader"]
