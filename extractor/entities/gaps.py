"""What stands between the members of a list: a comma, «و», and with figures the figure of the member before."""

import re

from extractor.entities.lexicon import is_verb, lexicon
from extractor.entities.skeletons import key

_SEPARATOR = re.compile(r" ?(?:[،,/] ?(?:و )?|و |یا )(?P<pair>نه |هم |نیز )?(?=[^\W\d_])")
_FIGURE = re.compile(
    r"(?P<lead> ?: ?| ?\( ?| (?:[^\W\d_]+ ){0,5}?)"
    r"\d[\d.,/٫]*"
    r"(?P<unit> ?%|(?: (?!(?:و|یا) )[^\W_]+){0,4}?)\)?(?= ?[،,؛/.]| (?:و|یا) |$|\n)"
)
# Cheaper, and true wherever the other is.
_FIGURE_NEAR = re.compile(r"[^\n\d]{0,50}\d")
_LAST_FIGURE = re.compile(r" ?[:(]? ?(?:(?:با|تنها|فقط|حدود|تا|بیش از|کمتر از|نیز|هم|هر کدام) ){0,2}(?:\d|\()")


def separator(folded: str, at: int) -> re.Match[str] | None:
    """The comma, «و» or «یا» that parts two members at `at`; its group `pair` is «نه» or «هم» before the second."""
    return _SEPARATOR.match(folded, at)


def figure_end(folded: str, at: int) -> int | None:
    """Where the figure of the member ending at `at` ends: «وزارت نیرو[ ۸۰]، نفت»; None where none stands there."""
    match = _FIGURE.match(folded, at) if _FIGURE_NEAR.match(folded, at) else None
    if match is None:
        return None
    words = [key(word) for word in (match["lead"] + match["unit"]).split()]
    if any(is_verb(word) or word in lexicon().heads for word in words):
        return None
    return match.end()


def has_figure(folded: str, at: int) -> bool:
    """Whether a figure stands right behind the member that ends at `at`."""
    return _LAST_FIGURE.match(folded, at) is not None
