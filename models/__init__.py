"""Trained models and their cards, one folder each; none is shipped yet, extraction is by rules.

Database tables are `corpus/models.py`, because Django names them so.
"""
