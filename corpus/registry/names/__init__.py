"""Lists of names of places and persons, which the recognisers and the trained model share."""

from functools import cache
from pathlib import Path

import yaml

from corpus.registry.reading import RegistryError

_FOLDER = Path(__file__).parent


@cache
def listed(file: str) -> dict[str, list[str]]:
    """The lists of `file` («places», «persons») by their names, words as the press writes them."""
    path = _FOLDER / f"{file}.yml"
    try:
        lists: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return {name: [word for one in words.split("،") if (word := one.strip())] for name, words in lists.items()}
    except (OSError, ValueError, AttributeError, yaml.YAMLError) as fault:
        raise RegistryError([f"{path.name}: {fault}"]) from fault
