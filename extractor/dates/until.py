"""Dates after «تا» and its like: deadlines, unless the sentence tells what has been, what lasts, or «so that»."""

import re

from corpus.folding import fold_characters
from extractor.dates.cues import WORDS, Cue
from extractor.dates.speech import TO_COME, Speech
from extractor.text.patterns import any_of, expression

_FILLERS = rf"(?:(?:{any_of(WORDS['fillers'])}|ساعت \d{{1,2}}(?::\d\d)?) )*"
_UNTIL = re.compile(expression(rf"(?:\A|\W)(?P<until>{any_of(WORDS['until'])})[ :،]*{_FILLERS}\Z", whole=False))
_NO_DEADLINE = re.compile(r"(?:\A|\W)(?:نه تا|از (?:اول|ابتدا|آغاز) تا|نه) \Z")
# The last word of what makes a deadline, with what it may be joined to.
_ENDS = frozenset(fold_characters(word).replace("~", " ").rsplit(" ")[-1] for word in WORDS["until"] + WORDS["fillers"])
_REACH = 40
_ENDINGS = ("پایان ", "آخر ", "انتهای ")
_SOON = 30


def until_before(speech: Speech) -> re.Match[str] | None:
    """«تا» or its like right before the date, with what may stand between."""
    folded, start = speech.folded, speech.span.start
    low = max(speech.start, start - _REACH)
    last = folded[low:start].rstrip(" :،").rpartition(" ")[2]
    if last not in _ENDS and not last[-1:].isdigit():
        return None
    return _UNTIL.search(folded, low, start)


def is_due(speech: Speech, until: re.Match[str]) -> bool | None:
    """Whether something is to be done until then; None where no verb tells and only the day can."""
    if _vetoed(speech, until):
        return False
    if speech.has_before("noun") or speech.has_after("noun") or _binds(speech.after):
        return True
    if extended(speech):
        return speech.has_before("open") or speech.has_before("name")
    tense = speech.first_tense()
    if speech.has_before("duty") and (tense not in ("past", "state") or speech.has_after("elapsed")):
        return True
    if tense == "":
        return None
    return _is_to_come(speech, tense)


def _is_to_come(speech: Speech, tense: str) -> bool:
    verb = speech.first_verb
    if verb is not None and "never" in verb.kinds:
        return False
    return tense in TO_COME or (tense == "state" and speech.has_after("lasts"))


def extended(speech: Speech) -> bool:
    """«ثبت‌نام تا چهارشنبه تمدید شد»."""
    verb = speech.first_verb
    reach = min(speech.span.end + _SOON, verb.start if verb else speech.end)
    return any("moved" in cue.kinds and cue.start <= reach for cue in speech.after)


def _binds(after: list[Cue]) -> bool:
    """Whether a word of duty comes in `after`, before any word of what has been."""
    first = next((cue for cue in after if cue.kinds & {"bound", "past"}), None)
    return first is not None and "bound" in first.kinds


def lasts(speech: Speech) -> bool:
    """«جاده تا ۲۰ دی بسته است»: what goes on until then, and nobody is asked to do by then."""
    return speech.has_after("lasts") and not speech.has_before("open")


def _vetoed(speech: Speech, until: re.Match[str]) -> bool:
    """Whether the sentence tells what lasts until then, what is denied, or «تا» is «so that»."""
    if _NO_DEADLINE.search(speech.folded, max(speech.start, speech.span.start - _REACH), speech.span.start):
        return True
    if speech.has("denied") and speech.has("moved"):
        return True
    noun, duty = speech.has("noun"), speech.has_before("duty")
    if not noun and lasts(speech):
        return True
    if not (noun or duty) and (speech.has("nature") or _so_that(speech, until)):
        return True
    # «تا پیش از سال ۱۴۰۰ متقاضیان باید حضوری می‌رفتند».
    return until["until"].startswith("تا ") and speech.has_after("elapsed")


def _so_that(speech: Speech, until: re.Match[str]) -> bool:
    """«تلاش شد تا ۱۳ آبان متفاوت باشد»: a verb right before «تا»."""
    # «تلاش ما این است تا پایان اسفند آزمون برگزار شود».
    if speech.folded.startswith(_ENDINGS, speech.span.start):
        return False
    before = speech.before
    verb = bool(before) and until["until"].startswith("تا") and until.start() <= before[-1].end
    return verb and any("so_that" in cue.kinds for cue in before[-3:])
