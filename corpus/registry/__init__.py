"""What is known: public bodies, laws and programmes, kept in YAML beside this module. `load()` gives all of it."""

from corpus.registry.entries import (
    Alias,
    Body,
    Group,
    Head,
    Indicator,
    Law,
    Named,
    Obligation,
    Platform,
    Programme,
    Sign,
    Task,
)
from corpus.registry.loading import FOLDER, Registry, load, read
from corpus.registry.reading import RegistryError

__all__ = [
    "FOLDER",
    "Alias",
    "Body",
    "Group",
    "Head",
    "Indicator",
    "Law",
    "Named",
    "Obligation",
    "Platform",
    "Programme",
    "Registry",
    "RegistryError",
    "Sign",
    "Task",
    "load",
    "read",
]
