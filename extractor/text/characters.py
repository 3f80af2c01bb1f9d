"""Which characters the folded view cannot take over one to one, and the one pattern that finds them."""

import re
import unicodedata

from corpus.folding import FOLD, exchange

# Sources: Unicode 15, Arabic blocks, general punctuation and variation selectors.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
_MARKS += "\ufe00-\ufe0f\ufe20-\ufe2f"
_UNSEEN = "\u00ad\u0640\u061c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe70-\ufe7f"
# ZWNJ; «¬» and the zero-width space stand for it on old Iranian sites.
_HALF_SPACES = "\u200c\u200b\u00ac\u180e"

# What is taken over one to one, half-spaces as spaces.
TABLE = FOLD | dict.fromkeys(_HALF_SPACES, " ")

# Feeds escape twice as often as not: «&amp;nbsp;».
_BLANKS = r"&(?:amp;)*(?:nbsp|ensp|emsp|thinsp|zwnj|#160|#8204|#x0*[aA]0|#x200[cC]);"
_EMPTY = r"&(?:amp;)*(?:zwj|lrm|rlm|shy|#173|#8205|#8206|#8207|#x200[dDeEfF]);"
_ENTITY = r"&(?:amp;)*(?:amp|quot|apos|lt|gt|laquo|raquo|[nm]dash|hellip|[lr][ds]quo|bull|middot|#\d{2,5});"

_SPACE = re.compile(rf" |{_BLANKS}")


def _ligatures() -> dict[str, str]:
    found = {}
    for code in (*range(0xFB00, 0xFB07), *range(0xFB50, 0xFE00), *range(0xFE80, 0xFF00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) > 1 and plain != chr(code):
            found[chr(code)] = "".join(char for char in plain if not unicodedata.combining(char)).strip()
    return found


# «ﻻ» -> «لا», «﷼» -> «ریال»: signs that stand for several letters.
LIGATURES = {sign: exchange(letters, TABLE) for sign, letters in _ligatures().items()}

MARKS = re.compile(f"[{_MARKS}]+")
# A character that begins no plain text; a text without one, and without two spaces in a row, needs no edits.
RARE = re.compile(rf"[{_MARKS}{_UNSEEN}{''.join(LIGATURES)}&\r\x0b\x0c\x85\u2028\u2029]")
_ODD = rf"[{_UNSEEN}]|{_BLANKS}|{_EMPTY}"
# «۶۴درصدخدمات»: sites lose the space behind a percent too.
GLUED = re.compile(r"(?:(?<=\dدرصد)|(?<=\d درصد))(?=خدمت|خدمات|دستگاه|مجوز|درخواست|استعلام|از )")
EDIT = re.compile(
    # A tatweel between figures stands for a dash.
    r"(?P<dash>(?<=\d)\u0640+(?=\d))|"
    # A single plain space, by far the commonest, is passed over by the look-ahead.
    rf" (?=[ {_MARKS}]|{_ODD})(?: |{_ODD}|[{_MARKS}])+"
    rf"|(?:{_ODD})(?: |{_ODD}|[{_MARKS}])*"
    rf"|[{_MARKS}]+"
    r"|\r\n?|[\x0b\x0c\x85\u2028\u2029]"
    rf"|[{''.join(LIGATURES)}]"
    rf"|{_ENTITY}"
    rf"|(?P<glued>{GLUED.pattern})"
)


def has_space(gap: str) -> bool:
    """Whether `gap`, a run of blanks and unseen characters, parts two words."""
    return _SPACE.search(gap) is not None
