"""Whose standing a clause tells: bodies before the words, inside or after them, and those excepted from all."""

import re
from functools import cache

from corpus.schema import Status
from extractor.annotations import Mention, Span
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import Clause, Reading
from extractor.claims.standing_rules import StatusRule
from extractor.claims.subjects import JOINT
from extractor.text.patterns import pattern

# An owner that is only guessed from the passage is too little for a standing.
LEAST = 0.72
# How those stand who are excepted from «همه», or of whom «نه … نه …» says it.
OTHERWISE: dict[Status, Status] = {
    "connected": "not_connected",
    "not_connected": "connected",
    "complied": "not_complied",
    "not_complied": "complied",
}
_NOR = re.compile(r"(?<![^\W\d_])نه $")
# So broad that a standing of them says nothing.
ALL = "group:executive-agencies"


@cache
def _some() -> re.Pattern[str]:
    return pattern(
        r"(?:برخی|بعضی?|بعضاً?|تعدادی|چند|اغلب|اکثر|بیشتر|یکی|معدود|معدودی|شماری|عمده|بخشی|پاره‌ای|نیمی|نصف|\d+)"
        r"(?: [^\W\d_]+)?(?: از)?(?: میان| بین)? ?$",
        whole=False,
    )


@cache
def _names_follow() -> re.Pattern[str]:
    """Words between a standing and the list of those it is said of: «متصل نشده‌اند: الف و ب»."""
    return pattern(
        r"[^.؛:]{0,60}?(?:: ?«?|(?:عبارت‌اند از|عبارتند از|عبارت است از|یعنی|شامل|از جمله|نظیر|مانند|همچون|همانند|"
        r"به نام) ?:? ?)",
        whole=False,
    )


@cache
def _everyone() -> re.Pattern[str]:
    return pattern(r"همه|تمام|تمامی|کلیه|هیچ|سایر|بقیه|دیگر|مابقی|دستگاه‌ها|بانک‌ها|سازمان‌ها")


@cache
def _names() -> re.Pattern[str]:
    return pattern(r"(?:نام برد|معرفی کرد|خبر داد|یاد کرد|برشمرد|نام خواند|فهرست کرد|اشاره کرد|انتقاد کرد)\w*")


@cache
def _authority() -> re.Pattern[str]:
    return pattern(
        r"(?:موافقت|حکم|ر[اأ]ی|تصویب|نظر|درخواست|پیشنهاد|تایید|تأیید|کمک|مصوبه|ابلاغ|نامه|دستور|تصمیم) $", whole=False
    )


@cache
def _judges() -> re.Pattern[str]:
    return pattern(
        r"را [^.؛]{0,80}?(?:شناخت|دانست|خواند|نامید|نام برد|نام می‌بر\w+|برشمرد|معرفی کرد|شمرد|معاف کرد|"
        r"مستثن[یا] کرد)\w*"
    )


