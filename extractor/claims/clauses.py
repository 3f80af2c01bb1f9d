"""Clauses: a sentence cut after its finite verbs, for Persian puts the verb last.

A figure and the words that tell what it counts stand before the same verb; a list of bodies with one verb at its end
is one clause. The forms below are those of agency news, not of the whole language: a verb that is missed makes a
clause too long, which later stages bear better than one too short.
"""

import re
from functools import cache
from itertools import pairwise

from extractor.annotations import Sentence, Span
from extractor.text.patterns import pattern

_PAST = (
    "کرد|شد|بود|داد|داشت|گرفت|رسید|رساند|رسانید|یافت|آمد|رفت|خواست|توانست|ماند|ساخت|دانست|پیوست|نمود|گذاشت|پرداخت|"
    "خواند|گردید|گشت|پذیرفت|سپرد|فرستاد|انجامید|کشید|افتاد|خورد|زد|برد|دید|نوشت|گفت|افزود|ایستاد|برخاست|بست|انداخت|"
    "نامید|طلبید|سنجید|بخشید|فروخت|خرید"
)
_PRESENT = (
    "کن|شو|باش|ده|دار|گیر|رس|رسان|یاب|گوی|گو|آی|رو|خواه|توان|مان|ساز|دان|پیوند|نمای|گذار|پرداز|خوان|گرد|پذیر|سپار|"
    "فرست|انجام|کش|افت|خور|زن|بر|بین|نویس|افزای|بند|انداز|نام|طلب|سنج|بخش|فروش|خر"
)
_PERSON = "م|ی|یم|ید|ند|د"
_FINITE = (
    # متصل شده بودند, ارائه کرده‌اند, نشده است
    rf"ن?(?:{_PAST})ه~(?:ام|است|ایم|اید|اند|بود(?:م|ی|یم|ید|ند)?|باش(?:{_PERSON}))|"
    # خواهد شد
    rf"ن?خواه(?:{_PERSON}) (?:{_PAST})|"
    # شد, شدند; a past stem alone is also a noun in some («خرید», «پرداخت»), so those count with an ending only
    rf"ن?(?:{_PAST})(?:م|یم|ید|ند)|ن?(?:کرد|شد|بود|داد|داشت|گرفت|رسید|یافت|گردید|پیوست|گفت|افزود|نمود|توانست|ساخت)|"
    # می‌کنند, نمی‌شود
    rf"ن?می‌(?:{_PRESENT})(?:{_PERSON})|ن?می‌(?:{_PAST})(?:م|یم|ید|ند)?|"
    # شوند, بکنند, نکند
    rf"[بن]?(?:کن|شو|ده|گیر|رس|باش|یاب|رسان|ساز|گرد|دار|پیوند|گذار|توان)(?:{_PERSON})|"
    # است and its like
    r"است|هستند|هستیم|هست|نیست|نیستند|نیستیم|اند|بوده|(?:موظف|مکلف|ملزم|متصل)(?:ند|‌اند)"
)
# A participle with no auxiliary ends a clause before «،», «؛», «که», «و» or at the end: «متصل نشده که …».
_BARE = (
    rf"ن(?:{_PAST})ه(?= ?(?:[،؛.!]|$)| که | و )|(?:شد|کرد|داد|گرفت|رسید|گفت)ه(?= که )|"
    rf"(?:{_PAST})ه(?= ?،? ?(?:ولی|اما|لیکن))|"
    rf"(?:{_PAST})ه(?= و (?:امیدوار|باید|قرار|هنوز|همچنان|در ?حال|اکنون|به زودی|انتظار|ممکن|اگر|چنانچه))"
)


@cache
def _verbs() -> re.Pattern[str]:
    return pattern(rf"(?:{_FINITE}|{_BARE})(?! ?و ?گو)")


def finite_verbs(text: str, span: Span) -> list[Span]:
    """Finite verbs inside `span` of the folded `text`."""
    return [Span(*match.span()) for match in _verbs().finditer(text, span.start, span.end)]


_GAP = re.compile(r"[\s»\")]*")


def clauses(text: str, sentence: Sentence) -> list[Span]:
    """`sentence` of the folded `text` cut after each finite verb; verbs in a row («شده است») end one clause.

    The spans follow one another without a gap from the sentence's start to its end.
    """
    cuts: list[int] = []
    for verb in finite_verbs(text, sentence):
        if cuts and _GAP.fullmatch(text, cuts[-1], verb.start):
            cuts.pop()
        cuts.append(verb.end)
    tail = text[cuts[-1] : sentence.end] if cuts else ""
    if cuts and not any(character.isalnum() for character in tail):
        cuts.pop()
    edges = [sentence.start, *cuts, sentence.end]
    return [Span(start, end) for start, end in pairwise(edges) if start < end]
