"""Dates that tell when a figure was true: «تا پایان آذر ۷۳ درصد دستگاه‌ها متصل شدند»."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.annotations import DateMention, Ordered, Quantity, Span
from extractor.dates.speech import TO_COME, Speech


def mark_as_of(folded: str, dates: Sequence[DateMention], quantities: Sequence[Quantity]) -> list[DateMention]:
    """`dates` with the role "as_of" for those in one sentence with a figure, where it tells nothing of the future."""
    if not quantities:
        return list(dates)
    figures = Ordered(quantities)
    return [_marked(folded, date, figures) for date in dates]


def _marked(folded: str, date: DateMention, figures: Ordered[Quantity]) -> DateMention:
    if date.role is not None:
        return date
    speech = Speech(folded, date)
    if not figures.within(Span(speech.start, speech.end)) or speech.first_tense() in TO_COME:
        return date
    return replace(date, role="as_of")
