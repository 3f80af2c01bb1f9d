"""The words around a number: sets for what is before, patterns for after.

They are those of `units.yaml` and `comparators.yaml`, and the nouns that the registry's programmes add.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from corpus.registry import load
from corpus.schema import Comparator, Unit
from extractor.quantities.grammar import LISTS, WORDS, bare
from extractor.text.patterns import LETTER, any_of, expression, pattern

_HERE = Path(__file__).parent
UNITS: dict[str, Any] = yaml.safe_load((_HERE / "units.yaml").read_text("utf-8"))
for _programme in load().programmes:
    for _unit, _nouns in _programme.units.items():
        UNITS["units"][_unit] = [*UNITS["units"].get(_unit, []), *_nouns]
COMPARATORS: dict[str, Any] = yaml.safe_load((_HERE / "comparators.yaml").read_text("utf-8"))


def keys(words: Iterable[str]) -> frozenset[str]:
    """`words` as keys for `before.Lead`."""
    return frozenset(map(bare, words))


def after(source: str) -> re.Pattern[str]:
    """A pattern for what follows a place."""
    return re.compile(expression(source, whole=False))


# «none» holds words that only look like a comparator («آینده نزدیک»).
BEFORE: dict[str, Comparator | None] = {
    bare(word): None if name == "none" else name for name, words in COMPARATORS["before"].items() for word in words
}
AFTER: list[tuple[Comparator, re.Pattern[str]]] = [
    (name, after(f"~{any_of(words)}{{end}}")) for name, words in COMPARATORS["after"].items()
]
# (words before, pattern after, comparator, whether what follows is part of the figure).
AROUND: list[tuple[dict[str, bool], re.Pattern[str], Comparator, bool]] = [
    (dict.fromkeys(keys(one["before"]), True), after(f" {any_of(one['after'])}{{end}}"), one["comparator"], inside)
    for kind, inside in (("around", True), ("passed", False))
    for one in COMPARATORS[kind]
]
NOT_BEFORE_FIGURE = keys(COMPARATORS["not_before"])
NOT_AFTER_FIGURE = after(f" {any_of(COMPARATORS['not_after'])}{{end}}")
ONLY = keys(COMPARATORS["only"])
DENOMINATOR = keys(COMPARATORS["denominator"])
LABEL = keys(UNITS["labels"])
LABEL_OF_PERSONS = keys(UNITS["labels_of_persons"])
DETERMINERS = keys(UNITS["determiners"])
PER = keys(UNITS["per"])
CALLED = keys(UNITS["called"])
SHORT_CODES = frozenset(map(float, UNITS["short_codes"]))
RANK = keys(UNITS["rank"])
NO_RANK = after(f"~{any_of(UNITS['no_rank'])}(?!{LETTER})")
PAST_BETWEEN = pattern(any_of(UNITS["past_between"]))
YEAR_LABEL = keys(UNITS["year_labels"])
LABELS = LABEL | YEAR_LABEL
BETWEEN_BEFORE = keys(["بین", "مابین", "میان", "ما بین"])
FROM = frozenset({"از"})

_POINTS = "(?:واحد|نقطه)~-?~درصدی?"
PERCENT = after(f"~(?:(?P<points>{_POINTS})|در ?صد(?:ی(?:~ها)?|~ها)?|%)(?:{{end}}|(?<=%))")
# «یک درصد و نیم», but «۳۰ درصد و نیم میلیون نفر».
AND_HALF = after(f" و~نیم{{end}}(?!~(?:دیگر|{any_of(LISTS['half_before'])}|{any_of(WORDS['scales'])}))")
# «صد در صد».
HUNDRED_OF = after("~در~(?:صدی?|100){end}")
IDIOM = after(f" ?{any_of(UNITS['idioms'])}")
DOUBT = after(f" {any_of(UNITS['doubts'])}")

_BULK = f"(?P<bulk>{any_of(UNITS['bulk_classifiers'])})"
_CLASSIFIER = f"(?:(?:{any_of(UNITS['classifiers'])}|{_BULK})[ ،]*)?(?:{any_of(UNITS['of'])}[ ،]+)?«?"
_COMPANY = f"شرکت(?:~ها)?(?= {any_of(UNITS['public_company'])})"
NOUN = "|".join([*(f"(?P<{unit}>{any_of(nouns)})" for unit, nouns in UNITS["units"].items()), _COMPANY])
COUNTED = after(f"~{_CLASSIFIER}(?P<noun>(?:{NOUN}){{ending}}){{end}}")
# The first two letters of all that `COUNTED` can begin with: a quick no for the rest.
COUNTED_BEGINNINGS = frozenset(
    word.lstrip("(?:")[:2]
    for words in (UNITS["classifiers"], UNITS["bulk_classifiers"], UNITS["of"], *UNITS["units"].values(), ["شرکت"])
    for word in words
)
NOT_BEFORE: list[tuple[str, re.Pattern[str]]] = [
    (noun, after(f" ?{any_of(words)}{{end}}")) for noun, words in UNITS["not_before"].items()
]
_QUALIFIER = any_of([*COMPARATORS["signs"], *(word for words in COMPARATORS["before"].values() for word in words)])
_QUALIFIED = f"(?:{_QUALIFIER}~){{0,2}}"
RANGE = after(f"~(?:درصد~|%~)?(?:تا|الی|لغایت|-)~(?:سقف ?)?{_QUALIFIED}")
# What a name takes up between two figures of a list: «نفت ۲۵، وزارت نیرو ۳۰ و وزارت کشور ۴۰ درصد».
NEXT_BODY = after(rf"(?:،| و) {any_of(UNITS['bodies'])}(?: [^\W\d_]+){{0,6}} ")
# A name of one to three words, where at least three figures go so: «تهران ۱۸، البرز ۱۵ و قزوین ۱۱ درصد».
NEXT_NAME = after(r"(?:،| و) (?:[^\W\d_]+ ){1,3}")
BETWEEN = after(f" (?:و|تا|الی) {_QUALIFIED}")
# Between numbers of one unit: a list, a range, «از ۲۰ به ۳۰».
SHARED = re.compile(
    f"{expression(f'(?: و | ?، ?| ?، و | به | یا | در برابر | در مقابل ){_QUALIFIED}', whole=False)}|{RANGE.pattern}"
)
# Between the last two of a list there is more than a comma: «لایه یک، ۳ درصد» is none.
COMMA = re.compile(" ?، ?")
SIGNS = {bare(word): float(sign) for word, sign in COMPARATORS["signs"].items()}
OF_THE_VERB = pattern(any_of(COMPARATORS["of_the_verb"]))
# The whole that a fraction is a part of.
HALF_OF = after(f" از (?!{any_of(UNITS['no_wholes'])}{{end}})(?:{LETTER}|[0-9])")
FRACTION_OF = after(f"(?: از)? (?!{any_of(UNITS['no_wholes'])}{{end}}){LETTER}")
# «یک‌سوم و دولت دوسوم هزینه‌ها»: what may stand between fractions of one whole.
SHARES_WHOLE = after(r"(?: و|،| تا| یا)(?: [^\W\d_]+){0,2} ")
ADJECTIVAL = keys(UNITS["adjectival"])
UNIT_NAMES: tuple[Unit, ...] = tuple(UNITS["units"])


def unit_of(match: re.Match[str]) -> Unit | None:
    """The unit whose noun `match` holds as a named group."""
    groups = match.groupdict()
    return next((name for name in UNIT_NAMES if groups.get(name)), None)


# Of machines made, sold or seized the sentence need not say again what they are: «از ۳۲۴۴ دستگاه به ۱۹۹۴ دستگاه رسید».
_SOLD = any_of(UNITS["goods_after"])
GOODS_BEFORE = pattern(f"{any_of(UNITS['goods_before'])}{{ending}}|دستگاه(?: [^\\W\\d_]+){{0,2}} {_SOLD}")
GOODS_AFTER = after(f"(?: [^\\W\\d_]+){{0,2}} {_SOLD}{{end}}")
VEHICLE = pattern(UNITS["not_before"]["دستگاه"][0] + "(?:~ها)?(?:~?ی)?")
OF_THE_NOUN = pattern(any_of(UNITS["of_the_noun"]))
