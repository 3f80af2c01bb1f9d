"""Article text -> records. Pure: no network, no database, no clock."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.pipeline import extract, read

__all__ = ["extract", "read"]


def __getattr__(name: str) -> object:
    """Import the pipeline, and spaCy with it, only when it is asked for."""
    if name in __all__:
        return getattr(importlib.import_module("extractor.pipeline"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
