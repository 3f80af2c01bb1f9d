"""Keeps the tables of figures on a page: what stands between two comments that name them is written anew."""

from collections.abc import Sequence
from pathlib import Path


def rewrite(page: Path, name: str, lines: Sequence[str]) -> None:
    """Put `lines` between «<!-- name -->» and «<!-- /name -->» on `page`. Raises ValueError where these are missing."""
    before, opening, rest = page.read_text(encoding="utf-8").partition(f"<!-- {name} -->\n")
    _, closing, after = rest.partition(f"<!-- /{name} -->")
    if not (opening and closing):
        raise ValueError(f"{page}: no place for {name}")
    page.write_text("".join([before, opening, *(f"{line}\n" for line in lines), closing, after]), encoding="utf-8")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table in Markdown."""
    return [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]
