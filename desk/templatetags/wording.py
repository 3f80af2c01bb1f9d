"""Template filters: the desk's words."""

from django import template

from desk import calendar, numerals, spelling, wording, words

register = template.Library()

register.filter("finding", wording.finding_words)
register.filter("facts", wording.fact_words)
register.filter("claimant", wording.claimant_words)
register.filter("confidence", wording.confidence_words)
register.filter("time", calendar.time_words)
register.filter("day", calendar.day_words)
register.filter("moment", calendar.moment_words)
register.filter("number", numerals.number_words)
register.filter("publisher", words.publisher_label)
register.filter("display", spelling.display)


@register.filter
def indicator(code: str | None) -> str:
    """The label of an indicator, or that there is none."""
    return words.indicator_label(code) or "بی‌شاخص"


@register.filter
def kind(code: str) -> str:
    """The word for a kind of record."""
    return words.label("kinds", code)


@register.filter
def status(code: str) -> str:
    """The word for a status."""
    return words.label("statuses", code)


@register.filter
def linkable(document: str) -> bool:
    """Whether a document's name is an address that a browser may safely be sent to."""
    return document.startswith(("http://", "https://"))
