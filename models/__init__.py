"""Trained models and their cards, one folder each: `bodies` finds names that the registry does not hold.

Database tables are `corpus/models.py`, because Django names them so.
"""
