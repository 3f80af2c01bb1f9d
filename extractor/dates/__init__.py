"""Recognisers of dates, periods and deadlines in folded text; the calendar is the Iranian one (Jalali)."""

from extractor.dates.as_of import mark_as_of
from extractor.dates.document import document_year
from extractor.dates.recognise import find_dates

__all__ = ["document_year", "find_dates", "mark_as_of"]