class StandingOwners:
    """Finds the owners of standings in one document."""

    def __init__(self, reading: Reading, pairing: Pairing) -> None:
        self._reading = reading
        self._pairing = pairing

    def of(self, rule: StatusRule, words: Span, clause: Clause) -> list[tuple[Owner, Status]]:
        """Who `rule` is said of by `words` of `clause`, and how each stands."""
        if rule.who != "before":
            return [(owner, rule.status) for owner in self._elsewhere(rule, words, clause)]
        otherwise = OTHERWISE.get(rule.status)
        excepted = self._excepted(clause)
        if excepted and rule.status == "exempt":
            return [(Owner(body, 0.9, "excepted"), rule.status) for body in excepted]
        if not (excepted and _everyone().search(self._reading.masked, *_bounds(clause))):
            excepted = self._neither(clause)
        if excepted:
            return [(Owner(body, 0.9, "excepted"), otherwise) for body in excepted] if otherwise else []
        if self._of_unnamed(words, clause):
            return []
        owners = self._before(words, clause) or [Owner(body, 0.95, "listed") for body in self._listed(words, clause)]
        return [(owner, rule.status) for owner in owners or self._implied(words, clause)]

    def _elsewhere(self, rule: StatusRule, words: Span, clause: Clause) -> list[Owner]:
        if rule.who == "earlier":
            return self._earlier(clause)
        bodies = self._reading.bodies(words, "agency") if rule.who == "inside" else self._behind(words, clause)
        return [Owner(body, 0.95, "behind") for body in bodies]

    def _before(self, words: Span, clause: Clause) -> list[Owner]:
        rows = [self._free(row) for row in self._pairing.subjects(clause) if row[0].start < words.end]
        rows = [row for row in rows if row]
        gap = Span(rows[-1][-1].end, words.start) if rows else words
        if not rows or (self._counted(gap) and not self._reading.cues.within("except", gap)):
            return []
        return [Owner(body, 1.0, "before") for body in rows[-1] if body.type == "agency" or self._is_whole_group(body)]

    def _is_whole_group(self, body: Mention) -> bool:
        """«بانک‌های دولتی متصل نشده‌اند»: banks as such, neither all agencies nor some of the banks."""
        if body.type != "group" or body.id in (None, ALL):
            return False
        return _some().search(self._reading.masked, max(0, body.start - 24), body.start) is None

    def _free(self, row: list[Mention]) -> list[Mention]:
        """`row` without what opens it as another's authority: «پس از حکم دیوان عدالت اداری، کانون وکلا معاف شد»."""
        text = self._reading.document.text
        led = _authority().search(text, max(0, row[0].start - 20), row[0].start) is not None
        return row[1:] if led else row

    def _counted(self, span: Span) -> bool:
        """Whether `span` counts those that the standing is said of: «… ۷۴ دستگاه متصل شده‌اند»."""
        figures = [
            one for one in self._reading.quantities(span) if one.kind == "count" and one.unit in (None, "agency")
        ]
        return bool(figures)

    def _implied(self, words: Span, clause: Clause) -> list[Owner]:
        if any(row[0].start < words.end for row in self._pairing.subjects(clause)):
            return []
        if self._relative_to_services(clause) or self._counted(Span(clause.start, words.start)):
            return []
        pointed = self._pointed(clause, words)
        if pointed:
            return [Owner(pointed, 0.92, "this_body")]
        return [one for one in self._pairing.implied(clause) if one.body.type == "agency" and one.sureness > LEAST]

    def _pointed(self, clause: Clause, words: Span) -> Mention | None:
        """The body that «این بانک» before the words takes up, where it was named."""
        pointing = [
            one
            for one in self._reading.document.named
            if one.anaphora and one.type == "agency" and clause.start <= one.start and one.end <= words.end
        ]
        if not pointing:
            return None
        earlier = [one for one in self._reading.document.bodies if one.end <= pointing[-1].start]
        return next((one for one in reversed(earlier) if one.name == pointing[-1].name), None)

    def _behind(self, words: Span, clause: Clause) -> list[Mention]:
        rows = self._pairing.subjects(Span(words.end, clause.sentence.end))
        return rows[0] if rows and not self._reading.masked[words.end : rows[0][0].start].strip(" :«") else []

    def _listed(self, words: Span, clause: Clause) -> list[Mention]:
        """Those of a list behind the words, where nobody is named before them in the sentence."""
        sentence = clause.sentence
        if self._reading.bodies(Span(sentence.start, words.end), "agency"):
            return []
        rows = self._pairing.subjects(Span(words.end, sentence.end))
        if not rows or rows[0][0].type != "agency":
            return []
        lead = _names_follow().fullmatch(self._reading.masked, words.end, rows[0][0].start)
        return [body for body in rows[0] if body.type == "agency"] if lead else []

    def _excepted(self, clause: Clause) -> list[Mention]:
        """Those excepted from all: «به جز بانک ملی همه بانک‌ها متصل شده‌اند»."""
        for cue in self._reading.cues.within("except", clause):
            row = self._row(Span(cue.end, clause.end))
            if row and row[0].start - cue.end <= 1:
                return row
        return []

    def _of_unnamed(self, words: Span, clause: Clause) -> bool:
        """Whether the standing is of those that a body names or judges: «… دستگاه‌های بی‌عملکرد را نام برد»."""
        masked = self._reading.masked
        before = self._reading.siblings(clause)[clause.order - 1] if clause.order else None
        if (
            before
            and self._reading.text(clause).lstrip(" ،»").startswith("که ")
            and _names().search(masked, *_bounds(before))
        ):
            return True
        if not _judges().search(masked, *_bounds(clause)):
            return False
        rows = [row for row in self._pairing.subjects(clause) if row[0].start < words.end]
        return not rows or not masked.startswith(" را", rows[-1][-1].end)

    def _earlier(self, clause: Clause) -> list[Owner]:
        """The bodies of the clauses before, nearest first."""
        for other in reversed(self._reading.siblings(clause)[: clause.order]):
            named = self._row(other)
            if named:
                return [Owner(body, 0.9, "clause_before") for body in named]
        return []

    def _neither(self, clause: Clause) -> list[Mention]:
        """«نه الف متصل شده است و نه ب»."""
        text = self._reading.document.text
        denied = [
            body
            for body in self._reading.bodies(clause.sentence, "agency")
            if _NOR.search(text, max(0, body.start - 4), body.start)
        ]
        return denied if len(denied) > 1 and denied[0].start >= clause.start else []

    def _row(self, span: Span) -> list[Mention]:
        row: list[Mention] = []
        for body in self._reading.bodies(span, "agency"):
            if row and not JOINT.fullmatch(self._reading.document.text, row[-1].end, body.start):
                break
            row.append(body)
        return row

    def _relative_to_services(self, clause: Clause) -> bool:
        """«خدماتی هستند که متصل شده‌اند»: the services are connected, not the body."""
        if not clause.order or not self._reading.text(clause).lstrip(" ،»").startswith("که "):
            return False
        before = self._reading.siblings(clause)[clause.order - 1]
        return bool(self._reading.cues.within("service", before) or self._reading.cues.within("permit", before))


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end
