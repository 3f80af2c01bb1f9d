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
_COUNTS = [
    *(str(number) for number in range(2, 12)),
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
]
_MONTH = f"(?P<month>{_choice('months')})"
_YEAR = r"(?P<year>1[34]\d\d)(?!\d|[/.-]\d)"
_YEAR_WORD = f"(?P<year_word>{_choice('years')})"
_PART = f"(?:(?P<part>{_choice('parts')})(?:~ی)?(?: ماه)? )?"
_SEASON = f"(?P<season>{_choice('seasons')})"
_HALF = f"(?P<half>{any_of(WORDS['parts']['first_half'] + WORDS['parts']['second_half'])})"
_QUARTER = f"(?P<quarter>{_choice('quarters')})"
# «۹ ماهه امسال», «یازده ماه نخست سال ۱۴۰۲».
_MONTHS_OF = rf"(?P<months>{any_of(_COUNTS)})~ماه(?:ه)?(?: (?:نخست|اول|ابتدایی|گذشته))?"
_WEEKDAYS = ("شنبه", "یک~شنبه", "دو~شنبه", "سه~شنبه", "چهار~شنبه", "پنج~شنبه", "جمعه")
_WEEKDAY = f"(?:(?:روز )?{any_of(_WEEKDAYS)}[ ،]+)?"
_DAY = rf"(?:(?P<day>\d{{1,2}})(?:~ا?م)? ?|(?P<ordinal>{any_of(_ORDINALS)}) )?"
# «۹۹» is a year after «سال» alone, and no number of something.
_SHORT = r"سال (?P<short>[89]\d|0\d)(?!\d|[/.,٬٫%]|~درصد)(?= ?[^\d ]|$)"
_GREGORIAN_MONTH = f"(?P<month>{_choice('gregorian_months')})(?: ماه)?"
_GREGORIAN_YEAR = r"(?:سال )?(?P<year>(?:19|20)\d\d)(?!\d)(?: میلادی)?"
_NUMBERS = r"(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d|[/-]\d)"

NUMERIC = re.compile(rf"(?<![\d/.-])(?P<year>1[34]\d\d)(?P<sign>[/.-]){_NUMBERS}")
# «۱۱/۶/۱۳۹۳» and, after a word for it, «۹۵/۱۱/۱۰».
BACKWARDS = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sign>[/-])(?P<month>\d{1,2})(?P=sign)(?P<year>1[34]\d\d)(?![\d/-])"
)
SHORT = re.compile(r"(?:(?<=مورخ )|(?<=مصوب )|(?<=تاریخ ))(?P<year>[6-9]\d)(?P<sign>/)" + _NUMBERS)
ISO = re.compile(rf"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<sign>[/-]){_NUMBERS}")
GREGORIAN = pattern(rf"(?P<day>\d{{1,2}}) {_GREGORIAN_MONTH}[ ،]*{_GREGORIAN_YEAR}")
MONTH_DATE = pattern(
    f"{_WEEKDAY}{_PART}{_DAY}(?:ماه )?{_MONTH}(?P<mah>~ماه)?"
    f"(?:[ ،]*(?:(?:در |ماه )?سال )?{_YEAR}|~?،? ?(?:در )?{_YEAR_WORD})?"
)
YEAR = pattern(
    f"{_PART}(?:(?:{_SEASON}|{_QUARTER}|{_MONTHS_OF}|{_HALF})~)?"
    f"(?:(?:سال(?:~های)?|افق(?: سال)?) {_YEAR}|{_SHORT}|{_YEAR_WORD})"
)
SEASON_YEAR = pattern(f"{_PART}{_SEASON}(?: {_YEAR})?")
PART_YEAR = pattern(f"{_PART}(?:{_QUARTER} )?{_YEAR}")
QUARTER = pattern(f"{_PART}{_QUARTER}")
PLAIN_YEAR = pattern(
    rf"(?P<part>{_choice('parts')})(?:~ی)? سال(?!~های| (?:تحصیلی|زراعی|میلادی|آبی|مالی|\d|{any_of(_ORDINALS)}))"
)
# «سال‌های ۱۴۰۱ و ۱۴۰۲».
LATER_YEAR = pattern(r"سال~های 1[34]\d\d (?:و|تا|الی) (?P<later>1[34]\d\d)(?!\d)")
PERIODS = (YEAR, PART_YEAR, SEASON_YEAR, QUARTER, PLAIN_YEAR)
RELATIVE = pattern(
    f"(?P<day>{_choice('days')})"
    f"|(?:(?:روز )?(?P<weekday>{any_of(_WEEKDAYS)}) )?(?P<week>{_choice('weeks')})"
    f"|{_PART}(?P<month>{_choice('relative_months')})"
)
_OCCASION = "|".join(f"(?P<o{at}>{words})" for at, words in enumerate(WORDS["occasions"]))
OCCASION = pattern(f"(?:{_OCCASION})(?: (?:سال )?{_YEAR}| {_YEAR_WORD})?")
OCCASIONS: tuple[tuple[int, int, int, int], ...] = tuple(tuple(days) for days in WORDS["occasions"].values())

UNITS_OF_TIME: dict[str, str] = WORDS["units_of_time"]
WEEKDAYS = {bare(word): at for at, word in enumerate(_WEEKDAYS)}
COUNTS = {word: 2 + at % 10 for at, word in enumerate(_COUNTS)}
COUNTED = re.compile(rf"(?:\d|(?:^|\W)(?:یک|چند|{any_of(_COUNTS[10:])})) \Z")
AHEAD = pattern(rf"(?P<unit>{any_of(WORDS['units_of_time'])}) {any_of(WORDS['ahead'])}")
LEADING = re.compile(r"(?:^|\W)(?:در|از|تا|طی|برای|اوایل|اواخر) $")
NAME_BEFORE = re.compile(rf"(?:^|\W){any_of(WORDS['not_before_month'])} $")
NAME_AFTER = re.compile(rf" {any_of(WORDS['not_after_month'])}(?!\w)")
