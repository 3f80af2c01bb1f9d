"""Where a source tree keeps publishers and their stored pages."""

from pathlib import Path

import crawler
from dideban.cli.faults import Fault

PUBLISHERS = Path("crawler/publishers")
PAGES = Path("tests/crawler/pages")


def tree(root: Path | None) -> Path:
    """The source tree: `root`, or where this Dideban runs from. Raises Fault where there is none."""
    folder = root or Path(crawler.__file__).parents[1]
    if not (folder / PUBLISHERS).is_dir() or not (folder / PAGES).is_dir():
        raise Fault(f"{folder} is no source tree of Dideban: name one with --root")
    return folder
