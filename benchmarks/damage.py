"""What normalisers do to figures: how many come out as they went in.

A figure is a run of digits with the signs that join them («۱٬۲۰۰», «12.5», «۱۴۰۲/۱۰/۰۱»). It is unchanged where it
stands in one piece in the output, in whatever digits, «٫» as good as «.», and «٬», «,» and «،» as good as each other.
"""

import re
from collections import Counter
from collections.abc import Callable

from rich.table import Table

from benchmarks import peers
from benchmarks.cases import Case
from corpus.folding import fold_characters
from extractor.text.view import View

_FIGURE = re.compile(r"\d+(?:[./,:-]\d+)*")
_SIGNS = str.maketrans("٫٬،", ".,,")
NORMALISERS: dict[str, Callable[[], peers.Normaliser]] = {
    "ours (View)": lambda: lambda text: View(text).folded,
    "hazm Normalizer": peers.hazm,
    "parsivar Normalizer": peers.parsivar,
    "parsivar with dates": peers.parsivar_dates,
}


def figures(text: str) -> Counter[str]:
    """The figures of `text`, with one spelling each."""
    return Counter(_FIGURE.findall(fold_characters(text).translate(_SIGNS)))


def unchanged(normalize: peers.Normaliser, text: str) -> int:
    """How many figures of `text` come out whole; none where it raises."""
    try:
        return (figures(text) & figures(normalize(text))).total()
    except Exception:
        return 0


def table(given: dict[str, list[Case]]) -> Table:
    """A row for each normaliser, a column for each set of cases."""
    found = Table(title="Figures that come out unchanged", title_justify="left")
    found.add_column("normaliser")
    for name in given:
        found.add_column(name, justify="right")
    for name, make in NORMALISERS.items():
        try:
            normalize = make()
        except ImportError:
            found.add_row(name, *["not installed"] * len(given))
            continue
        found.add_row(name, *(_share(normalize, texts) for texts in given.values()))
    return found


def _share(normalize: peers.Normaliser, given: list[Case]) -> str:
    before = sum(figures(case.text).total() for case in given)
    after = sum(unchanged(normalize, case.text) for case in given)
    return f"{after}/{before} {after / before:.1%}"
