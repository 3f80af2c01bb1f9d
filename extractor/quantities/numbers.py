"""Cardinal numbers in folded text: in digits, in words, or both («۲ هزار و ۲۳۸», «بیست و پنج», «۱/۵ میلیون»).

Found is what stands as a number of its own. Digits that belong to a date, a time, a telephone number, a code or a
Latin word are no numbers; nor are ordinals, «ده‌ها», «صدها» and «هزاران».
"""

import re
from pathlib import Path

import yaml

from corpus.folding import fold_characters
from extractor.annotations import Number
from extractor.text.patterns import LETTER, any_of, expression

WORDS: dict[str, dict[str, float]] = yaml.safe_load(Path(__file__).with_name("numbers.yaml").read_text("utf-8"))


def bare(word: str) -> str:
    """`word` folded, with no space in it: the key under which its value is kept."""
    return fold_characters(word).replace(" ", "").replace("~", "")


_VALUES = {bare(word): value for kind in ("units", "teens", "tens", "hundreds") for word, value in WORDS[kind].items()}
_SCALES = {bare(word): value for word, value in WORDS["scales"].items()}

_AND = "~و~"
_DIGITS = r"(?:\d{1,3}(?:[٬,،']\d{3})+(?!\d)|\d+)(?:[.٫/]\d+)?"
_UNIT, _TEEN, _TENS, _HUNDRED, _SCALE = (
    any_of(WORDS[kind]) for kind in ("units", "teens", "tens", "hundreds", "scales")
)
# «سیزده» before «سی».
_BELOW_100 = f"(?:{_TEEN}|{_TENS}(?:{_AND}{_UNIT})?|{_UNIT})"
_WORDS = f"(?:{_HUNDRED}(?:{_AND}{_BELOW_100})?|{_BELOW_100})"
_END = f"(?!{LETTER})"
_ATOM = f"(?:{_DIGITS}|{_WORDS})(?:{_AND}نیم{_END})?"
_SCALED = f"(?:{_ATOM}|نیم)(?:~{_SCALE}(?!{LETTER}|~ها)){{1,2}}"
_REST = f"(?:{_AND}{_SCALED})*(?:{_AND}(?:{_DIGITS}|(?:{_WORDS}|نیم){_END}))?"
_LONG = f"(?:{_SCALED}|هزار(?:~{_SCALE})?(?!{LETTER}|~ها)){_REST}"
# Dates, times, telephone numbers, versions, section numbers, Latin words with digits.
_OTHER = (
    r"\d+[/.-]\d+[/.-]\d[\d/.-]*|\d{1,2}:\d\d(?::\d\d)?|0\d[\d-]*|\d{3,}-\d{3,}[\d-]*"
    r"|[A-Za-z_][\w.]*\d[\w.]*|\d+[A-Za-z_]\w*"
)
_TOKEN = re.compile(
    rf"(?=[\dA-Za-zبپتچدسشصمنهی])(?:(?P<other>(?<![\dA-Za-z])(?:{_OTHER}))"
    rf"|(?<![\dA-Za-z_])(?:(?<!{LETTER})|(?=\d))(?P<number>"
    + expression(f"{_LONG}|{_DIGITS}(?:{_AND}نیم{_END})?|(?:{_ATOM}|نیم(?=~درصد)){_END}", whole=False)
    + "))"
)
_TERM = re.compile(expression(f"(?:{_AND})?(?P<atom>{_ATOM}|نیم)?(?P<scales>(?:~{_SCALE})*)", whole=False))
_WORD = re.compile(expression(f"{_DIGITS}|{_HUNDRED}|{_TEEN}|{_TENS}|{_UNIT}|نیم", whole=False))
_SCALE_WORD = re.compile(expression(_SCALE, whole=False))
# «۵مین», «سی‌ام», «۵ام», «ده‌ها», «صدها», «سه‌شنبه».
_NO_CARDINAL = re.compile(rf" ?(?:ا?م(?:ین)?|ها(?: ?ی| ?یی)?|ان)(?!{LETTER})| ?شنبه")
_GROUPED = re.compile(r"[٬,،'](?=\d{3})")


def find_numbers(folded: str) -> list[Number]:
    """All cardinal numbers, in order, none overlapping; «۱۲/۵» is 12.5, as Persian print has it."""
    found = []
    at = 0
    while match := _TOKEN.search(folded, at):
        at = match.end()
        if match["number"] is None:
            continue
        number = _read(folded, match.start(), match.end())
        if number is not None:
            found.append(number)
            at = number.end
    return found


def last_scale(text: str) -> float:
    """The scale that a number ends with: 1,000 for «۳ هزار», 1 for «۳»."""
    words = _SCALE_WORD.findall(text)
    return _SCALES[bare(words[-1])] if words and text.endswith(words[-1]) else 1.0


def _read(folded: str, start: int, end: int) -> Number | None:
    """The number in `folded[start:end]`, or that part of it in which the scales descend."""
    total, above, at = 0.0, float("inf"), start
    while at < end and (term := _TERM.match(folded, at, end)) and term.end() > at:
        scale = 1.0
        for word in _SCALE_WORD.findall(term["scales"]):
            scale *= _SCALES[bare(word)]
        value = (_atom(term["atom"]) if term["atom"] else 1.0) * scale
        if term["atom"] == "نیم" and scale == 1.0 and above < float("inf"):
            # «سه میلیون و نیم».
            value = above / 2
        if value >= above:
            break
        total, above, at = total + value, scale, term.end()
    if at == start or _NO_CARDINAL.match(folded, at):
        return None
    return Number(start, at, round(total, 6))


def _atom(text: str) -> float:
    """The value of a number below a thousand in words, or of one in digits, with its half."""
    total = 0.0
    for word in _WORD.findall(text):
        if word[0].isdigit():
            total += float(_GROUPED.sub("", word).replace("٫", ".").replace("/", "."))
        else:
            total += 0.5 if word == "نیم" else _VALUES[bare(word)]
    return total
