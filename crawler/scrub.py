"""Takes a publisher's words out of a page and leaves its markup, numbers and dates: the start of a stored page.

Pages belong to their publishers; a stored page shows how they are built, in words of our own.
"""

import re
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote, unquote

import yaml

from corpus.folding import fold_characters

# Persian and Arabic letters with the half-space and marks between them; no digits.
_WORD = re.compile(r"[\u0621-\u063a\u0641-\u065f\u066e-\u06d3\u200c]+")
_QUOTED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_LINKED_DATA = re.compile(r"application/ld\+json", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style|svg)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WORDS = Path(__file__).with_name("scrub.yaml")


def scrubbed(page: str) -> str:
    """The page with every Persian word replaced by a filler, the same one each time, so that what repeats still does.

    Scripts but for JSON-LD, styles and comments are left out. Numbers, Latin letters and the words that reading goes by
    (months, labels, «به گزارش») stay, so a Latin name has to be replaced by hand.
    """
    bare = _COMMENT.sub("", _SCRIPT.sub(_only_linked_data, page))
    fillers: dict[str, str] = {}
    replaced = _WORD.sub(partial(_filler, fillers), bare)
    return _QUOTED.sub(lambda match: quote(_WORD.sub(partial(_filler, fillers), unquote(match[0]))), replaced)


def _only_linked_data(match: re.Match[str]) -> str:
    return match[0] if _LINKED_DATA.search(match[0][: match[0].index(">")]) else ""


def _filler(fillers: dict[str, str], match: re.Match[str]) -> str:
    word = fold_characters(match[0]).replace("\u200c", "")
    if not word or word in _words("kept"):
        return match[0]
    return fillers.setdefault(word, _numbered(len(fillers)))


def _numbered(index: int) -> str:
    """The filler of the index-th word: one of them, then two joined by a half-space, and so on."""
    words = _words("fillers")
    more, which = divmod(index, len(words))
    return words[which] if not more else f"{_numbered(more - 1)}\u200c{words[which]}"


@cache
def _words(kind: str) -> tuple[str, ...]:
    loaded: dict[str, list[str]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return tuple(loaded[kind])
