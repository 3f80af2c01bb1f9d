"""Verb stems of Persian, from hazm's lexicon.

The file is read where hazm is installed; hazm itself is not imported, for that costs a second or more.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from corpus.folding import fold_characters

# Stems of agency news that the list lacks.
_MORE = frozenset({"گردید", "رسانید", "برخاست"})


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    package = find_spec("hazm")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("hazm, whose list of verbs the extractor reads, is not installed")
    text = (Path(package.submodule_search_locations[0]) / "data" / "verbs.dat").read_text(encoding="utf-8")
    pairs = (line.split("#") for line in fold_characters(text).split() if "#" in line)
    return tuple((past, present) for past, present in pairs)


@cache
def past_stems() -> frozenset[str]:
    """Past stems of two letters or more, folded: «کرد», «شد», «فرستاد»."""
    return frozenset(past for past, _ in _stems() if len(past) > 1) | _MORE


@cache
def present_stems() -> frozenset[str]:
    """Present stems, folded: «کن», «شو», «فرست»."""
    return frozenset(present for _, present in _stems() if present)
