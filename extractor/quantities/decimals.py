"""Decimals that only what is around them shows: «۲۷,۸ درصد», and «۴/ ۶۳ درصد», which the screen shows as 63/4."""

import re

from extractor.quantities import words
from extractor.quantities.before import lead
from extractor.quantities.grammar import SCALES

_UNIT = "(?:در ?صد|%|واحد در ?صد|نقطه در ?صد)"
_APART = r"\d{1,3}(?: /|/ )\d{1,3}"
_TENTHS = r"\d{1,3}[,،]\d{1,2}"
# With a comma: only before a percent, or in front of another such figure with one; «،» also parts words and lists.
_COMMA = re.compile(
    rf"(?P<whole>\d{{1,3}})(?P<comma>[,،])(?P<part>\d{{1,2}})(?![\d.,/،])"
    rf"(?= ?{_UNIT}|(?: و | تا | الی | به |-){_TENTHS} ?{_UNIT}|(?P<scale> ?(?:میلیون|میلیارد)))"
)
# Right to left the part that is written first stands to the right of the slash: «۴/ ۶۳» and «۴ /۶۳» are read 63.4.
_TURNED = re.compile(
    rf"(?P<part>\d{{1,3}})(?: /|/ )(?P<whole>\d{{1,3}})(?![\d.,/٫،])"
    rf"(?= ?(?:{_UNIT}|میلیون|میلیارد|برابر)|(?: و | تا | الی | به ){_APART} ?{_UNIT})"
)
_SCALE = re.compile(" ?(?P<name>میلیون|میلیارد)")


def read_decimal(folded: str, start: int) -> tuple[int, float] | None:
    """Where the decimal at `start` ends and its value; None where there is none of these two kinds."""
    match = _COMMA.match(folded, start) or _TURNED.match(folded, start)
    if match is None or (start and folded[start - 1] in ",،/.") or _is_label(folded, start):
        return None
    if match.re is _COMMA and match["scale"] and match["comma"] == "،":
        return None
    value = float(f"{match['whole']}.{match['part']}")
    if scale := _SCALE.match(folded, match.end()):
        return scale.end(), round(value * SCALES[scale.group("name")], 6)
    return match.end(), value


def _is_label(folded: str, start: int) -> bool:
    """«بند ۲/ ۳۰ درصد», «مهر ۹۸،۴ درصد»: the first figure is a label or a year."""
    before = lead(folded, start)
    return before.is_in(words.LABEL) or (before.is_in(words.YEAR_LABEL) and folded[start] in "06789")
