"""The forms that dates are written in, as patterns over folded text, each to be matched where a date may begin.

`scan` finds those places; what a match means is read by `figures`, `months`, `foreign`, `years`, `named`, `relative`
and `durations`.
"""

import re

from extractor.dates.blocks import (
    AGO,
    CALENDAR,
    COUNTED,
    DAY,
    GUARD,
    MONTH_NAME,
    NEAR_WORD,
    NOT_COUNTED,
    OF_YEAR,
    PART,
    PIECE,
    SHORT_YEAR,
    STATED_YEAR,
    TO,
    WEEKDAY_BEFORE,
    WEEKDAY_NAME,
    YEAR_IN_WORDS,
    YEAR_WORD,
)
from extractor.dates.words import CARDINAL, ORDINAL, WORDS, choice
from extractor.text.patterns import any_of, expression, pattern


def _named(months: str, year: str, before: str = "ماه(?:~های)?") -> re.Pattern[str]:
    """A day, a part or the whole of a month of `months`, with what may tell the year."""
    name = MONTH_NAME.replace("{months}", choice(months)).replace("{before}", before)
    days = rf"(?:(?P<from>{DAY}) ?{TO} ?(?={DAY}))?(?:(?P<day>{DAY}) ?)?"
    return pattern(rf"{WEEKDAY_BEFORE}{PART}{PIECE}{days}{name}(?:{year}| {NEAR_WORD})?{CALENDAR}")


def _inside(source: str) -> re.Pattern[str]:
    """A form whose end may be any, for another follows it."""
    return re.compile(expression(source, whole=False))


NUMERIC = pattern(
    rf"{WEEKDAY_BEFORE}(?P<first>\d{{4}}|\d{{1,2}})(?P<sign> ?/ ?|[.-])(?P<second>\d{{1,2}})(?P=sign)"
    r"(?P<third>\d{4}|\d{1,2})(?!\d|[/.-]\d)"
)
SHORT = pattern(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?!\d|[/.-]\d)")
MONTH = _named(
    "months",
    rf"[ ،]*{OF_YEAR}(?:{STATED_YEAR}|{SHORT_YEAR}|{YEAR_IN_WORDS})|~?،? ?(?:در |از )?{YEAR_WORD}"
    rf"| (?P<years_ago>{AGO})",
)
GREGORIAN = _named("gregorian_months", rf"[ ،]*{OF_YEAR}(?P<year>(?:19|20)\d\d){GUARD}|~?،? ?{YEAR_WORD}")
LUNAR = _named("lunar_months", rf"[ ،]*{OF_YEAR}{STATED_YEAR}|~?،? ?{YEAR_WORD}", before="ماه(?: مبارک)?")

