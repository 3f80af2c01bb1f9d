"""The spellings that Persian news comes in, so that the sample newsroom can print one article in any of them."""

import re
from typing import Literal

from corpus.schema import Model

ZWNJ = "\u200c"
Halfspace = Literal["keep", "space", "none"]
Digits = Literal["fa", "en", "ar"]

_SCRIPTS: dict[Digits, str] = {"en": "0123456789", "fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩"}
_TO_DIGITS = {to: str.maketrans("".join(_SCRIPTS.values()), digits * len(_SCRIPTS)) for to, digits in _SCRIPTS.items()}
_TO_ARABIC = str.maketrans("یک", "يك")
_HALFSPACES: dict[Halfspace, str] = {"keep": ZWNJ, "space": " ", "none": ""}
# An address, or a run of ASCII that has a letter in it: my.gov.ir, 5G, name@example.ir.
_LATIN = re.compile(r"https?://\S+|[!-~]*[A-Za-z][!-~]*")


class Spelling(Model):
    """How an article is typed.

    `halfspace`: ZWNJ is kept, printed as a space, or dropped. `arabic_letters`: ي and ك stand for ی and ک.
    `digits`: Persian ۱۲۳, ASCII 123 or Arabic ١٢٣.
    """

    halfspace: Halfspace = "keep"
    arabic_letters: bool = False
    digits: Digits = "fa"


def respell(text: str, spelling: Spelling) -> str:
    """`text` as `spelling` would have it; addresses and words with Latin letters stay as they are."""
    parts: list[str] = []
    end = 0
    for latin in _LATIN.finditer(text):
        parts += _respell_persian(text[end : latin.start()], spelling), latin[0]
        end = latin.end()
    return "".join(parts) + _respell_persian(text[end:], spelling)


def _respell_persian(text: str, spelling: Spelling) -> str:
    text = text.replace(ZWNJ, _HALFSPACES[spelling.halfspace]).translate(_TO_DIGITS[spelling.digits])
    return text.translate(_TO_ARABIC) if spelling.arabic_letters else text
