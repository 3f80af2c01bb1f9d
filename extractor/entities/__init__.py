"""Who and what an article names: bodies, groups, platforms, laws and persons, linked to the registry."""

from extractor.entities.bodies import find_bodies

__all__ = ["find_bodies"]
