"""What is installed: Python, this project, the packages it needs and those of its extras."""

import platform
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from dideban.cli.health import Finding

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)[^;]*(?:;.*?extra\s*==\s*['\"](?P<extra>[\w-]+)['\"])?")
# The extra that only bundles the others.
_BUNDLE = "all"


def findings() -> Iterator[Finding]:
    """A line for Python and the project, one for what must be there, and one for each extra."""
    yield Finding("ok", f"dideban {version('dideban')} on Python {platform.python_version()} ({sys.executable})")
    for extra, names in _packages().items():
        versions = {name: _version(name) for name in names}
        absent = [name for name, one in versions.items() if not one]
        found = ", ".join(f"{name} {one}" for name, one in versions.items() if one)
        if not absent:
            yield Finding("ok", f"{_label(extra)}: {found}")
        elif extra:
            yield Finding("missing", f"{_label(extra)}: no {', '.join(absent)}; pip install 'dideban[{extra}]'")
        else:
            yield Finding("broken", f"{_label(extra)}: no {', '.join(absent)}; pip install dideban")


def _packages() -> dict[str, list[str]]:
    """Names of packages by extra; under the empty name those that must be there."""
    packages: dict[str, list[str]] = defaultdict(list)
    for requirement in requires("dideban") or ():
        match = _REQUIREMENT.match(requirement)
        if match and match["extra"] != _BUNDLE:
            packages[match["extra"] or ""].append(match["name"])
    return packages


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _label(extra: str) -> str:
    return f"extra {extra}" if extra else "libraries"
