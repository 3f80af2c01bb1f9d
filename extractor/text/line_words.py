"""The words of `furniture.yaml`, and which kind of line a line is by its words alone.

A line of news must cost little here: it is looked up whole, then tried with the few patterns whose words begin as it
does, and with those whose sign it holds.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from corpus.folding import fold_characters
from extractor.text.headings import has_verb
from extractor.text.patterns import expression

# A longer line is a paragraph; of such only the few with a sign (disclaimers) are not news.
LONGEST = 200
_LONGEST_DISCLAIMER = 700
_BULLETS = "×▪▫■□◾◽●○◆◇★☆►▶◄◀▲▼✅✔✓📌📍📸📷🎥🔴🔵🔹🔸🔻🔺🔷🔶🆔⭕➖👇👈✍"
_TRIM = " \t*:|/\\-–•·\"'<>«»‹›()[]{}.…،؛_~" + _BULLETS
_PARTS = re.compile(r" ?[|»>›/•·] ?")
_SIGNS = re.compile(r"[^\w@#©]+")
_COUNT = re.compile(r"(?<!\d)\d{1,6}\Z")
_LONGEST_WHOLE = 60
_LONGEST_ROW = 100
_WORD = r"[^\W\d_]{2,14}"
_BLOCKS = {
    # What stands after a label: a few words, no sentence.
    "few": r"(?![^.]*(?: ن?می |(?:شد|شدند|است|کرد|کردند|گفت|داد|شود|کند|دارد|یافت|رسید)\Z))[^.؟!:\d]{1,40}",
    "person": rf"(?:(?:سیده? )?{_WORD}(?: {_WORD}){{0,2}}|\d{{3,8}})",
    "weekday": "(?:(?:یک|دو|سه|چهار|پنج)~)?شنبه|جمعه",
    "section": "اقتصادی|اقتصاد|سیاسی|سیاست|اجتماعی|جامعه|فرهنگی|فرهنگ|ورزشی|ورزش|بین~الملل|جهان|استان~ها|دانش و فناوری"
    "|علم و فناوری|فناوری|علمی|حوادث|شهری|گزارش|سلامت|هنر|فرهنگ و هنر|رسانه|انرژی|زنان|محیط زیست|قضایی|اندیشه|دانشگاه",
}


@dataclass(frozen=True, slots=True)
class _Words:
    """Of each line or its beginning, the kind that it makes a line; `holds` goes by a sign anywhere in the line."""

    whole: dict[str, str] = field(default_factory=dict)
    opens: dict[str, list[tuple[re.Pattern[str], str]]] = field(default_factory=lambda: defaultdict(list))
    numbers: list[tuple[re.Pattern[str], str]] = field(default_factory=list)
    holds: list[tuple[str, re.Pattern[str], str]] = field(default_factory=list)


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(expression(source, whole=False, **_BLOCKS), re.IGNORECASE)


def _squeezed(line: str) -> str:
    return _SIGNS.sub("", line).lower()


def _load() -> _Words:
    words = _Words()
    data: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("furniture.yaml").read_text("utf-8"))
    # The kinds that say most stand last in the file: they win, and are tried first.
    for kind, parts in reversed(data.items()):
        for phrase in re.split("[،\n]", parts.get("whole", "")):
            words.whole.setdefault(_squeezed(fold_characters(phrase)), kind)
        for openings, rest in parts.get("opens", ()):
            compiled = _compiled(f"(?:{openings}){rest}")
            for begin in dict.fromkeys(fold_characters(word)[:2].lower() for word in openings.split("|")):
                words.opens[begin].append((compiled, kind))
        words.numbers.extend((_compiled(line), kind) for line in parts.get("numbers", ()))
        words.holds.extend((fold_characters(sign), _compiled(line), kind) for sign, line in parts.get("holds", ()))
    words.whole.pop("", None)
    return words


_WORDS = _load()


def core(line: str) -> str:
    """`line` without the blanks, bullets and signs at its ends."""
    return line.strip(_TRIM)


def kind_of(bare: str) -> str | None:
    """The section of `furniture.yaml` that `bare`, the core of a line, fits; None for anything else."""
    found = _by_beginning(bare) if len(bare) <= LONGEST else None
    if found is None and len(bare) <= _LONGEST_DISCLAIMER:
        found = next((kind for sign, line, kind in _WORDS.holds if sign in bare and line.fullmatch(bare)), None)
    # «رضا نوری، خبرنگار ما، درگذشت» is no byline.
    return None if found == "bylines" and has_verb(bare) else found


def _by_beginning(bare: str) -> str | None:
    first = bare[:1]
    if first.isdigit():
        candidates = _WORDS.numbers
    else:
        begin = bare[:2].lower()
        candidates = [*_WORDS.opens.get(begin, ()), *_WORDS.opens.get(first, ())]
    if len(bare) <= _LONGEST_WHOLE and (found := _whole(bare)):
        return found
    for pattern, kind in candidates:
        if pattern.fullmatch(bare):
            return kind
    return "furniture" if len(bare) <= _LONGEST_ROW and _in_parts(bare) else None


def _whole(bare: str) -> str | None:
    squeezed = _squeezed(bare)
    return _WORDS.whole.get(squeezed) or _WORDS.whole.get(_COUNT.sub("", squeezed))


def _in_parts(bare: str) -> bool:
    """«چاپ | ارسال», «Facebook Twitter»."""
    parts = bare.split() if bare.isascii() else _PARTS.split(bare)
    return len(parts) > 1 and all(_squeezed(part) in _WORDS.whole for part in parts)
