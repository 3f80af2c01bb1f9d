"""How a reader's answers are judged, ours and the peers' alike."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from benchmarks.cases import Case, Found, When

type Reader = Callable[[Case], list[Found]]
_YEAR = re.compile(r"(?:\d{4}|-)-")


@dataclass(slots=True)
class Score:
    """Counts over all cases; `expected` are the dates or numbers to be found, `empty` the cases without any."""

    cases: int = 0
    right_cases: int = 0
    expected: int = 0
    found: int = 0
    exact: int = 0
    right: int = 0
    empty: int = 0
    clean: int = 0
    false: int = 0
    raised: int = 0


def score(reader: Reader, cases: Iterable[Case], *, values: bool = True, lenient: bool = False) -> Score:
    """Judge `reader` on `cases`.

    Found: an answer shares a character with the expected span; exact: it is that span. Right: the answer that was
    found gives the expected value (`same`). A reader without spans finds what it gives the right value of. False finds
    are answers that belong to nothing expected. A case is right where all is found, with the right value where the
    reader gives values at all (`values`), and nothing else; an empty case is clean where nothing is found. A reader
    that raises has found nothing, and has not kept an empty case clean.
    """
    total = Score()
    for case in cases:
        total.cases += 1
        total.expected += len(case.expected)
        total.empty += not case.expected
        try:
            answers = reader(case)
        except Exception:  # whatever a peer raises, it is counted
            total.raised += 1
            continue
        _judge(total, case, answers, values=values, lenient=lenient)
    return total


def _judge(total: Score, case: Case, answers: list[Found], *, values: bool, lenient: bool) -> None:
    left = list(answers)
    missed = 0
    for expected in case.expected:
        meeting = [one for one in left if _meets(one, expected, lenient=lenient)]
        if not meeting:
            missed += 1
            continue
        answer = next((one for one in meeting if one.span == expected.span), meeting[0])
        left.remove(answer)
        right = values and same(answer.value, expected.value, lenient=lenient)
        total.found += answer.span is not None
        total.exact += answer.span == expected.span
        total.right += right
        missed += values and not right
    if case.whole:
        total.false += len(left)
        total.clean += not case.expected and not left
    total.right_cases += not missed and not (case.whole and left)


def _meets(answer: Found, expected: Found, *, lenient: bool) -> bool:
    if answer.span is None or expected.span is None:
        return same(answer.value, expected.value, lenient=lenient)
    return answer.span[0] < expected.span[1] and expected.span[0] < answer.span[1]


def same(answer: object, expected: object, *, lenient: bool = False) -> bool:
    """Whether a value is the expected one.

    Numbers: equal to six decimals. A Jalali date: equal to the expected one, with the same first and last day where
    the case states them; `lenient`, for readers that know neither the day of publication nor first and last days, lets
    a date without a year pass where month and day agree. A reader that gives one day for each date is right where that
    day lies in the expected period.
    """
    if isinstance(answer, When) and isinstance(expected, When):
        return _same_date(answer, expected, lenient=lenient)
    if isinstance(answer, float) and isinstance(expected, float):
        return math.isclose(answer, expected, abs_tol=1e-6)
    return False


def _same_date(answer: When, expected: When, *, lenient: bool) -> bool:
    if answer.jalali is None:
        return _within(answer.first, expected)
    if lenient and answer.jalali.startswith("--"):
        return answer.jalali[2:] == _YEAR.sub("", expected.jalali or "", count=1)
    if lenient:
        return answer.jalali == expected.jalali
    ends = all(getattr(answer, end) == getattr(expected, end) for end in expected.stated)
    return ends and expected.jalali in {None, answer.jalali}


def _within(day: date | None, period: When) -> bool:
    if day is None or period.first is None or period.last is None:
        return False
    return period.first <= day <= period.last
