"""What can go wrong in an export, and the libraries that only some formats need."""

from importlib import import_module
from types import ModuleType


class ExportError(Exception):
    """An export that cannot be made; the message says why in one line."""


def library(name: str, needed_for: str) -> ModuleType:
    """The module `name` of an optional library; ExportError where it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise ExportError(f"{needed_for} needs {package}: pip install 'dideban[bulk]'") from error
