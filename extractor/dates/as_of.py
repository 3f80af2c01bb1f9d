"""Dates that tell when a figure was true: «تا پایان آذر ۷۳ درصد دستگاه‌ها متصل شدند»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotations import DateMention, Ordered, Quantity, Span
from extractor.dates.cues import TENSED, WORDS, cues
from extractor.dates.speech import TO_COME, Speech
from extractor.text.patterns import any_of, expression

# Before a date that something is of («بودجه ۱۴۰۲»), is compared with («نسبت به سال گذشته») or begins with.
_OF_ANOTHER = re.compile(expression(rf"(?:\A|\W){any_of(WORDS['not_as_of'])} \Z", whole=False))
_REACH = 40


def mark_as_of(folded: str, dates: Sequence[DateMention], quantities: Sequence[Quantity]) -> list[DateMention]:
    """`dates` with the role "as_of" for those in one clause with a figure, where it tells nothing of the future."""
    if not quantities:
        return list(dates)
    figures = Ordered(quantities)
    return [_marked(folded, date, figures) for date in dates]


def _marked(folded: str, date: DateMention, figures: Ordered[Quantity]) -> DateMention:
    if date.role is not None:
        return date
    speech = Speech(folded, date)
    if not figures.within(Span(speech.start, speech.end)) or _OF_ANOTHER.search(
        folded, max(speech.start, date.start - _REACH), date.start
    ):
        return date
    if speech.first_tense() in TO_COME or not figures.within(_clause(speech)):
        return date
    return replace(date, role="as_of")


def _clause(speech: Speech) -> Span:
    """From the verb before the date, if it ends a clause, to the one after it."""
    ended = [cue.end for cue in cues(speech.folded, speech.start, speech.span.start) if cue.kinds & TENSED]
    verb = speech.first_verb
    return Span(ended[-1] if ended else speech.start, verb.end if verb else speech.end)
