"""Clauses: a sentence cut after its finite verbs, for Persian puts the verb last.

A figure and the words that tell what it counts stand before the same verb; a list of bodies with one verb at its end
is one clause. A verb that is missed makes a clause too long, which later stages bear better than one too short.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.annotations import Sentence, Span
from extractor.text.patterns import pattern
from extractor.text.verbs import past_stems, present_stems

# Forms that are told by their shape, if the stem in them is one of hazm's verbs:
# متصل شده بودند، ارائه کرده‌اند، خواهد پیوست، نمی‌پذیرند، می‌پذیرفت
_LETTERS = r"[^\W\d_]"
_SHAPES = (
    rf"ن?(?P<perfect>{_LETTERS}{{2,9}}?)ه~(?:ام|است|ایم|اید|اند|بود(?:م|ی|یم|ید|ند)?|باش(?:م|ی|یم|ید|ند|د))|"
    rf"ن?خواه(?:م|ی|یم|ید|ند|د) (?P<future>{_LETTERS}{{2,9}})|"
    rf"ن?می~(?P<present>{_LETTERS}{{1,8}}?)(?:م|ی|یم|ید|ند|د)|"
    rf"ن?می~(?P<past>{_LETTERS}{{2,9}}?)(?:م|یم|ید|ند)?"
)
# Forms that are also shaped like nouns, so only those of frequent verbs: شد، نکردند، شوند، دهد.
_PAST = (
    "کرد|شد|بود|داد|داشت|گرفت|رسید|رساند|رسانید|یافت|آمد|رفت|خواست|توانست|ماند|ساخت|دانست|پیوست|نمود|گذاشت|پرداخت|"
    "خواند|گردید|گشت|پذیرفت|سپرد|فرستاد|انجامید|کشید|افتاد|خورد|زد|برد|دید|نوشت|گفت|افزود|ایستاد|برخاست|بست|انداخت|"
    "نامید|طلبید|سنجید|بخشید|فروخت|خرید"
)
_PERSON = "م|ی|یم|ید|ند|د"
_FINITE = (
    # a past stem alone is also a noun in some («خرید», «پرداخت»), so those count with an ending only
    rf"ن?(?:{_PAST})(?:م|یم|ید|ند)|ن?(?:کرد|شد|بود|داد|داشت|گرفت|رسید|یافت|گردید|پیوست|گفت|افزود|نمود|توانست|ساخت)|"
    rf"[بن]?(?:کن|شو|ده|گیر|رس|باش|یاب|رسان|ساز|گرد|دار|پیوند|گذار|توان)(?:{_PERSON})|"
    r"است|هستند|هستیم|هست|نیست|نیستند|نیستیم|اند|بوده|(?:موظف|مکلف|ملزم|متصل)(?:ند|‌اند)"
)
# A participle with no auxiliary ends a clause before «،», «؛», «که», «و» or at the end: «متصل نشده که …».
_BARE = (
    rf"ن(?:{_PAST})ه(?= ?(?:[،؛.!]|$)| که | و )|(?:شد|کرد|داد|گرفت|رسید|گفت)ه(?= که )|"
    rf"(?:{_PAST})ه(?= ?،? ?(?:ولی|اما|لیکن))|"
    rf"(?:{_PAST})ه(?= و (?:امیدوار|باید|قرار|هنوز|همچنان|در ?حال|اکنون|به زودی|انتظار|ممکن|اگر|چنانچه))"
)

_TENTH = "دهم (?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|ماه|این|همین)"


@cache
def _verbs() -> re.Pattern[str]:
    # «دهم بهمن» is a day and «دهم» then no verb.
    return pattern(rf"(?!{_TENTH})(?:{_FINITE}|{_BARE})(?! ?و ?گو)")


@cache
def _shapes() -> re.Pattern[str]:
    return pattern(_SHAPES)


def finite_verbs(text: str, span: Span) -> list[Span]:
    """Finite verbs inside `span` of the folded `text`, in order; two that overlap («شده» in «شده است») are one."""
    shaped = [match for match in _shapes().finditer(text, span.start, span.end) if _is_verb(match)]
    listed = _verbs().finditer(text, span.start, span.end)
    found: list[Span] = []
    for verb in sorted(Span(*match.span()) for match in (*shaped, *listed)):
        if found and verb.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, verb.end))
        else:
            found.append(verb)
    return found


def _is_verb(match: re.Match[str]) -> bool:
    """Whether the stem that `match` found is a verb's, in the lexicon."""
    if match["present"]:
        stem = match["present"]
        return stem in present_stems() or stem in past_stems() or stem + match[0][-1] in past_stems()
    return (match["perfect"] or match["future"] or match["past"]) in past_stems()


_SLASH = re.compile(r"(?<=[^\W\d_■])/ |(?<=■)/ ")
_GAP = re.compile(r"[\s»\")]*")


def clauses(text: str, sentence: Sentence, verbs: Sequence[Span]) -> list[Span]:
    """`sentence` of the folded `text` cut after each of its finite `verbs`; those in a row («شده است») end one clause.

    The spans follow one another without a gap from the sentence's start to its end.
    """
    cuts: list[int] = []
    for verb in verbs:
        if cuts and _GAP.fullmatch(text, cuts[-1], verb.start):
            cuts.pop()
        cuts.append(verb.end)
    tail = text[cuts[-1] : sentence.end] if cuts else ""
    if cuts and not any(character.isalnum() for character in tail):
        cuts.pop()
    # A headline's slash parts two statements: «اتصال ۹۰ درصد دستگاه‌ها/ ۱۲ دستگاه متصل نشده‌اند».
    cuts += [match.end() for match in _SLASH.finditer(text, sentence.start, sentence.end)]
    edges = [sentence.start, *sorted(set(cuts)), sentence.end]
    return [Span(start, end) for start, end in pairwise(edges) if start < end]
