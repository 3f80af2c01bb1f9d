"""The patterns of dates, made from `words.yaml`."""

import re
from pathlib import Path
from typing import Any

import yaml

from extractor.quantities.numbers import WORDS as NUMBER_WORDS
from extractor.quantities.numbers import bare
from extractor.text.patterns import any_of, pattern

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))


def _values(kind: str) -> dict[str, int]:
    return {bare(word): int(value) for value, words in WORDS[kind].items() for word in words}


def _choice(kind: str) -> str:
    return any_of(word for words in WORDS[kind].values() for word in words)


MONTHS, GREGORIAN_MONTHS = _values("months"), _values("gregorian_months")
YEARS, RELATIVE_MONTHS, WEEKS, DAYS = (_values(kind) for kind in ("years", "relative_months", "weeks", "days"))
SEASONS, QUARTERS = _values("seasons"), _values("quarters")
PARTS = {bare(word): part for part, words in WORDS["parts"].items() for word in words}
AMBIGUOUS = frozenset(WORDS["ambiguous"])

# Days in words: «سی‌ام», «بیست و پنجم», «اول».
_ORDINALS = {
    **NUMBER_WORDS["ordinals"],
    **{f"بیست~و~{word}": 20 + value for word, value in NUMBER_WORDS["ordinals"].items() if 1 <= value <= 9},
    "سی~و~یکم": 31,
}
ORDINALS = {bare(word): int(value) for word, value in _ORDINALS.items()}

MONTH_NAMES = _choice("months").replace("~", " ?")
_MONTH = f"(?P<month>{_choice('months')})"
_YEAR = r"1[34]\d\d"
_YEARS = _choice("years")
_PART = f"(?:(?P<part>{_choice('parts')})(?:~ی)?(?: ماه)? )"
_YEAR_REF = rf"(?:[ ،]*(?:(?:در |ماه )?سال )?(?P<year>{_YEAR})(?!\d|[/.-]\d)|~?،? ?(?:در )?(?P<year_word>{_YEARS}))"
_WEEKDAY = "(?:(?:روز )?(?:(?:یک|دو|سه|چهار|پنج)~شنبه|شنبه|جمعه)[ ،]+)"

NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<year>1[34]\d\d)(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d]|[/-]\d)"
)
ISO = re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?!\d|[/-]\d)")
MONTH_DATE = pattern(
    f"{_WEEKDAY}?{_PART}?(?:(?P<day>\\d{{1,2}})(?:~ا?م)? ?|(?P<ordinal>{any_of(_ORDINALS)}) )?(?:ماه )?{_MONTH}(?P<mah>~ماه)?{_YEAR_REF}?"
)
GREGORIAN = pattern(
    f"(?:(?P<day>\\d{{1,2}}) )?(?P<month>{_choice('gregorian_months')})(?: ماه)?[ ،]*(?:سال )?(?P<year>(?:19|20)\\d\\d)(?!\\d)(?: میلادی)?"
)
YEAR = pattern(
    f"{_PART}?(?:(?:(?P<season>{_choice('seasons')})|(?P<quarter>{_choice('quarters')}))~)?"
    rf"(?:سال(?:~های)? (?P<year>{_YEAR})(?!\d|[/.-]\d)|سال (?P<short>[89]\d|0\d)(?!\d|[/.,٬٫%]|~درصد)(?= ?[^\d ]|$)|(?P<year_word>{_YEARS}))"
)
SEASON_YEAR = pattern(f"{_PART}?(?P<season>{_choice('seasons')})(?: (?P<year>{_YEAR})(?!\\d))?")
PART_YEAR = pattern(f"{_PART}?(?:(?P<quarter>{_choice('quarters')}) )?(?P<year>{_YEAR})(?![\\d/.-])")
QUARTER = pattern(f"{_PART}?(?P<quarter>{_choice('quarters')})")
RELATIVE = pattern(
    f"(?P<day>{_choice('days')})|(?P<week>{_choice('weeks')})|{_PART}?(?P<month>{_choice('relative_months')})"
)
OCCASION = pattern("|".join(f"(?P<o{at}>{words})" for at, words in enumerate(WORDS["occasions"])) + "")
OCCASIONS: tuple[tuple[int, int, int, int], ...] = tuple(tuple(days) for days in WORDS["occasions"].values())
PLAIN_YEAR = pattern(f"{_PART}سال(?! (?:تحصیلی|زراعی|میلادی|آبی|مالی|های|\\d))")
LEADING = re.compile("(?:^|[^\\w])(?:در|از|تا|طی|برای|اوایل|اواخر) $")
NAME_BEFORE = re.compile(f"{any_of(WORDS['not_before_month'])} $")
NAME_AFTER = re.compile(f" {any_of(WORDS['not_after_month'])}")
