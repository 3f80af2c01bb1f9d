"""The desk's words, read once from `words.yml` beside this module."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.utils.module_loading import import_string

from corpus import registry


@cache
def words() -> dict[str, Any]:
    """Everything in `words.yml`."""
    read: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    return read


def label(group: str, code: str | None, default: str | None = None) -> str:
    """The word for `code` in a group of `words.yml`; where it has none, `default`, or else the code itself."""
    named: str = words()[group].get(code, (code or "") if default is None else default)
    return named


@cache
def indicators() -> dict[str, str]:
    """Labels of all indicators that the registry's programmes watch, by code, in their order."""
    return {indicator.code: indicator.label for indicator in registry.load().indicators}


@cache
def publishers() -> dict[str, str]:
    """Names of publishers by code, from the function that the setting PUBLISHER_NAMES names."""
    names: dict[str, str] = import_string(settings.PUBLISHER_NAMES)()
    return names


def indicator_label(code: str | None) -> str:
    """The registry's label of an indicator; its code where no programme has it."""
    return indicators().get(code or "", code or "")


def unit_form(unit: str) -> str:
    """How a figure in `unit` reads, with {} for the figure; a programme's own unit by the first of its nouns."""
    return label("units", unit, f"{{}} {_nouns().get(unit, unit)}")


@cache
def _nouns() -> dict[str, str]:
    return {unit: nouns[0] for one in registry.load().programmes for unit, nouns in one.units.items()}


def publisher_label(code: str) -> str:
    """A publisher's name; its code where no crawler knows it."""
    return publishers().get(code, code)


def prepare() -> None:
    """Read all words now, so that the first visitor need not wait for the registry and the crawler's names."""
    words()
    indicators()
    publishers()
