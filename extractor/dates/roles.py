"""Which dates are deadlines, and whether a sentence speaks of the past or of what is to come."""

import re
from dataclasses import replace
from pathlib import Path

import yaml

from extractor.annotations import DateMention, Span
from extractor.text.patterns import any_of, expression, pattern

WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("roles.yaml").read_text("utf-8"))

_UNTIL = re.compile(expression(f"{{start}}{any_of(WORDS['until'])}[ :،]*", whole=False) + r"\Z")
_NOUN = pattern(f"{any_of(WORDS['nouns'])}(?:~ها)?~?(?:ی|ای)?")
_NAME = pattern(f"{any_of(WORDS['names'])}(?:~ها)?~?(?:ی|ای)?")
_RUNS_OUT = re.compile(expression(f" {any_of(WORDS['runs_out'])}{{end}}", whole=False))
_DUTY = pattern(any_of(WORDS["duty"]))
_BOUND = pattern(any_of(WORDS["bound"]))
_ELAPSED = pattern(any_of(WORDS["elapsed"]))
_AHEAD = pattern(any_of(WORDS["ahead"]))
_FUTURE = pattern(f"{any_of(WORDS['future'])}")
# «متصل‌اند» and «متصلند» say how things stand.
_PAST = pattern(f"{any_of(WORDS['past'])}|(?:متصل|پیوسته|برخط|مشغول)~ا?ند|[^\\W\\d_]{{3,}} اند")
_STOP = re.compile(r"[.!?؟\n](?!\d)")
_NEVER = pattern("امروز|کنون|اکنون|دیروز|دیشب|این لحظه")
_REACH = 200
_NEAR = 70


def is_deadline(folded: str, span: Span, *, firm: bool, begins: bool = False) -> bool:
    """Whether the date at `span` is by when something must be or will be done.

    `firm` says that the date names an end («پایان آبان»): such a one is a deadline after «تا» where no verb tells
    otherwise, as in titles. `begins` says that it names a beginning («ابتدای دی»), which only «تا» makes a deadline.
    """
    if _NEVER.fullmatch(folded, span.start, span.end):
        return False
    before, after = _around(folded, span)
    if _UNTIL.search(before):
        if _NOUN.search(before) or _NOUN.search(after) or _binds(after):
            return True
        tense_after = _first_tense(after)
        if _DUTY.search(before) and (tense_after != "past" or _ELAPSED.search(after)):
            return True
        return tense_after == "future" or (tense_after == "" and firm)
    return not begins and not before.endswith("از ") and _named(before, after)


def _binds(after: str) -> bool:
    """Whether a word of duty comes in `after`, before any word of what has been."""
    bound, past = _BOUND.search(after), _PAST.search(after)
    return bound is not None and (past is None or bound.start() < past.start())


def _named(before: str, after: str) -> bool:
    """«مهلت … پایان آبان است», «(پایان آبان)» after «مهلت قانونی», «سی‌ام آذر؛ آخرین مهلت»."""
    nouns = list(_NAME.finditer(before))
    if nouns and len(before) - nouns[-1].end() <= _NEAR * 2:
        between = before[nouns[-1].end() :]
        joined = between.endswith(("(", "، ", ": ", "است ", "تا ")) or len(between) <= 25
        return joined or _RUNS_OUT.match(after) is not None
    match = _NAME.search(after)
    return match is not None and match.start() <= 12 and not re.search("[،.]", after[: match.start()])


def tense(folded: str, span: Span, *, deadline: bool) -> str:
    """The tense of the clause around `span`: "past", "future", "ahead" (surely still to come) or "" (it shows none)."""
    if deadline:
        before, after = _around(folded, span)
        if _ELAPSED.search(before) or _ELAPSED.search(after):
            return "past"
        return "ahead" if _AHEAD.search(before[-_NEAR:]) or _AHEAD.search(after) else "future"
    return _first_tense(_around(folded, span)[1])


def without_intervals(folded: str, mentions: list[DateMention]) -> list[DateMention]:
    """`mentions` with the role taken from the second of «از ابتدای فروردین تا پایان شهریور»."""
    found = list(mentions)
    for at in range(1, len(found)):
        first, second = found[at - 1], found[at]
        gap = folded[first.end : second.start].strip()
        if second.role == "deadline" and gap == "تا" and re.search(r"(?<!\w)از $", folded[: first.start][-4:]):
            found[at] = replace(second, role=None)
    return found


def _around(folded: str, span: Span) -> tuple[str, str]:
    """The sentence before and after `span`, as far as it matters."""
    before = folded[max(0, span.start - _REACH) : span.start]
    stops = list(_STOP.finditer(before))
    after = folded[span.end : span.end + _REACH]
    stop = _STOP.search(after)
    return before[stops[-1].end() :] if stops else before, after[: stop.start()] if stop else after


def _first_tense(text: str) -> str:
    future, past = _FUTURE.search(text), _PAST.search(text)
    if future and (past is None or future.start() <= past.start()):
        return "future"
    return "past" if past else ""
