"""The catalogue of publishers. A module of this folder that defines a subclass of Publisher is in it."""

import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from crawler.publishers.publisher import Publisher


@cache
def catalogue() -> Mapping[str, type[Publisher]]:
    """Publishers by code, in alphabetical order."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return MappingProxyType({one.code: one for one in sorted(Publisher.__subclasses__(), key=lambda one: one.code)})


def by_url(url: str) -> type[Publisher] | None:
    """The publisher that owns the address, if the catalogue has it."""
    return next((one for one in catalogue().values() if one.owns(url)), None)


def named(codes: Iterable[str]) -> list[type[Publisher]]:
    """Publishers of these codes, all where there are none. Raises ValueError that names a code it does not know."""
    wanted = list(dict.fromkeys(codes)) or list(catalogue())
    unknown = [code for code in wanted if code not in catalogue()]
    if unknown:
        raise ValueError(f"unknown publisher: {', '.join(unknown)} (known: {', '.join(catalogue())})")
    return [catalogue()[code] for code in wanted]
