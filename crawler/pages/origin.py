"""Who published an article first, by its own words: «به نقل از …», «به گزارش …», an aggregator's date line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from corpus.folding import fold_characters

_NEWSROOMS = Path(__file__).with_name("newsrooms.yaml")
# A source is named where an article begins; later «به نقل از» gives somebody's words, not the article's origin.
_FIRST_PARAGRAPHS = 3
_OPENING = 220
_LABEL = re.compile(r"منبع(?: خبر)?\s*[:؛]\s*")
_GAP = r"[\s\u200c]+"
_CUES = {cue: re.compile(cue.replace(" ", _GAP) + _GAP) for cue in ("به نقل از", "به گزارش")}
_OFFICE = r"(?:خبرگزاری|خبرنگار|پایگاه خبری|پایگاه اطلاع رسانی|وب سایت|وبسایت|سایت|روزنامه|شبکه خبری)"
_WEEKDAY = r"(?:(?:یک|دو|سه|چهار|پنج)?[\s\u200c]?شنبه|جمعه)"
# A month, not the agency: «به گزارش مهر ماه», «مهر ۱۴۰۲».
_NO_MONTH = r"(?!\s*(?:ماه|سال|\d))"
# After an ambiguous name that stands alone the clause must end: «به گزارش مهر، …», but not «به نقل از میزان تولید …».
_CLAUSE_ENDS = r"(?=\s*(?:[،,:؛.()«»\]\[/-]|$|نوشت|به نقل|از قول))"


@dataclass(frozen=True)
class _Newsroom:
    code: str
    name: re.Pattern[str]


@cache
def _newsrooms() -> tuple[_Newsroom, ...]:
    loaded = yaml.safe_load(_NEWSROOMS.read_text(encoding="utf-8"))
    return tuple(_Newsroom(one["code"], _pattern(one["names"], one.get("ambiguous", False))) for one in loaded)


def _pattern(names: Sequence[str], ambiguous: bool) -> re.Pattern[str]:
    # The longest name first, so that «خبرگزاری صداوسیما» is not cut to «صداوسیما».
    ordered = sorted((re.sub("[ \u200c]", "~", fold_characters(name)) for name in names), key=len, reverse=True)
    name = "|".join(re.escape(one).replace(r"\~", "~").replace("~", r"[\s\u200c]?") for one in ordered)
    office = rf"[^\n،,:؛.]{{0,50}}?{_OFFICE}{_GAP}"
    if not ambiguous:
        return re.compile(rf"(?:{office})??(?P<name>{name})(?!\w)")
    return re.compile(rf"{office}(?P<name>{name})(?!\w){_NO_MONTH}|(?P<bare>{name}){_CLAUSE_ENDS}")


def find_origin(lines: Sequence[str], publisher: str | None) -> tuple[str, str] | None:
    """The agency that the first paragraphs name as their source, in the article's own letters, and what showed it.

    `publisher` is the code of the site the article was read from: naming itself is no reprint. None where no known
    newsroom is named; a ministry or a person after «به نقل از» is a claimant, not an origin.
    """
    openings = [(line, fold_characters(line[:_OPENING])) for line in lines[:_FIRST_PARAGRAPHS]]
    for cue, pattern in _CUES.items():
        for line, folded in openings:
            if found := _after(pattern, line, folded, publisher):
                return found, f"text:{cue}"
    return None


def labelled_origin(text: str, publisher: str | None) -> str | None:
    """The agency that a line below the text names: «منبع: ایرنا». None where it is the publisher or no newsroom."""
    label = _LABEL.match(fold_characters(text))
    name = text[label.end() :].strip(" .") if label else ""
    known = next((one for one in _newsrooms() if is_named(name, one.code)), None) if name else None
    return name if known and known.code != publisher else None


def code_of(name: str) -> str | None:
    """The code of the newsroom that the text is a name of: «خبرگزاری ایرنا» gives irna; None where none is known."""
    folded = fold_characters(name.strip())
    return next((one.code for one in _newsrooms() if one.name.fullmatch(folded)), None)


def is_named(text: str, code: str) -> bool:
    """Whether the text is a name of the newsroom of that code and nothing else: «ایرنا», «خبرگزاری ایرنا»."""
    folded = fold_characters(text.strip())
    return any(one.code == code and one.name.fullmatch(folded) for one in _newsrooms())


def _after(cue: re.Pattern[str], line: str, folded: str, publisher: str | None) -> str | None:
    for match in cue.finditer(folded):
        for newsroom in _newsrooms():
            named = newsroom.name.match(folded, match.end())
            if named and newsroom.code != publisher:
                start, end = next(named.span(group) for group in named.groupdict() if named[group])
                return line[start:end]
            if named:
                break
    return None


_DATE_LINE = re.compile(
    rf"^(?!{_WEEKDAY})(?P<name>[^\d\n]{{2,40}}?){_GAP}{_WEEKDAY}{_GAP}\d{{1,2}}{_GAP}\w+{_GAP}1[34]\d\d\b"
)


def dateline_origin(text: str | None) -> str | None:
    """The agency in an aggregator's date line: «صدا و سیما جمعه 01 دی 1402 - 11:31» gives «صدا و سیما»."""
    match = _DATE_LINE.match(fold_characters(text)) if text else None
    return text[: match.end("name")] if match and text else None
