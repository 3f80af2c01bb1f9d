"""How Persian writes numbers: patterns over folded text, made from `numbers.yaml`."""

import re
from pathlib import Path
from typing import Any

import yaml

from corpus.folding import fold_characters
from extractor.text.patterns import LETTER, any_of, expression

_DATA: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("numbers.yaml").read_text("utf-8"))
WORDS: dict[str, dict[str, float]] = _DATA
LISTS: dict[str, list[str]] = _DATA


def bare(word: str) -> str:
    """`word` folded, with no space in it: the key under which its value is kept."""
    return fold_characters(word).replace(" ", "").replace("~", "").replace("\u200c", "")


VALUES = {bare(word): value for kind in ("units", "teens", "tens", "hundreds") for word, value in WORDS[kind].items()}
SCALES = {bare(word): value for word, value in WORDS["scales"].items()}
PARTS = {bare(word): value for word, value in WORDS["parts"].items()}

_AND = "~و~"
_JOINED = any_of(LISTS["joined_on"])
# Groups of three digits; one group after a dot is a decimal.
DIGITS = r"(?:\d{1,3}(?:(?:[٬,،']\d{3})+|(?:\.\d{3}){2,})(?![\d])|\d+)(?:[.٫/]\d+)?"
_UNIT, _TEEN, _TENS, _HUNDRED, _SCALE, _PART = (
    any_of(WORDS[kind]) for kind in ("units", "teens", "tens", "hundreds", "scales", "parts")
)
# «سیم», «سهم», «صدام» and «دوام» are words of their own.
_ORDINAL = rf"(?:(?<!سی)(?<!سه)م(?:ین)?|(?:(?<=سی)|(?<=\d))~?ام(?:ین)?|(?:(?<!سی)~| )مین)(?!{LETTER})"
# Where a number word may end: at no letter, or where another part of the number or its unit is joined on.
_END = f"(?:(?!{LETTER})|(?=~?(?:{_SCALE}|درصد|برابر|و~?نیم|{_PART}(?!{LETTER})|{_JOINED}))|(?={_ORDINAL}))"
_THREE = f"سو(?=م(?:ین)?(?!{LETTER}))"
# «سیزده» before «سی».
# «پنجاه و یک دهم» is 50.1.
_NO_TENTH = f"(?!(?!چهاردهم){_UNIT}~دهم(?!{LETTER}))"
_BELOW_100 = f"(?:{_TEEN}|{_TENS}(?:{_AND}{_NO_TENTH}(?:{_UNIT}|{_THREE}){_END})?|{_UNIT}|{_THREE})"
_WORDS = f"(?:{_HUNDRED}(?:{_AND}{_NO_TENTH}{_BELOW_100}{_END})?|{_BELOW_100})"
_DECIMAL = f"(?:{_AND}|~ممیز~)(?P<tenths>\\d{{1,3}}|{_BELOW_100})~(?P<of>دهم|صدم|هزارم)(?!{LETTER})"
_POINT = rf"~ممیز~(?P<point>\d{{1,3}}|{_BELOW_100}{_END})(?!\d)"

# One term of a number: what is below a thousand, its decimals, its scales. All of it may be missing.
TERM = re.compile(
    expression(
        f"(?:(?P<digits>{DIGITS})|(?P<words>{_WORDS}){_END}|(?P<half>نیم){_END})?"
        f"(?:{_DECIMAL}|{_POINT}|(?P<and_half>{_AND}نیم(?!{LETTER})))?"
        f"(?P<scales>(?:~{_SCALE}(?:(?!{LETTER})|(?=~?(?:{_SCALE}|درصد|و~|برابر|{_JOINED}))|(?={_ORDINAL}))){{0,3}})",
        whole=False,
    )
)
AND = re.compile(expression(_AND, whole=False))
# «۵ میلیون ۹۸۵ هزار», «۷۸۱ هزار ۷۹۵».
SPACE = re.compile(" (?=[0-9]{1,3} ?(?:هزار|میلیون))|(?<=[0-9] هزار) (?=[0-9]{3}(?![0-9]))")
ATOM = re.compile(expression(f"{_HUNDRED}|{_TEEN}|{_TENS}|{_UNIT}|سو", whole=False))
SCALE = re.compile(expression(_SCALE, whole=False))
ORDINAL = re.compile(expression(_ORDINAL, whole=False))
PART = re.compile(expression(f"~(?P<part>{_PART})(?!{LETTER})", whole=False))
HALVES_NOT = re.compile(expression(f"~{any_of(LISTS['not_halved'])}(?!{LETTER})", whole=False))
# «یک هزارم», before it is taken for the thousandth; «بیست و پنج صدم».
FRACTION = re.compile(
    expression(
        rf"(?!چهاردهم)(?P<top>{_UNIT}|{_TEEN}|\d{{1,3}}|{_TENS}(?:{_AND}{_UNIT})?(?= ?(?:صدم|هزارم)))"
        rf"~(?P<part>{_PART})(?!{LETTER})",
        whole=False,
    )
)
HUNDREDTHS = re.compile(expression(f"صدم~{any_of(LISTS['hundredths_of'])}", whole=False))
MULTIPLE = re.compile(
    expression(f"~برابر(?:ی|~?ها)?(?!{LETTER})(?! {any_of(LISTS['multiple_not_before'])}(?!{LETTER}))", whole=False)
)
HALF_OF_WORD = re.compile(expression(f"~{any_of(LISTS['half_not_before'])}(?!{LETTER})", whole=False))
# What makes of a number something else: «ده‌ها», «سه‌شنبه», «بیست و چند».
SPOILT = re.compile(
    expression(
        f"~?ها(?:~?ی|~?یی)?(?!{LETTER})|ان(?!{LETTER})|~{any_of(LISTS['not_before'])}(?!{LETTER})"
        f"|{_AND}{any_of(LISTS['vague_after'])}(?:~{_SCALE})*(?!{LETTER})",
        whole=False,
    )
)
NINE = re.compile(expression(f"~{any_of(LISTS['nine_before'])}(?!{LETTER})", whole=False))
HALF = re.compile(expression(f"~(?:{any_of(LISTS['half_before'])}|(?:تا|الی))(?!{LETTER})", whole=False))
FIRST_NOT_BEFORE = re.compile(expression(f"~{any_of(LISTS['first_not_before'])}(?!{LETTER})", whole=False))

# What stands before and after a word that is a number only beside others.
HOMONYMS: dict[str, tuple[frozenset[str], re.Pattern[str] | None]] = {
    bare(word): (
        frozenset(map(bare, around["after"])),
        re.compile(expression(f"~(?:{'|'.join(around['before'])})(?!{LETTER})", whole=False))
        if around["before"]
        else None,
    )
    for word, around in _DATA["homonyms"].items()
}
# «نه خدمت داد نه پاسخ»: another «نه» near makes of this one «neither».
NEITHER = re.compile(r"[^.؟!؛:\n]{0,60}?(?<!\w)نه (?!تنها)")

# Hours of the day in words.
SPELT = expression(f"(?:{_TEEN}|{_UNIT})(?!{LETTER})", whole=False)

# All words that a number, of whichever kind, begins with.
BEGINNINGS = sorted(
    {
        *VALUES,
        *SCALES,
        *map(bare, LISTS["halves"]),
        *map(bare, LISTS["first"]),
        "نیم",
        "سو",
    }
)
