"""Which dates are deadlines, and the tense that their sentence speaks in."""

import re

from extractor.dates.cues import WORDS, Cue
from extractor.dates.found import Found
from extractor.dates.speech import TO_COME, Speech
from extractor.dates.until import extended, is_due, lasts, until_before
from extractor.text.patterns import any_of, expression

_DURING = re.compile(expression(rf"(?:\A|\W){any_of(WORDS['during'])} \Z", whole=False))
_FROM = re.compile(r"(?:\A|\W)از (?:روز |تاریخ |مورخ )?\Z")
_AFTERWARDS = re.compile(r"(?:\A|\W)(?:بعد|پس) از \Z")
_NEVER = frozenset({"امروز", "دیروز", "دیشب", "روز گذشته", "پریروز", "شب گذشته", "امشب"})
_NAME = re.compile("مهلت|ضرب ?ال|ضرب الع|موعد|سررسید|ددلاین|فرصت|فرجه")
# After the end of what has no such name («زمان ثبت‌نام ۲۲ اسفند به پایان می‌رسد»).
_SPAN_ENDS = re.compile(expression(rf"~{any_of(WORDS['cues']['runs_out'] + WORDS['cues']['set'])}{{end}}", whole=False))
_LAST_DAY = re.compile(r"آخرین (?:روز|زمان|فرصت) ")
# Between the date and its name; «روز دوشنبه گفت: مهلت …» and «دیروز از تمدید مهلت …» tell when something was said.
_UP_TO_NAME = re.compile(
    r"(?:[ ؛:)(-]*|، (?=آخرین))(?:(?:آخرین|پایان|آخر|روز|زمان|تاریخ|به عنوان|تنها|نهایی|سر|را) ?)*"
)
_CLOSE = 14
_NEAR = 140
# A name so many characters before the date is its name, whatever stands between.
_JOINED = 25
# So near another date it tells that one again: «تا سه‌شنبه (۱۵ دی)».
_ASIDE = 4
_PROMISE_REACH = 70
_AHEAD = frozenset({"ahead", "will"})


def is_deadline(speech: Speech, found: Found, since: int = -1) -> bool | None:
    """Whether the date of `speech` is by when something must be or will be done; None where only its day can tell.

    A date that names an end («پایان آبان») or lies ahead is a deadline after «تا» where no verb tells otherwise, as in
    titles; one that names a beginning («ابتدای دی») only after «تا». `since` is where the date before it ends.
    """
    if found.kind == "ago":
        return False
    until = until_before(speech)
    if until:
        today = speech.folded[until.end() : speech.span.end].lstrip() in _NEVER
        return False if today and not until.group().endswith("اداری ") else is_due(speech, until)
    if found.kind == "ahead" and _stands_before(_DURING, speech):
        return speech.first_tense() in TO_COME and not (speech.has("nature") or lasts(speech))
    if _stands_before(_AFTERWARDS, speech):
        return speech.has_before("noun") and speech.has_after("denied")
    return found.part != "begin" and not _stands_before(_FROM, speech) and _named(speech, found, since)


def _stands_before(form: re.Pattern[str], speech: Speech) -> bool:
    start = speech.span.start
    return form.search(speech.folded, max(speech.start, start - _CLOSE), start) is not None


def _named(speech: Speech, found: Found, since: int) -> bool:
    """«مهلت … پایان آبان است», «(پایان آبان)» after «مهلت قانونی», «سی‌ام آذر؛ آخرین مهلت».

    Of a whole year something must be said («مهلت اظهارنامه سال ۱۴۰۲» is of that year, and no deadline).
    """
    folded, span = speech.folded, speech.span
    if not (_NAME.search(folded, speech.start, speech.end) or _SPAN_ENDS.match(folded, span.end)):
        return False
    follows = speech.after[0] if speech.after and speech.after[0].start - span.end <= 3 else None
    ends = follows is not None and "runs_out" in follows.kinds
    is_set = follows is not None and "set" in follows.kinds
    names = [cue for cue in speech.before if "name" in cue.kinds and span.start - cue.end <= _NEAR]
    joined = bool(names) and _joined(folded[names[-1].end : span.start], span.start - since)
    if names and (ends or is_set or (joined and not found.is_long)):
        return True
    if ends and speech.has_before("span"):
        return True
    return (is_set and bool(_LAST_DAY.search(folded, speech.start, span.start))) or _named_after(speech)


def _joined(between: str, since: int) -> bool:
    """Whether the name is that of the date `between` ends at; `since` is how long ago another date ended."""
    if since + _ASIDE < len(between) and since > _ASIDE:
        return False
    return len(between) <= _JOINED or between.endswith(("(", "، ", ": ", "است ", "تا "))


def _named_after(speech: Speech) -> bool:
    """«سی‌ام آذر؛ آخرین مهلت»."""
    folded, end = speech.folded, speech.span.end
    first: Cue | None = next((cue for cue in speech.after if "name" in cue.kinds), None)
    if first is None or first.start - end > 12 or folded[first.start : first.end] == "مهلتی":
        return False
    return _UP_TO_NAME.fullmatch(folded, end, first.start) is not None


def tense_of(speech: Speech, *, deadline: bool) -> str:
    """The tense of the clause: "past", "future", "ahead", "will" (ever surer of what comes) or "" (it shows none)."""
    first = speech.first_tense()
    if not deadline:
        if first == "past" and any("fixed" in cue.kinds for cue in speech.to_verb):
            return ""
        # «گفته بود که از مهر اجرا خواهد شد».
        return "" if first == "state" or (first in TO_COME and speech.has_before("told")) else first
    if extended(speech):
        return "future"
    if first not in _AHEAD and speech.has("elapsed"):
        return "past"
    promised = any(_AHEAD & cue.kinds and speech.span.start - cue.end <= _PROMISE_REACH for cue in speech.before)
    return "ahead" if promised or any(_AHEAD & cue.kinds for cue in speech.after) else "future"
