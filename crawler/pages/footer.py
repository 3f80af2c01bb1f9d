"""Page furniture that follows the news inside the body: «انتهای پیام/» and what comes after it."""

import re
from collections.abc import Sequence

from corpus.folding import fold_characters

# The mark alone in its line, with the numbers of reporter and editor that some agencies put around it.
_MARK = re.compile(r"^[\s/\d.*-]*انتهای[\s\u200c]*پیام[\s/\d.*-]*$")
_LONGEST_MARK = 60
# A mark further up is a quotation or a second message in one page; what follows it is news.
_LAST_LINES = 4


def without_footer(lines: Sequence[str]) -> list[str]:
    """The lines up to the agency's end mark, if that stands alone in one of the last lines."""
    for index in range(max(0, len(lines) - _LAST_LINES), len(lines)):
        if len(lines[index]) <= _LONGEST_MARK and _MARK.match(fold_characters(lines[index])):
            return list(lines[:index])
    return list(lines)
