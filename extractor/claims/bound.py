"""Who a duty or a promise without a figure binds."""

import re
from functools import cache

from extractor.annotations import Mention, Span
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern


@cache
def _laid_on() -> re.Pattern[str]:
    return pattern(r"(?: \w+)? را [^،.؛]{0,30}?(?:مکلف|موظف|ملزم)", whole=False)


@cache
def _others() -> re.Pattern[str]:
    """A group of its own that is no body named before: «دانشگاه‌های باقی‌مانده»."""
    return pattern(r"(?:دانشگاه|بانک|شهرداری|شرکت|بیمه|صندوق|استانداری|دانشکده|اتحادیه|کانون)‌(?:ها|های)")


class Bound:
    """Finds the bound in one document."""

    def __init__(self, reading: Reading, pairing: Pairing) -> None:
        self._reading = reading
        self._pairing = pairing

    def of(self, clause: Clause, meant: str) -> list[Owner]:
        """Whom `clause`, a duty or a promise as `meant` says, binds, each with how sure that is."""
        named = self._laid_on(clause) or [Owner(body, 1.0) for body in next(iter(self._pairing.subjects(clause)), [])]
        if named or _others().search(self._reading.masked, clause.start, clause.end):
            return named
        one_body = (self._promiser(clause) if meant == "promise" else None) or self._pointed(clause)
        return [Owner(one_body, 0.95, "promiser")] if one_body else self._implied(clause, meant)

    def _promiser(self, clause: Clause) -> Mention | None:
        """Who promises: in so many words, or as «ما» in its sentence, this clause or one before it."""
        told = self._pairing.promiser(clause)
        if told:
            return told
        siblings = self._reading.siblings(clause)[: clause.order + 1]
        own = (self._reading.voices.own_body(clause.sentence, one) for one in reversed(siblings))
        return next((one for one in own if one), None)

    def _laid_on(self, clause: Clause) -> list[Owner]:
        """«… دستگاه‌ها را مکلف کرده است که …», here or in the clause that this one depends on."""
        for one in reversed(self._reading.siblings(clause)[: clause.order + 1]):
            bodies = self._pairing.bound(one)
            if bodies:
                return [Owner(body, 1.0, "bound") for body in bodies]
            for cue in self._reading.cues.within("agency", one):
                if _laid_on().match(self._reading.masked, cue.end):
                    return [Owner(self._pairing.group(cue), 0.95, "bound")]
        return []

    def _implied(self, clause: Clause, meant: str) -> list[Owner]:
        owners = self._pairing.implied(clause)
        agencies = self._reading.cues.within("agency", clause)
        in_sentence = any(clause.sentence.covers(Span(one.body.start, one.body.end)) for one in owners)
        if agencies and meant == "duty" and not in_sentence:
            return [Owner(self._pairing.group(agencies[0]), 0.9, "everyone")]
        return owners

    def _pointed(self, clause: Clause) -> Mention | None:
        """The body that «این سازمان» takes up, where it was named."""
        named = self._reading.document.named
        pointing = [one for one in named if one.anaphora and one.type == "agency" and clause.covers(one)]
        if not pointing:
            return None
        earlier = [one for one in self._reading.document.bodies if one.end <= pointing[0].start]
        return next((one for one in reversed(earlier) if one.name == pointing[0].name), None)
