"""How a clause is meant: as a fact, a duty, a promise, or as nothing that has happened (question, condition, wish)."""

import re
from functools import cache
from typing import Literal

from extractor.annotations import Span
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

Mood = Literal["fact", "duty", "promise", "unreal"]
# Cues that decide by themselves, the first that stands in the clause.
SAID: tuple[tuple[str, Mood], ...] = (("unreal", "unreal"), ("duty", "duty"), ("able", "fact"))


@cache
def _subjunctive() -> re.Pattern[str]:
    return pattern(r"(?<!می )[بن]?(?:کن|شو|ده|گیر|رس|باش|یاب|رسان|ساز|گرد|پیوند|گذار)(?:د|ند|یم)")


@cache
def _present_future() -> re.Pattern[str]:
    return pattern(r"می~(?:شو|کن|ده|گرد|رسان|یاب|پیوند)(?:د|ند|یم|م)|خواه(?:د|ند|یم|م)")


@cache
def _soon() -> re.Pattern[str]:
    return pattern(
        r"به‌زودی|بلافاصله|در آینده(?: نزدیک)?|در روزهای آینده|به سرعت|"
        r"از (?:فردا|هفته آینده|ماه آینده|سال آینده|ابتدای)|هر چه سریعتر|"
        r"تا (?:یک|دو|سه|چند) (?:ماه|هفته|روز) (?:آینده|دیگر)"
    )


def _subjunctive_in(reading: Reading, span: Span) -> bool:
    return _subjunctive().search(reading.masked, span.start, span.end) is not None


def mood(reading: Reading, clause: Clause) -> Mood:
    """The mood of `clause`; a subjunctive («متصل شوند») has that of the clause it depends on."""
    if reading.document.text[clause.sentence.start : clause.sentence.end].rstrip(' »"').endswith(("؟", "?")):
        return "unreal"
    so_far = Span(clause.sentence.start, clause.end)
    if reading.cues.within("hearsay", so_far) or reading.cues.within("denial", clause.sentence):
        return "unreal"
    present = reading.cues.present(clause)
    said = "duty" if _sets_term(reading, clause) else next((meant for cue, meant in SAID if cue in present), None)
    if said:
        return said
    subjunctive = _subjunctive_in(reading, clause)
    if ("promise" in present and subjunctive) or (not subjunctive and _is_promise(reading, clause)):
        return "promise"
    if subjunctive:
        return "duty" if "duty_noun" in present and "not_verb" not in present else _inherited(reading, clause)
    return "fact"


def _sets_term(reading: Reading, clause: Clause) -> bool:
    """«مهلت اتصال دستگاه‌ها تا پایان آذر تمدید شد»: a clause that sets a term lays a duty."""
    dated = any(date.role == "deadline" for date in reading.dates(clause))
    return dated and _term().search(reading.masked, clause.start, clause.end) is not None


@cache
def _term() -> re.Pattern[str]:
    return pattern(
        r"(?<!پایان )(?<!یافتن )(?<!اتمام )(?<!گذشت )"
        r"(?:مهلت|فرصت|ضرب‌الاجل) [^.؛]{0,120}?(?:تمدید|تعیین|اعلام|مشخص|است|خواهد بود)(?! یافت)"
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
