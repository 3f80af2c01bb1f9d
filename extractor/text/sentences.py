"""Sentences of the news in a text, page furniture and bylines left out.

A paragraph is a line. A sentence ends at «.», «!», «?», «؟» or the line's end; not at a stop inside a number, a date,
an address (my.gov.ir), an abbreviation or an ellipsis, and not inside «…», "…" or (…) that closes later in the same
line. «؛» and «:» end nothing.
"""

import re

from extractor.annotations import Sentence
from extractor.text.enclosed import Enclosed
from extractor.text.furniture import classified
from extractor.text.patterns import pattern
from extractor.text.view import View

# Stops, with what closes after them and a footnote's number.
_STOP = re.compile(r"([.!?؟]+(?: [!?؟]+)*)((?: ?»|[\")\]])*)(?:\[\d{1,3}\])*")
# What a new sentence may begin with where the blank is missing, and what goes on with the old one.
_BEGINS = re.compile(r"[\s\u0620-\u064a\u066e-\u06d3«(•]|(?<=[\u0620-\u064a\u066e-\u06d3].)\d")
_MARK = re.compile(" ?[،؛:,;]")
# What a stop may follow without ending a sentence: one letter («ق.م», «م.»), a Latin word before another, «no.».
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«./\"])(?:[^\W\d_]|No|Nos|Dr|Mr|Mrs|Ms|Prof|St|Inc|Ltd|Co|Corp|vs|al|etc|Vol|pp)\Z", re.IGNORECASE
)
# The number of an item: «۱. متصل شوند», «الف. متصل شوند».
_ITEM = re.compile(r"(?:^|[.!؟?;؛:] ?)\s*[•(-]? ?(?:\d{1,2}|الف|یک|دو|سه|چهار|پنج)\Z")
# How far back the two above look.
_BEFORE = 12
# What goes on with the sentence after a closed quotation: «…» و رفت.
_GOES_ON = pattern(
    " (?:و|را|که|گفت|گفته|می~گوید|افزود|نوشت|نوشته|خواند|خوانده|دانست|است|بود|بودند|هستند|نیست|شد|شدند){end}",
    whole=False,
)


def sentences(view: View) -> list[Sentence]:
    """The sentences of news, in order, as offsets of `view.folded` without the blanks around them."""
    found: list[Sentence] = []
    for paragraph, (start, line, kind) in enumerate(classified(view.folded)):
        if kind in ("news", "caption"):
            bare = line.strip()
            _split(bare, start + line.index(bare), paragraph, found)
    return found


def _split(line: str, offset: int, paragraph: int, found: list[Sentence]) -> None:
    """Add the sentences of `line`, which has no blanks at its ends, to `found`."""
    start, last = 0, len(line)
    enclosed: Enclosed | None = None
    for stop in _STOP.finditer(line):
        end = stop.end()
        if end == last:
            break
        if not _may_end(line, stop):
            continue
        enclosed = enclosed or Enclosed(line)
        if enclosed.holds(end) or (stop[2] and _goes_on(line, stop, enclosed)):
            continue
        found.append(Sentence(offset + start, offset + end, paragraph))
        start = end
        while line[start].isspace():
            start += 1
    found.append(Sentence(offset + start, offset + last, paragraph))


def _may_end(line: str, stop: re.Match[str]) -> bool:
    """Whether the signs that `stop` matched end a sentence if no quotation or bracket is open."""
    at, end = stop.span()
    signs, closing = stop.groups()
    if not _BEGINS.match(line, end) or _MARK.match(line, end):
        return False
    if signs != ".":
        # «...» breaks off and goes on; «(؟)» and «(!)» doubt a word.
        return signs.strip(".") != "" and not (closing.startswith(")") and line[at - 1] == "(")
    before = line[max(0, at - _BEFORE) : at]
    return bool(closing) or not (_ABBREVIATED.search(before) or _ITEM.search(before))


def _goes_on(line: str, stop: re.Match[str], enclosed: Enclosed) -> bool:
    """Whether the sentence goes on after a quotation that `stop` ends.

    «پرسید: «چرا؟»» is a whole speech; «طرح «نه به تصادف!» اجرا شد» but a name.
    """
    if _GOES_ON.match(line, stop.end()):
        return True
    if stop[1] == "." or (opening := enclosed.opening(stop.end(2) - 1)) is None:
        return False
    before = line[max(0, opening - 2) : opening].rstrip()
    return bool(before) and before[-1] not in ":.!?؟،"
