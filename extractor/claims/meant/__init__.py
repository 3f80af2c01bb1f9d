"""Figures that only what the article is about makes figures: «دوازدهم شد», «۷۴ هزار مورد», a table's bare cells."""

from extractor.annotations import Ordered, Quantity
from extractor.claims.lexicon import Cues
from extractor.claims.meant.cases import find_cases
from extractor.claims.meant.cells import find_cells
from extractor.claims.meant.places import find_places
from extractor.claims.rows import CELLS, Rows
from extractor.document import MASK, Document
from extractor.quantities import find_numbers
from extractor.quantities.totals import with_totals

PERMITS, ASSESSMENT = "document:permits", "document:egov"


def figures(document: Document, masked: str, cues: Cues, contexts: frozenset[str]) -> list[Quantity]:
    """The article's figures with those that `contexts`, what it is about, adds; in order, none overlapping."""
    if not contexts & {PERMITS, ASSESSMENT}:
        return document.quantities
    dates = Ordered(document.dates)
    numbers = [one for one in find_numbers(document.text) if masked[one.start] != MASK and not dates.overlapping(one)]
    found: list[Quantity] = []
    if CELLS.search(masked):
        found += find_cells(document, masked, Rows(document, masked), numbers)
    if ASSESSMENT in contexts:
        found += find_places(document, numbers)
    if PERMITS in contexts:
        found += find_cases(document, cues, numbers)
    known = Ordered(document.quantities)
    added: list[Quantity] = []
    for one in found:
        if not known.overlapping(one) and not any(one.overlaps(other) for other in added):
            added.append(one)
    return with_totals(document.text, sorted([*document.quantities, *added], key=lambda one: one.start))
