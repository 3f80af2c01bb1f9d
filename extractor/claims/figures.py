"""Which figures of a clause are stated, and which are the score bands of others."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from corpus.registry import load
from corpus.schema import Band, Unit
from extractor.annotations import Quantity, Span
from extractor.claims.moods import Mood
from extractor.claims.reading import Clause, Reading
from extractor.quantities import find_numbers
from extractor.quantities.making import Noun, single
from extractor.text.patterns import pattern

# How many characters behind a count its score band may begin.
BAND_REACH = 40
COUNTED = ("service", "agency")
GIVEN = ("permit", "request")
WHOLE = 100


@cache
def _not_stated() -> re.Pattern[str]:
    """Words before a figure that name what it is about without saying that it is so: «مهلت ارائه خدمات ۱۰۰ درصدی»."""
    return pattern(
        r"(?<![^\W\d_])(?:(?<!از )(?:مهلت|ضرب‌الاجل|موعد)|تاریخ|دلایل|دلیل|علت|لزوم|ضرورت|شاهد|با پیوستن|"
        r"با اتصال|با اضافه شدن|با افزودن)(?![^\W\d_])[^،.؛:]{0,60}?\s?$|"
        r"(?<![^\W\d_])با (?:[^\W\d_]+ ){0,2}[^\W\d_]+(?:دن|تن) (?:حدود |نزدیک به |بیش از )?$|"
        r"(?<![^\W\d_])(?:نماینده|نمایندگان|مدیران?|مدیران ارشد|مدیران عامل|رؤسای|روسای|رییس|مسیولان|مسئولان|"
        r"کارشناسان|کارکنان|معاونان|وزیران|وزرای|سرپرستان|سخنگویان|رابطان) (?:فناوری اطلاعات )?$|"
        r"نه تنها $|"
        r"(?<![^\W\d_])(?<!پیش از )(?<!قبل از )(?<!پس از )(?<!بعد از )"
        r"(?:برخی|بعضی|تعدادی|شماری|این|آن|همین|همان|هر کدام از|هر یک از) (?:از )?$",
        whole=False,
    )


@cache
def _is_not() -> re.Pattern[str]:
    """«۱۰۰ درصد نیست»: what it is is not told."""
    return pattern(r" (?:نیست|نبود|نخواهد بود|نمی‌شود)", whole=False)


@cache
def _undone() -> re.Pattern[str]:
    """«عدم ارائه ۱۰۰ درصدی خدمات»: some are missing, not all."""
    return pattern(r"(?:عدم|نشدن|نکردن)[^،.؛:]{0,40}?\s?$", whole=False)


@cache
def _aim() -> re.Pattern[str]:
    """Words before a figure that make it an aim where the clause states a fact: «برای اتصال ۱۰۰ درصدی جلسه داشتند»."""
    return pattern(r"(?<![^\W\d_])(?:هدف|برای|به منظور|جهت|اجرای|تکلیف)(?![^\W\d_])[^،.؛:\d]{0,60}?\s?$", whole=False)


@cache
def _band_after() -> re.Pattern[str]:
    return pattern(r"[^،.؛]{0,60}?(?:امتیاز|شاخص|پیشرفت|موفق|نمره|سطح|بلوغ|توسعه)", whole=False)


def figures(reading: Reading, clause: Clause) -> list[tuple[Quantity, Band | None]]:
    """The clause's figures, a count and the score band beside it taken together."""
    inside = reading.quantities(clause.sentence)
    bands = dict(_bands(reading, clause, inside))
    beside = {one for pair in pairwise(inside) if set(pair) & set(bands) for one in pair if one.unit == "percent"}
    return [(one, bands.get(one)) for one in inside if clause.covers(one) and one not in beside]


@cache
def _banded() -> frozenset[str]:
    """The contexts of programmes that measure score bands."""
    with_bands = [one for one in load().programmes if any(indicator.banded for indicator in one.indicators)]
    return frozenset(f"document:{name}" for one in with_bands for name in one.contexts)


