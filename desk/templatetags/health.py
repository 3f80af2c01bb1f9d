"""Template filters: words for runs and their health."""

from django import template

from desk import runs, words
from desk.numerals import number_words

register = template.Library()
_MINUTE = 60


@register.filter
def monitor(name: str) -> str:
    """What a monitor watches; a monitor that the desk does not know by its own name."""
    return words.label("monitors", name)


@register.filter
def ended(code: str) -> str:
    """How a run ended."""
    return words.label("endings", code)


@register.filter
def check_status(code: str) -> str:
    """A monitor's verdict."""
    return words.label("checks", code)


@register.filter
def figure(one: runs.Figure) -> str:
    """«عنوان ۰٫۶۱؛ دست‌کم ۰٫۹۹»."""
    what, _, source = one.what.partition(" by ")
    # A selector is Latin; without isolates the figure behind it would be drawn before it.
    named = words.label("figures", what) + (f" از \u2068{source}\u2069" if source else "")
    return f"{named} {number_words(one.value)}؛ {words.label('bounds', one.bound)} {number_words(one.limit)}"


@register.filter
def lasting(seconds: float) -> str:
    """«۴۵ ثانیه», «۱۲ دقیقه»."""
    if seconds < _MINUTE:
        return f"{number_words(round(seconds))} ثانیه"
    return f"{number_words(round(seconds / _MINUTE))} دقیقه"
