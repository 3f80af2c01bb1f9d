"""`dideban eval`: records against a gold file."""

from collections.abc import Iterator
from pathlib import Path

import click

from corpus.gold import confusion
from corpus.gold.model import Gold, Split
from corpus.gold.report import Report
from corpus.gold.score import score
from corpus.schema import Record
from dideban.cli import floors, goldwork
from dideban.cli.command import Command
from dideban.cli.faults import Fault
from dideban.cli.rules_alone import rules_alone_option

_FILE = click.Path(path_type=Path, dir_okay=False)
_SPLITS: tuple[Split, ...] = ("dev", "test")


@click.command(
    "eval",
    cls=Command,
    examples=(
        "dideban eval newsroom",
        "dideban eval prescriptions --rules-alone",
        "dideban eval gold.json --texts articles/ --verbose",
        "dideban eval gold.json --predicted records.jsonl",
        "dideban eval newsroom --floors tests/floors.json",
    ),
)
@click.argument("gold")
@click.option("--predicted", type=_FILE, help="Records, one a line; without it the gold's texts are read now.")
@click.option(
    "--texts",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the texts, where the gold has none inside.",
)
@click.option("--verbose", is_flag=True, help="Name every miss, wrong field and spurious record.")
@click.option("--floors", "floor_file", type=_FILE, help="End with 1 where a figure is below the one in this file.")
@rules_alone_option
def command(  # noqa: PLR0913 - the options of the command, each by its name
    *, gold: str, predicted: Path | None, texts: Path | None, verbose: bool, floor_file: Path | None, rules_alone: bool
) -> None:
    """Print precision, recall and F1 of records against GOLD: a gold file, `newsroom` or `prescriptions`.

    `newsroom` is the sample newsroom's gold, `prescriptions` that of ten articles about electronic prescription.

    core: subject, indicator and value agree. full: deadline, claimant, as_of, status and law too, where stated.
    Then which indicators were taken for one another, and the articles that were read worst.
    """
    name, wanted = goldwork.load(gold, texts)
    if floor_file or not predicted:
        goldwork.need_texts(wanted)
    records = goldwork.read_records(predicted) if predicted else goldwork.predict(wanted, rules_alone=rules_alone)
    reports = reports_of(wanted, records)
    for split, report in reports.items():
        for line in (*report.lines(verbose=verbose), *confusion.lines(report)):
            click.echo(f"{split}: {line}" if len(reports) > 1 else line)
    if floor_file:
        faults = floors.compare(floors.read(floor_file), name, reports)
        if faults:
            raise Fault("; ".join(faults))


def reports_of(gold: Gold, records: list[Record]) -> dict[str, Report]:
    """A report for each split that the gold has, and one for all of it."""
    return dict(_scored(gold, records))


def _scored(gold: Gold, records: list[Record]) -> Iterator[tuple[str, Report]]:
    for split in _SPLITS:
        part = gold.part(split)
        if part.documents:
            yield split, score(part, goldwork.of_documents(records, part, gold))
    yield "all", score(gold, records)
