"""Right and wrong on the cases of `tests/specs`, ours and each peer's by the same scorer (`scoring.score` says how).

    python -m benchmarks.recognisers

What is asked of whom, so that it is fair:

- All read the text as written, and are given the day of publication where they can take one.
- parstdex gives spans and no values, so its cases are right by their spans alone. Peers' habits of where a date begins
  differ («در تاریخ», «تا»), so a date counts as found where the spans meet; `exact` stands in a column of its own.
- parsivar and hazm give a new text and no spans. A date or number counts where its value stands in that text:
  y1402m10d1 for a date (without a year where the text has none), any figure for a number.
- dateparser's parse and its Jalali calendar find nothing in a text: they are given the very words of each date, and
  only their values count. Our own row of that kind shows what reading without the sentence costs.
- The cases are ours, follow our rules (docs/recognisers.md), and our code was written to fit them: no neutral ground.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from rich.table import Table

from benchmarks import cases, damage, peers, readers
from benchmarks.cases import Case
from benchmarks.console import CONSOLE, track
from benchmarks.scoring import Reader, Score, score


@dataclass(frozen=True)
class Row:
    """A reader by name; whether it gives values, and finds spans, is given them or knows none."""

    name: str
    make: Callable[[], Reader]
    values: bool = True
    spans: Literal["found", "given", "none"] = "found"
    lenient: bool = False


DATES = (
    Row("ours", lambda: readers.our_dates),
    Row("parstdex (spans only)", readers.parstdex_dates, values=False),
    Row("dateparser search_dates", readers.dateparser_dates),
    Row("parsivar with dates", readers.parsivar_dates, spans="none", lenient=True),
    Row("ours, words given", lambda: readers.given_spans, spans="given"),
    Row("dateparser parse, words given", readers.dateparser_words, spans="given"),
    Row("dateparser Jalali calendar, words given", readers.dateparser_jalali, spans="given"),
)
NUMBERS = (
    Row("ours", lambda: readers.our_numbers),
    Row("every figure as it stands", lambda: readers.figures_of(str), spans="none"),
    Row("hazm's output, every figure", lambda: readers.figures_of(peers.hazm()), spans="none"),
    Row("parsivar's output, every figure", lambda: readers.figures_of(peers.parsivar()), spans="none"),
    Row("parsivar with number words", lambda: readers.figures_of(peers.parsivar_numbers()), spans="none"),
)
CAPTION = """found: the spans meet; exact: they are equal; right value: equal, or the one day given lies in the period;
right cases: all found and right, nothing else found (parstdex: by spans alone); clean negatives: nothing found where
nothing is; hazm finds no dates, dateparser and parstdex no numbers. The cases are ours, our code is held to them"""
COLUMNS = ("right cases", "found", "exact", "right value", "clean negatives", "false finds", "raised")


def cells(row: Row, result: Score, *, whole: bool = True) -> list[str]:
    """The row's figures, «–» where a question does not arise for this reader."""
    finds, blank = row.spans == "found", "–"
    return [
        blank if row.spans == "given" else _share(result.right_cases, result.cases),
        _share(result.found, result.expected) if finds else blank,
        _share(result.exact, result.expected) if finds else blank,
        _share(result.right, result.expected) if row.values else blank,
        _share(result.clean, result.empty) if whole and row.spans != "given" else blank,
        str(result.false) if whole and row.spans != "given" else blank,
        str(result.raised),
    ]


def table(title: str, rows: Iterable[Row], given: list[Case]) -> Table:
    """Score every row on the `given` cases; a peer that is missing or does not load is said to be."""
    whole = all(case.whole for case in given)
    found = Table(title=title, title_justify="left", caption=CAPTION if whole else None, caption_justify="left")
    found.add_column("reader")
    for column in COLUMNS:
        found.add_column(column, justify="right")
    for row in rows:
        try:
            reader = row.make()
        except ImportError:
            found.add_row(row.name, "not installed")
            continue
        result = score(reader, track(given, row.name), values=row.values, lenient=row.lenient)
        found.add_row(row.name, *cells(row, result, whole=whole))
    return found


def show() -> None:
    """Print the tables."""
    for name, rows, given in (
        ("Dates", DATES, cases.dates()),
        ("Deadlines' days", DATES, cases.deadlines()),
        ("Numbers", NUMBERS, cases.numbers()),
    ):
        size = f"{len(given)} cases, {sum(len(case.expected) for case in given)} to be found"
        CONSOLE.print(
            table(f"{name}: {size}, {sum(not case.expected for case in given)} cases without any", rows, given)
        )
    CONSOLE.print(damage.table({"number cases": cases.numbers(), "date cases": cases.dates()}))


def _share(part: int, whole: int) -> str:
    """Rounded down, so that only all of them are 100%."""
    return f"{part}/{whole} {100 * part // whole}%" if whole else "–"


if __name__ == "__main__":
    show()
