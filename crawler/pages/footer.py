"""Page furniture that follows the news inside the body: «انتهای پیام/» or a disclaimer, and what comes after."""

import re
from collections.abc import Sequence

from corpus.folding import fold_characters

# The mark alone in its line, with the numbers or letters of reporter and editor that some agencies put around it.
_MARK = re.compile(r"^[\s/\d.*-]*انتهای[\s\u200c]*پیام(?:[\s/\d.*-]|(?<=/)\s*[^\W\d]{1,3}(?=[\s/.]|$))*$")
_LONGEST_MARK = 60
# An aggregator's word that it answers for nothing: «منبع خبر "…" است و موتور جستجوگر خبر …».
_DISCLAIMER = re.compile(r"^منبع خبر\b.{0,80}\bاست و موتور جستجو")
# A mark further up is a quotation or a second message in one page; what follows it is news.
_LAST_LINES = 4


def without_footer(lines: Sequence[str]) -> list[str]:
    """The lines up to the agency's end mark or an aggregator's disclaimer, if that begins one of the last lines."""
    for index in range(max(0, len(lines) - _LAST_LINES), len(lines)):
        if _ends(fold_characters(lines[index])):
            return list(lines[:index])
    return list(lines)


def _ends(line: str) -> bool:
    return bool((len(line) <= _LONGEST_MARK and _MARK.match(line)) or _DISCLAIMER.match(line))