def _bands(reading: Reading, clause: Clause, inside: list[Quantity]) -> list[tuple[Quantity, Band]]:
    if not reading.contexts & _banded():
        return []
    row = reading.rows.at(clause.place)
    if row and len(inside) > 1 and inside[0].unit == "percent":
        band = _band(inside[0])
        return [(one, band) for one in inside[1:] if one.unit in COUNTED]
    found = []
    for one, other in pairwise(inside):
        count, percent = (one, other) if other.unit == "percent" else (other, one)
        if count.unit not in COUNTED or percent.unit != "percent":
            continue
        if (row and percent is one) or (percent is other and _is_scored(reading, count, percent)):
            found.append((count, _band(percent)))
    return found


def _band(percent: Quantity) -> Band:
    return Band(low=percent.low or 0, high=100.0 if percent.high is None else percent.high)


def is_band(percent: Quantity, band: Band) -> bool:
    """Whether `percent` is the figure that `band` was read from."""
    return percent.unit == "percent" and (percent.low or 0) == band.low and percent.high in (band.high, None)


def _is_scored(reading: Reading, count: Quantity, percent: Quantity) -> bool:
    if percent.start - count.end > BAND_REACH:
        return False
    between = Span(count.end, percent.start)
    scored = _band_after().match(reading.masked, percent.end) or reading.cues.within("index", between)
    return percent.comparator == "range" or bool(scored)


def is_stated(reading: Reading, quantity: Quantity, clause: Clause, meant: Mood) -> bool:
    """Whether the clause says that it is so, and does not only name it."""
    before = reading.masked[clause.start : quantity.start]
    compared = quantity.comparator in ("lt", "le")  # «از ۱۴ درصد بیشتر نیست»
    if (_is_not().match(reading.masked, quantity.end) and not compared) or _of_few(reading, quantity, clause):
        return False
    if quantity.comparator in ("gt", "ge") and "denied" in reading.polarity.told(Span(quantity.end, clause.end)):
        return False  # «بیش از ۲۰ درصد ارائه نکرده» tells neither what is offered nor what is not
    if quantity.unit == "percent" and quantity.low == WHOLE and _undone().search(before):
        return False
    if _not_stated().search(before):
        return False
    for_them = quantity.unit in GIVEN and before.endswith("برای ")  # «برای ۶۸ هزار مورد مجوز صادر شد»
    return for_them or not (meant == "fact" and _aim().search(before))


def _of_few(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    """«اتصال صد درصدی ۱۰ دستگاه»: a percent of ten agencies is none of all."""
    behind = Span(quantity.end, clause.end)
    counted = [one for one in reading.quantities(behind) if one.unit == "agency"]
    return quantity.unit == "percent" and any(one.start - quantity.end <= 1 for one in counted)


def again(reading: Reading, clause: Clause, known: Quantity) -> Quantity | None:
    """The one figure of `clause` that goes on with `known`, its unit said again or left out; None where unclear."""
    cues = reading.cues.within("same_figure", clause)
    if not cues:
        return None
    same = [one for one in reading.quantities(clause) if one.unit == known.unit] or _bare(
        reading, clause, known, cues[0]
    )
    if len(same) != 1 or any(date.overlaps(same[0]) for date in reading.dates(clause)):
        return None
    return same[0]


def counting(quantity: Quantity, indicator: str) -> Quantity:
    """`quantity` in the unit that figures of `indicator` have, where its own word is another.

    «۱۲ هزار درخواست به صدور مجوز رسید» counts the permits issued, «۳۰۰ مجوز درخواست‌شده» the requests.
    """
    counts = [unit for unit in _units()[indicator] if unit != "percent"]
    if quantity.kind != "count" or len(counts) != 1 or quantity.unit in counts:
        return quantity
    return replace(quantity, unit=counts[0])


@cache
def _units() -> dict[str, tuple[Unit, ...]]:
    return {one.code: one.units for one in load().indicators}


def _bare(reading: Reading, clause: Clause, known: Quantity, cue: Span) -> list[Quantity]:
    if known.kind != "count":
        return []
    text = reading.masked[: clause.end]
    noun = Noun(known.kind, known.unit, None)
    return [
        single(text, Span(number.start, number.end), number, number.value, noun)
        for number in find_numbers(text)
        if number.start >= cue.end and number.value.is_integer()
    ]
