"""How a clause is meant: as a fact, a duty, a promise, or as nothing that has happened (question, condition, wish)."""

import re
from functools import cache
from typing import Literal

from extractor.annotations import Span
from extractor.claims.reading import Clause, Reading
from extractor.claims.remembered import remembered
from extractor.text.patterns import pattern

Mood = Literal["fact", "duty", "promise", "unreal"]
# Cues that decide by themselves, the first that stands in the clause.
SAID: tuple[tuple[str, Mood], ...] = (("unreal", "unreal"), ("duty", "duty"), ("able", "fact"))


@cache
def _subjunctive() -> re.Pattern[str]:
    return pattern(
        r"(?<!می )(?:[بن]?(?:کن|شو|ده|گیر|رس|باش|یاب|رسان|ساز|گرد|پیوند|گذار|سپار|افزای|نشان)|"
        r"[بن]یاور|[بن]بر|[بن]یای|[بن]رو)(?:د|ند|یم)"
    )


@cache
def _present_future() -> re.Pattern[str]:
    return pattern(
        r"می~(?:شو|کن|ده|گرد|رسان|رس|یاب|پیوند|بر|آور|آی|رو|گذار|سپار|افزای|نشان|گیر)(?:د|ند|یم|م)|"
        r"خواه(?:د|ند|یم|م)"
    )


@cache
def _soon() -> re.Pattern[str]:
    return pattern(
        r"به‌زودی|بلافاصله|در آینده(?: نزدیک)?|در روزهای آینده|به سرعت|"
        r"از (?:فردا|هفته آینده|ماه آینده|سال آینده|ابتدای)|هر چه سریعتر|"
        r"تا (?:یک|دو|سه|چند) (?:ماه|هفته|روز) (?:آینده|دیگر)"
    )


def _subjunctive_in(reading: Reading, span: Span) -> bool:
    return _subjunctive().search(reading.masked, span.start, span.end) is not None


@remembered
def mood(reading: Reading, clause: Clause) -> Mood:
    """The mood of `clause`; a subjunctive («متصل شوند») has that of the clause it depends on."""
    if reading.document.text[clause.sentence.start : clause.sentence.end].rstrip(' »"').endswith(("؟", "?")):
        return "unreal"
    so_far = Span(clause.sentence.start, clause.end)
    if reading.cues.within("hearsay", so_far) or _denied(reading, clause.sentence):
        return "unreal"
    if _is_to_be_had(reading, clause):
        return "fact"
    present = reading.cues.present(clause)
    said = "duty" if _sets_term(reading, clause) else next((meant for cue, meant in SAID if cue in present), None)
    if said:
        return said
    if _subjunctive_in(reading, clause):
        return _of_subjunctive(reading, clause)
    return "promise" if _is_promise(reading, clause) else "fact"


def _of_subjunctive(reading: Reading, clause: Clause) -> Mood:
    if reading.cues.within("asked_for", Span(clause.sentence.start, clause.start)):
        return "unreal"
    present = reading.cues.present(clause)
    inherited = _inherited(reading, clause)
    if "promise" in present or inherited == "promise" or _is_expected(reading, clause):
        return "promise"
    return "duty" if "duty_noun" in present and "not_verb" not in present else inherited


def _is_expected(reading: Reading, clause: Clause) -> bool:
    """«فکر می‌کنم تا پایان سال متصل شوند»: what the speaker counts on by a day."""
    before = Span(clause.sentence.start, clause.end)
    dated = any(date.role == "deadline" for date in reading.dates(clause))
    return dated and bool(reading.cues.within("expects", before))


def _denied(reading: Reading, sentence: Span) -> bool:
    """Whether the sentence says that something is not so; «۳ هزار درخواست رد شده» only turns requests down."""
    denials = reading.cues.within("denial", sentence)
    if denials and all(_refused().match(reading.masked, one.start) for one in denials):
        return not (reading.cues.within("request", sentence) or reading.cues.within("permit", sentence))
    return bool(denials)


@cache
def _refused() -> re.Pattern[str]:
    return pattern(r"رد (?:شد|کرد)\w*")


def _is_to_be_had(reading: Reading, clause: Clause) -> bool:
    """«مردم می‌توانند ۶۲ خدمت را از پنجره بگیرند»: it is there, so no mere possibility."""
    if not reading.platforms.places(clause) or "duty" in reading.cues.present(clause):
        return False
    before = reading.siblings(clause)[max(0, clause.order - 1)]
    return _can_get().search(reading.masked, before.start, clause.end) is not None


@cache
def _can_get() -> re.Pattern[str]:
    return pattern(
        r"(?<!ن)می‌(?:توان|توانند|توانید|شود) [^.؛:]{0,160}?"
        r"(?:گرفت|دید|یافت|پیدا کرد|دریافت کرد|بگیر\w*|دریافت کن\w*|ببین\w*|انجام داد|انجام ده\w*|پیدا کن\w*)"
    )


def _sets_term(reading: Reading, clause: Clause) -> bool:
    """«مهلت اتصال دستگاه‌ها تا پایان آذر تمدید شد»: a clause that sets a term lays a duty."""
    if not any(date.role == "deadline" for date in reading.dates(clause)):
        return False
    so_far = Span(clause.sentence.start, clause.end)
    asked = reading.cues.within("asked_for", so_far) and _subjunctive_in(reading, clause)
    return not asked and _term().search(reading.masked, clause.start, clause.end) is not None


@cache
def _term() -> re.Pattern[str]:
    return pattern(
        r"(?<!پایان )(?<!یافتن )(?<!اتمام )(?<!گذشت )"
        r"(?:مهلت|فرصت|ضرب‌الاجل|سررسید) [^.؛]{0,120}?(?:تمدید|تعیین|اعلام|مشخص|است|منتقل شد|"
        r"تغییر (?:کرد|یافت)|خواهد بود|"
        r"عقب (?:نشست|افتاد|رفت|برد)\w*|جابه‌جا|به پایان می‌رسد|تمام می‌شود|در نظر گرفت\w*)(?! یافت)|"
        r"(?:مهلت|فرصت|وقت|زمان|مجال) (?:دار(?:د|ند|ید|یم)|گرفت(?:ند|ه‌اند|ه است)?|یافت(?:ند|ه‌اند|ه است)?|داد(?:ه|ند)?)"
    )


def _is_promise(reading: Reading, clause: Clause) -> bool:
    """A present or future verb with a time to come, or a word of promising."""
    if not _present_future().search(reading.masked, clause.start, clause.end):
        return "قرار است" in reading.text(clause)
    if "خواه" in reading.text(clause):
        return True
    timed = any(date.role == "deadline" for date in reading.dates(clause))
    return timed or _soon().search(reading.masked, clause.start, clause.end) is not None


def _inherited(reading: Reading, clause: Clause) -> Mood:
    sentence = reading.siblings(clause)
    for other in reversed(sentence[: clause.order]):
        present = reading.cues.present(other)
        if present & {"duty", "duty_noun"}:
            return "duty"
        if "unreal" in present:
            return "unreal"
        if "promise" in present:
            return "promise"
    return "unreal"