_WHICH = rf"{choice('first_months')}|{choice('last_months')}|{choice('later_months')}|گذشته|سپری شده"
_SEASON = rf"(?P<season_word>فصل )?(?P<season>{choice('seasons')})|فصل (?P<numbered>{choice('season_numbers')})"
_MONTHS = rf"(?P<count>\d{{1,2}}|{CARDINAL})~ماه(?P<he>~?ه)?(?: (?P<which>{_WHICH}))?"
_HALF = rf"(?P<half>{choice('halves')})|(?P<piece>{choice('pieces')})"
# «سه‌ماهه نخست», «۹ ماه», «فصل دوم», «نیم‌سال اول», «پاییز»: then the year follows.
YEAR_HEAD = _inside(rf"{{start}}{PART}(?:(?:{_SEASON}|{_MONTHS}|{_HALF}){{end}}(?: از)?)?[ ،]*")
_TENS = rf"(?P<tens>(?:پنجاه|شصت|هفتاد|هشتاد|نود)(?:~و~{CARDINAL})?{{end}}{NOT_COUNTED})"
_SHORT = rf"(?P<short>(?:[4-9]\d|0\d){NOT_COUNTED})"
_FULL = rf"{STATED_YEAR}|{_SHORT}|{YEAR_IN_WORDS}|{_TENS}|(?P<gregorian>(?:19|20)\d\d){GUARD}"
_NO_YEAR = rf"~های?| ?(?:{any_of(WORDS['other_years'])}{{end}}|{ORDINAL})"
YEAR_TAIL = _inside(
    rf"(?:(?:سال(?P<plural>~های)?|افق(?: سال)?) (?:{_FULL})"
    rf"|(?P<bare>1[34]\d\d){GUARD}|(?P<bare_gregorian>20\d\d){GUARD}|(?P<years_ago>{AGO})"
    rf"|سال میلادی (?P<milady>{choice('near')})|{YEAR_WORD}"
    rf"|(?P<plain>سال)(?!{_NO_YEAR})|{NEAR_WORD}){{end}}(?P<calendar>{CALENDAR}){{end}}"
)
# «سال‌های ۱۴۰۱ و ۱۴۰۲», «سال ۱۴۰۰ تا ۱۴۰۲».
YEAR_MORE = _inside(
    rf"(?: ?{TO} ?| و |، )(?P<year>1[34]\d\d{GUARD}|(?:[4-9]\d|0\d)(?:{NOT_COUNTED}))(?!~{COUNTED}{{end}})"
)
DECADE = pattern(rf"{PART}دهه (?P<decade>(?:1[34]|19|20)\d0|\d0|{any_of(WORDS['decades'])})(?P<milady> میلادی)?")

_OCCASION = "|".join(f"(?P<o{at}>{any_of(each['words'])})" for at, each in enumerate(WORDS["occasions"]))
OCCASION = pattern(rf"{PART}(?:{_OCCASION})(?:(?: سال)? {STATED_YEAR}|~?،? ?{YEAR_WORD}| {NEAR_WORD})?")
PROGRAMME = pattern(rf"{PART}برنامه (?:پنج~ساله )?(?P<name>{any_of(WORDS['programmes'])})")

RELATIVE_DAY = pattern(f"{PART}(?P<day>{choice('days')})")
_WEEKDAY = rf"(?P<weekday>(?:روزهای |روز )?{WEEKDAY_NAME})"
WEEK = pattern(rf"(?:{_WEEKDAY} |{PART})(?:(?P<week>{choice('weeks')})|(?P<plain>هفته))(?!~ها)")
WEEKDAY = pattern(rf"{_WEEKDAY}(?:(?: ?شب)? (?P<near>گذشته|آینده|آتی|قبل(?! از )|پیش رو|بعد(?! از )))?")
# «روزهای شنبه و دوشنبه» are of every week, unless a week is named.
WEEKDAYS_LIST = pattern(
    rf"روزهای {WEEKDAY_NAME}(?:(?:،| و|، و| تا) (?:روز )?{WEEKDAY_NAME})*(?P<week> {choice('weeks')})?"
)
_DAY_OF = rf"(?P<day>\d{{1,2}} ?ا?م{{end}}|{ORDINAL}|\d{{1,2}}(?= (?:ماه جاری|همین|این)))"
_ANY_MONTH = "|".join(choice(kind) for kind in ("months", "lunar_months", "gregorian_months"))
_PLAIN_MONTH = rf"(?P<plain>ماه)(?! (?:{_ANY_MONTH}|عسل|{ORDINAL}){{end}})"
RELATIVE_MONTH = pattern(
    rf"{PART}{PIECE}(?:{_DAY_OF} )?(?:(?P<month>{choice('relative_months')})(?!~ها)|{_PLAIN_MONTH})"
)
DURATION = pattern(
    rf"(?P<count>\d{{1,3}}|{CARDINAL})~(?P<unit>{any_of(WORDS['units_of_time'])}){{end}}(?P<half> و نیم{{end}})?"
    rf"(?: (?:(?P<ahead>{choice('ahead')})|(?P<ago>{choice('ago')})|(?P<back>{choice('back')})))?"
)
