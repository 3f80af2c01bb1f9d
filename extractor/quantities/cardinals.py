"""The value of a cardinal number in digits, words or both."""

import re
from math import prod

from extractor.quantities import grammar
from extractor.quantities.decimals import read_decimal
from extractor.quantities.grammar import SCALES, VALUES, bare

# Digits after which the number cannot go on.
_PLAIN = re.compile(rf"[0-9]+(?!\d|[.,/٬٫،']\d| ?(?:و|نیم|ممیز|{'|'.join(SCALES)}))")
_GROUPED = re.compile(r"[٬,،'](?=\d{3})")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_TENTHS = {"دهم": 10, "صدم": 100, "هزارم": 1000}
_HUNDRED = 100


def read_cardinal(folded: str, start: int) -> tuple[int, float]:
    """Where the cardinal at `start` ends and its value; (start, 0) without one. Its scales descend."""
    plain = _PLAIN.match(folded, start)
    if plain and folded[plain.end() : plain.end() + 2] not in (" /", "/ "):
        return plain.end(), float(plain.group())
    if folded[start].isdigit() and (decimal := read_decimal(folded, start)):
        return decimal
    if plain:
        return plain.end(), float(plain.group())
    total, above, at, end = 0.0, float("inf"), start, start
    while (term := grammar.TERM.match(folded, at)) and term.end() > at:
        below = _below(term)
        scales = [SCALES[bare(word)] for word in grammar.SCALE.findall(term["scales"])]
        scale = prod(scales)
        value = below * scale
        if term["half"] and scale == 1.0 and end > start:
            # «سه میلیون و نیم».
            value = above / 2
        if end > start and scales and below * prod(scales[:-1]) < above < scales[-1] and below >= _HUNDRED:
            # «دو هزار و پانصد میلیارد», «۲ میلیون و ۵۰۰ هزار میلیارد».
            total, value = 0.0, (total + value / scales[-1]) * scales[-1]
        elif value >= above or (above == 1.0 and end > start):
            break
        total, above, end = total + value, scale, term.end()
        joined = grammar.AND.match(folded, end) or (scale > 1 and grammar.SPACE.match(folded, end))
        if not joined:
            break
        at = joined.end()
    return end, round(total, 6)


def _below(term: re.Match[str]) -> float:
    """The value of a term without its scales; 1 where it is a scale alone («هزار»)."""
    if term["digits"]:
        value = _in_digits(term["digits"])
    elif term["words"]:
        value = sum(3.0 if word == "سو" else VALUES[bare(word)] for word in grammar.ATOM.findall(term["words"]))
    else:
        value = 0.5 if term["half"] else float(bool(term["scales"]))
    if term["tenths"]:
        value += small(term["tenths"]) / _TENTHS[term["of"]]
    elif term["point"]:
        value += float(f"0.{term['point'] if term['point'].isdigit() else int(small(term['point']))}")
    elif term["and_half"]:
        value += 0.5
    return value


def small(written: str) -> float:
    """The value of a number below a thousand, without decimals."""
    if written.isdigit():
        return float(written)
    return sum(VALUES[bare(word)] for word in grammar.ATOM.findall(written))


def _in_digits(written: str) -> float:
    if _DOTTED.fullmatch(written):
        return float(written.replace(".", ""))
    return float(_GROUPED.sub("", written).replace("٫", ".").replace("/", "."))


def last_scale(text: str) -> float:
    """The scale that a number ends with: 1,000 for «۳ هزار», 1 for «۳»."""
    words = grammar.SCALE.findall(text)
    return SCALES[bare(words[-1])] if words and text.endswith(words[-1]) else 1.0
