"""Whose a rank is: one rank is one body's, so a list of bodies shares a list or range of ranks, each its own."""

import re
from dataclasses import replace
from functools import cache
from re import Pattern

from extractor.annotations import Mention, Quantity, Span
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

# Those who assess and rank the others; ranked themselves only where the words say so.
COUNCIL = "org:it-council"
JUDGES = frozenset({"org:ito", COUNCIL})
_ROW_GAP = 40
_STOP = re.compile("[،؛:.\n]")


@cache
def _to_whom() -> Pattern[str]:
    """«رتبه سوم را … برد», «رتبه اول به … رسید», «رتبه دوم از آن … شد»."""
    return pattern(
        r" ?(?:(?:کشور|کشوری|این \w+|ارزیابی|جدول) )?(?:را )?(?:نیز |هم )?"
        r"(?:به ترتیب )?(?:به|از آن|متعلق به|مربوط به|نصیب|سهم|در اختیار|برای)? ?(?:به ترتیب )?",
        whole=False,
    )


@cache
def _by_whom() -> Pattern[str]:
    """«کسب رتبه دوم ارزیابی توسط وزارت …», «رتبه دوم وزارت …»."""
    return pattern(r" ?|[^،.؛\n]{0,90}?(?:توسط|از سوی|برای|نصیب) ", whole=False)


@cache
def _judging() -> Pattern[str]:
    return pattern(
        r"(?:دبیرخانه|دبیر|به گزارش|به نقل از|گزارش|اعلام|ارزیابی|نتایج|مصوبه|جلسه|پایش|آمار|"
        r"زیر‌مجموعه|وابسته به|ستادی|تابعه|استناد|به گفته|نظارت|پس از|بعد از|پیش از|قبل از|مانند|همچون)"
        r"(?: [^\W\d_]+)? ?$",
        whole=False,
    )


@cache
def _by() -> Pattern[str]:
    return pattern(r"(?:توسط|از سوی|از طرف) ?$", whole=False)


def each(quantity: Quantity, owners: list[Owner]) -> list[tuple[Quantity, Owner]]:
    """`quantity` for each of `owners`; of a range of ranks («اول تا سوم») each has its own, or nobody any."""
    if quantity.unit != "rank" or quantity.comparator != "range":
        return [(quantity, owner) for owner in owners]
    low, high = int(quantity.low or 0), int(quantity.high or 0)
    if len(owners) != high - low + 1:
        return []
    return [
        (replace(quantity, comparator="eq", low=float(low + at), high=float(low + at)), owner)
        for at, owner in enumerate(owners)
    ]


class Ranked:
    """Finds the owners of ranks in one document."""

    def __init__(self, reading: Reading, pairing: Pairing) -> None:
        self._reading = reading
        self._pairing = pairing

    def of(self, quantity: Quantity, clause: Clause) -> list[Owner]:
        """Who has the rank `quantity` of `clause`; empty where nothing says so."""
        rows = self._rows(clause)
        before = [row for row in rows if row[-1].end <= quantity.start]
        after = [row for row in rows if row[0].start >= quantity.end]
        ranks = [one for one in self._reading.quantities(clause) if one.unit == "rank"]
        for row in [*reversed(before), *after]:
            shared = self._shared(quantity, ranks, row)
            if shared:
                return shared
        masked = self._reading.masked
        told = after and (gap := masked[quantity.end : after[0][0].start]) and _to_whom().fullmatch(gap)
        if told and not (before and gap.strip() == ""):
            return self._alone(after[0])
        if before:
            return self._alone(before[-1])
        if after and _by_whom().fullmatch(masked, quantity.end, after[0][0].start):
            return self._alone(after[0])
        if after:
            return [Owner(one.body, 0.85, "behind") for one in self._alone(after[0])]
        return self._elsewhere(clause)

    def _shared(self, quantity: Quantity, ranks: list[Quantity], row: list[Mention]) -> list[Owner]:
        """Each body of a row has one of as many ranks beside it."""
        if quantity.comparator == "range":
            wide = int((quantity.high or 0) - (quantity.low or 0)) + 1
            return [Owner(body, 1.0, "in_turn") for body in row] if wide == len(row) else []
        if len(row) < 2 or len(ranks) < len(row):
            return []
        behind = [one for one in ranks if one.start >= row[-1].end][: len(row)]
        ahead = [one for one in ranks if one.end <= row[0].start][-len(row) :]
        for side in (behind, ahead):
            if quantity in side and len(side) == len(row) and side[-1].start - side[0].end < _ROW_GAP * len(row):
                return [Owner(row[side.index(quantity)], 1.0, "in_turn")]
        return []

    def _alone(self, row: list[Mention]) -> list[Owner]:
        return [Owner(row[0], 1.0)] if len(row) == 1 else []

    def _rows(self, clause: Span) -> list[list[Mention]]:
        """Rows of bodies that can be ranked: the pairing's, and those it takes for no subjects («به … رسید»)."""
        rows = [[one for one in row if self._is_ranked(one)] for row in self._pairing.subjects(clause)]
        known = {one.start for row in rows for one in row}
        for body in self._reading.bodies(clause, "agency"):
            if body.start in known or not self._is_ranked(body) or self._reading.people(body):
                continue
            last = rows[-1][-1] if rows and rows[-1] else None
            joined = last and self._reading.masked[last.end : body.start] in (" و ", "، ", "، و ")
            if joined:
                rows[-1].append(body)
            else:
                rows.append([body])
        return sorted((row for row in rows if row), key=lambda row: row[0].start)

    def _is_ranked(self, body: Mention) -> bool:
        if body.type != "agency" or body.id == COUNCIL:
            return False
        before = _STOP.split(self._reading.masked[max(0, body.start - 40) : body.start])[-1]
        by = _by().search(before) is not None
        if not by and not _judging().search(before):
            return True
        # «کسب رتبه … توسط وزارت علوم» is ranked, «ارزیابی توسط سازمان فناوری اطلاعات» is not.
        return by and body.id not in JUDGES and "رتبه" in self._reading.masked[max(0, body.start - 90) : body.start]

    def _elsewhere(self, clause: Clause) -> list[Owner]:
        for other in reversed(self._reading.siblings(clause)[: clause.order]):
            rows = self._rows(other)
            if rows:
                return [Owner(one.body, 0.9, "clause_before") for one in self._alone(rows[-1])]
        implied = [one for one in self._pairing.implied(clause) if self._is_ranked(one.body)]
        if implied:
            return implied if len(implied) == 1 else []
        for place in range(clause.place - 1, max(-1, clause.place - 3), -1):
            sentence = self._reading.document.sentences[place]
            rows = self._rows(sentence)
            if rows and clause.sentence.paragraph - sentence.paragraph <= 1:
                return [Owner(one.body, 0.75, "passage") for one in self._alone(rows[0])]
        return []
