"""Text for reading: one kind of letters, even spacing, half-spaces in their places; figures and addresses untouched.

hazm's Normalizer does the letters, over what lies between guarded spans (`guarded`) only. Of its options

- `unicodes_replacement` is on: signs that stand for words («﷼», «ﻻ») are written out, as fonts of the web lack them;
  its table of letters (ي, ك, ۀ, Arabic presentation forms) always applies;
- `correct_spacing` and `seperate_mi` are off: they write «عمل‌کرد», «2 ٫ 5», «my. gov. ir», join «منسوخ شده است» and
  part «میدانی» of the square; `halfspace` does that work with two readings left alone;
- `persian_style` and `persian_numbers` are off: they rewrite figures, and pair up quotation marks wrongly across a
  guarded span;
- `remove_diacritics`, `remove_specials_chars` and `decrease_repeated_chars` are off: they drop what the writer wrote.

What is stored, cited and counted by offsets is the text itself; this one is for eyes only.
"""

import re
from functools import cache, lru_cache
from typing import Protocol

from extractor.text.spelling.guarded import GUARDED, guarded, parts
from extractor.text.spelling.halfspace import repairs

_LETTER = "[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff]"
_CLOSING = "،؛:؟!.»)\\]"
_TIDY = (
    (re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u0640]+"), ""),
    # A half-space next to a blank does nothing.
    (re.compile("(?:(?<=\\s)|^)\u200c+|\u200c+(?=\\s|$|\u200c)"), ""),
    (re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t ]+"), " "),
    (re.compile(f"(?<=[\\w»)٪%]) (?=[{_CLOSING}](?:\\s|$))"), ""),
    (re.compile(f"(?<=[«(\\[]) (?={_LETTER})"), ""),
    (re.compile(f"(?<=[\\w»)٪%])([،؛؟!])(?={_LETTER})"), r"\1 "),
)


class _Normalizer(Protocol):
    def normalize(self, text: str) -> str: ...


@cache
def _normalizer() -> _Normalizer:
    # Importing hazm costs a second or more, so it waits for the first text.
    from hazm.normalizer import Normalizer  # noqa: PLC0415

    normalizer: _Normalizer = Normalizer(
        correct_spacing=False,
        remove_diacritics=False,
        remove_specials_chars=False,
        decrease_repeated_chars=False,
        persian_style=False,
        persian_numbers=False,
        unicodes_replacement=True,
        seperate_mi=False,
    )
    return normalizer


@lru_cache(maxsize=4096)
def display(text: str) -> str:
    """`text` as people should read it; as it is where tidying would change a figure, an address or a Latin word."""
    even = "".join(part if kept else _normalizer().normalize(part) for part, kept in parts(text))
    for pattern, instead in _TIDY:
        even = _outside(pattern, instead, even)
    spelt = _repaired(even.strip())
    return spelt if guarded(spelt) == guarded(text) else text


def _outside(pattern: re.Pattern[str], instead: str, text: str) -> str:
    """Replace where no guarded span is touched; what stands next to one counts for the pattern."""
    spans = [match.span() for match in GUARDED.finditer(text)]
    if not spans:
        return pattern.sub(instead, text)

    def replaced(match: re.Match[str]) -> str:
        touched = any(start < match.end() and match.start() < end for start, end in spans)
        return match[0] if touched else match.expand(instead)

    return pattern.sub(replaced, text)


def _repaired(text: str) -> str:
    spans = [match.span() for match in GUARDED.finditer(text)]
    pieces: list[str] = []
    end = 0
    for repair in repairs(text, parted=True):
        if not any(start < repair.end and repair.start < stop for start, stop in spans):
            pieces += text[end : repair.start], repair.written
            end = repair.end
    return "".join([*pieces, text[end:]])
