"""The patterns around a number, made from `units.yaml` and `comparators.yaml`."""

import re
from pathlib import Path
from typing import Any

import yaml

from corpus.schema import Comparator, Unit
from extractor.text.patterns import any_of, expression, pattern

_HERE = Path(__file__).parent
UNITS: dict[str, Any] = yaml.safe_load((_HERE / "units.yaml").read_text("utf-8"))
COMPARATORS: dict[str, Any] = yaml.safe_load((_HERE / "comparators.yaml").read_text("utf-8"))

# How many characters before a number its comparator, label and denominator words can reach.
REACH = 48


def _ending_at_number(words: str) -> re.Pattern[str]:
    """`words` up to the end of the text searched."""
    return re.compile(expression(f"{{start}}(?:{words})~", whole=False) + r"\Z")


def _alternatives(groups: dict[str, list[str]]) -> list[tuple[str, re.Pattern[str]]]:
    return [(name, _ending_at_number(any_of(words))) for name, words in groups.items()]


BEFORE: list[tuple[Comparator, re.Pattern[str]]] = _alternatives(COMPARATORS["before"])  # type: ignore[assignment]
AFTER: list[tuple[Comparator, re.Pattern[str]]] = [
    (name, re.compile(expression(f"~{any_of(words)}{{end}}", whole=False)))
    for name, words in COMPARATORS["after"].items()
]
NOT_BEFORE_FIGURE = _ending_at_number(any_of(COMPARATORS["not_before"]))
NOT_AFTER_FIGURE = re.compile(expression(f" {any_of(COMPARATORS['not_after'])}{{end}}", whole=False))
ONLY = _ending_at_number(any_of(COMPARATORS["only"]))
DENOMINATOR = _ending_at_number(any_of(COMPARATORS["denominator"]))
LABEL = _ending_at_number(any_of(UNITS["labels"]))
YEAR_LABEL = _ending_at_number(any_of(UNITS["year_labels"]))
# «بندهای ۲ و ۳»; a year ends the list («سال ۱۴۰۲ و ۳۰ خدمت»).
LABEL_LIST = _ending_at_number(rf"{any_of(UNITS['labels'])} (?:\d{{1,3}}(?: و |، ))+")

_POINTS = "واحد درصدی?|نقطه درصدی?|درصد واحد"
PERCENT = re.compile(
    expression(f"~(?P<points>{_POINTS})?(?(points)|(?:درصد(?:ی(?:~ها)?|~ها)?|%))(?:{{end}}|(?<=%))", whole=False)
)
IDIOM = re.compile(expression(f" ?{any_of(UNITS['idioms'])}", whole=False))

_BULK = f"(?P<bulk>{any_of(UNITS['bulk_classifiers'])})"
_CLASSIFIER = f"(?:(?:{any_of(UNITS['classifiers'])}|{_BULK})[ ،]*)?(?:{any_of(UNITS['of'])}[ ،]+)?"
_COMPANY = f"شرکت(?:~ها)?(?= {any_of(UNITS['public_company'])})"
_NOUN = "|".join([*(f"(?P<{unit}>{any_of(nouns)})" for unit, nouns in UNITS["units"].items()), _COMPANY])
COUNTED = re.compile(expression(f"~{_CLASSIFIER}(?P<noun>(?:{_NOUN}){{ending}}){{end}}", whole=False))
NOT_BEFORE: dict[str, re.Pattern[str]] = {
    unit: re.compile(expression(f" ?{any_of(words)}{{end}}", whole=False))
    for unit, words in UNITS["not_before"].items()
}
RANGE = re.compile(expression("~(?:درصد~|%~)?(?:تا|الی|-)~(?:سقف )?", whole=False))
NEXT_BODY = re.compile(expression(rf"(?:،| و) {any_of(UNITS['bodies'])}(?: [^\W\d_]+){{0,6}} ", whole=False))
BETWEEN = re.compile(expression(" (?:و|تا|الی) ", whole=False))
BETWEEN_BEFORE = _ending_at_number("بین|مابین|میان")
FROM_BEFORE = _ending_at_number("از")
# Between numbers of one unit: a list, a range, «از ۲۰ به ۳۰».
SHARED = re.compile(f" و |، ?|، و | به |{RANGE.pattern}")
WHOLES = any_of(UNITS["wholes"])
UNIT_NAMES: tuple[Unit, ...] = tuple(UNITS["units"])


def unit_of(match: re.Match[str]) -> Unit | None:
    """The unit whose noun `match` holds as a named group."""
    groups = match.groupdict()
    return next((name for name in UNIT_NAMES if groups.get(name)), None)


# Nouns left out: see `ellipsis`.
CLASSIFIED: dict[str, list[Unit]] = UNITS["classified"]
ELLIPSIS = re.compile(
    expression(f" {any_of([*CLASSIFIED, 'مورد'])}{{end}}(?! (?:از|{any_of(UNITS['of'])}) )", whole=False)
)
_NAMED = f"(?:{_NOUN}){{ending}}{{end}}"
WHOLE_NAMED = pattern(f"{any_of(UNITS['whole_named'])} (?:کل )?(?:این |عناوین |انواع )?{_NAMED}")
OF_THESE = pattern(any_of(UNITS["of_these"]))
REACHED = pattern(f"{any_of(UNITS['figures'])} {_NAMED}")
THIS_FIGURE = pattern(f"(?:این|همین) {any_of(UNITS['figures'])}")
SAID_OF_FIGURE = re.compile(expression(f" {any_of(UNITS['said_of_figure'])}{{end}}", whole=False))
