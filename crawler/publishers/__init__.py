"""The catalogue of publishers: a module of this folder that defines a Publisher with a code is in it."""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from crawler.publishers.publisher import Publisher


@cache
def catalogue() -> Mapping[str, type[Publisher]]:
    """Publishers by code, in alphabetical order."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return MappingProxyType({one.code: one for one in sorted(_below(Publisher), key=lambda one: one.code)})


def _below(family: type[Publisher]) -> Iterator[type[Publisher]]:
    """Publishers that derive from `family`, directly or through a family of their own; a family has no code."""
    for one in family.__subclasses__():
        if "code" in vars(one):
            yield one
        yield from _below(one)


def by_url(url: str) -> type[Publisher] | None:
    """The publisher that owns the address, if the catalogue has it."""
    return next((one for one in catalogue().values() if one.owns(url)), None)


def canonical(url: str) -> str:
    """The one address of the article at `url` where a publisher of the catalogue owns it, else `url` itself."""
    publisher = by_url(url)
    return (publisher.canonical(url) if publisher else None) or url


def named(codes: Iterable[str]) -> list[type[Publisher]]:
    """Publishers of these codes, all where there are none. Raises ValueError that names a code it does not know."""
    wanted = list(dict.fromkeys(codes)) or list(catalogue())
    unknown = [code for code in wanted if code not in catalogue()]
    if unknown:
        raise ValueError(f"unknown publisher: {', '.join(unknown)} (known: {', '.join(catalogue())})")
    return [catalogue()[code] for code in wanted]
