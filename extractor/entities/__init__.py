"""Who and what an article names: bodies, groups, platforms, laws and persons, linked to the registry."""

from extractor.entities.bodies import find_bodies, read_bodies
from extractor.entities.laws import find_laws
from extractor.entities.people import find_people

__all__ = ["find_bodies", "find_laws", "find_people", "read_bodies"]
