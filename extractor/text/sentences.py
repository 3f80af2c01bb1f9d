"""Sentences of the news in a text, page furniture left out.

A paragraph is a line. A sentence ends at «.», «!», «?», «؟» or the line's end; not at a stop inside a number, a date,
an address (my.gov.ir), an abbreviation or an ellipsis, and not inside «…» that closes later in the same line. «؛» and
«:» end nothing.
"""

import re

from extractor.annotations import Sentence, Span
from extractor.text.furniture import furniture
from extractor.text.patterns import pattern
from extractor.text.view import View

# A stop, with what closes after it; then a blank, the end of the line, or a Persian letter where the blank is missing.
_END = re.compile(r"(?:[!?؟]+|(?<!\.)\.(?!\.))[!?؟]*[»\")\]]*(?=\s|\Z|[\u0600-\u06ff«])")
_QUOTE = re.compile(r"[«»]")
# What a stop may follow without ending a sentence: one letter («ق.م», «م.»), a Latin word before another, «no.».
_ABBREVIATION = pattern(r"(?:[^\W\d_]|ه\.ش|ه\.ق|ق\.م|هـ|No|no|Dr|Mr|vs|www)", whole=False)
_ABBREVIATED = re.compile(rf"(?:^|[\s(«./]){_ABBREVIATION.pattern}\Z")
# What goes on with the sentence after a closed quotation: «…» و رفت.
_GOES_ON = pattern(" (?:و|را|که|گفت|گفته|افزود|نوشت|خواند|دانست|است|بود|بودند|هستند){end}", whole=False)
# The number of an item: «۱. متصل شوند».
_ITEM = re.compile(r"(?:^|[.!؟?;؛:] )\s*\d{1,2}\Z")
_DIGIT_AFTER = re.compile(r"\d")


def sentences(view: View) -> list[Sentence]:
    """The sentences of news, in order, as offsets of `view.folded` without the blanks around them."""
    found: list[Sentence] = []
    skip = furniture(view)
    start = paragraph = 0
    for line in view.folded.split("\n"):
        if line and not line.isspace():
            if Span(start, start + len(line)) not in skip:
                found.extend(_of_line(line, start, paragraph))
            paragraph += 1
        start += len(line) + 1
    return found


def _of_line(line: str, offset: int, paragraph: int) -> list[Sentence]:
    cuts = [match.end() for match in _END.finditer(line) if _ends(line, match)]
    quotes = _closed_quotes(line) if cuts and "«" in line else []
    cuts = [cut for cut in cuts if not any(opened < cut < closed for opened, closed in quotes)]
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        text = line[start:end]
        bare = text.strip()
        if bare:
            at = offset + start + len(text) - len(text.lstrip())
            found.append(Sentence(at, at + len(bare), paragraph))
    return found


def _ends(line: str, stop: re.Match[str]) -> bool:
    """Whether the signs that `stop` matched end a sentence."""
    if stop.group().endswith("»") and _GOES_ON.match(line, stop.end()):
        return False
    if line[stop.start()] != ".":
        return True
    before, after = line[: stop.start()], line[stop.end() : stop.end() + 1]
    if _ITEM.search(before):
        return False
    if before[-1:].isdigit() and _DIGIT_AFTER.match(after):
        return False
    return not (after.strip() or line[stop.end() :].strip()) or not _ABBREVIATED.search(before[-6:])


def _closed_quotes(line: str) -> list[tuple[int, int]]:
    """The outermost «…» of `line` that close in it."""
    opened: list[int] = []
    found = []
    for match in _QUOTE.finditer(line):
        if match.group() == "«":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, match.start()))
    return found
