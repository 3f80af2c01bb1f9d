"""Percents that measure something else: by how much a thing changed, or a fee, a delay, people's content."""

import re
from functools import cache

from extractor.annotations import Quantity, Span
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

BEFORE = 40
COMPARED = ("gt", "ge", "lt", "le")


@cache
def _changed() -> re.Pattern[str]:
    """«۳۰ درصد رشد», «۲۰ درصد نسبت به پارسال بیشتر», «۱۵ درصد گران‌تر»."""
    return pattern(
        r" ?(?:(?:نسبت به|در مقایسه با|در قیاس با) [^،.؛:]{1,30}? )?"
        r"(?:رشد|افزایش|کاهش|جهش|افت|بیشتر|کمتر|گران|ارزان|کوتاه|سریع|بالاتر|پایین‌تر|بالا رفت|پایین آمد|"
        r"زیاد|کم)(?:‌?تر)?(?:ی|ه|ها|یافته)?(?![^\W\d_])",
        whole=False,
    )


@cache
def _change() -> re.Pattern[str]:
    """«رشد ۳۰ درصدی»."""
    return pattern(
        r"(?<![^\W\d_])(?:رشد|افزایش|کاهش|جهش|افت)(?: (?:حدود|تقریبی|تقریبا|نزدیک به|بیش از|حداقل|دست‌کم))? $",
        whole=False,
    )


@cache
def _level() -> re.Pattern[str]:
    """«به ۶۰ درصد افزایش یافت»: that is how high it stands; «از ۲۰ درصد کمتر است»: a bound."""
    return pattern(r"(?<![^\W\d_])(?:به|تا)(?: (?:حدود|نزدیک|بیش از|مرز|بالای))? $", whole=False)


@cache
def _led() -> re.Pattern[str]:
    """What makes a noun no head: «با هزینه کمتر», «در آن زمان»."""
    return pattern(
        r"(?<![^\W\d_])(?:با|در|از|به|بر|بدون|بی|برای|طی|این|آن|همین|همان|کدام|هر|چه|نه|و|یا)"
        r"(?: (?:این|آن|همین|هر))? $",
        whole=False,
    )


def is_change(reading: Reading, quantity: Quantity) -> bool:
    """Whether a percent tells by how much something grew or fell, not how high it stands."""
    if quantity.kind != "percent":
        return False
    opening = max(0, quantity.start - BEFORE)
    before = reading.masked[opening : quantity.start]
    if _change().search(before):
        return True
    compared = quantity.comparator in COMPARED and before.endswith("از ")
    return not compared and not _level().search(before) and _changed().match(reading.masked, quantity.end) is not None


def is_of_other(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    """«رضایت مردم از خدمات برخط ۷۲ درصد است»: what heads the words before the figure is none of ours."""
    opening = max(clause.start, reading.masked.rfind("،", clause.start, quantity.start) + 1)
    earlier = [one.end for one in reading.quantities(Span(opening, quantity.start))]
    stretch = Span(max([opening, *earlier]), quantity.start)
    for head in reading.cues.within("other_measure", stretch):
        if not _led().search(reading.masked[max(stretch.start, head.start - BEFORE) : head.start]):
            return not reading.cues.within("measure", Span(head.end, quantity.start))
    return False
