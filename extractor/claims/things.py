"""What a figure counts, or is a share of."""

import re
from functools import cache

from corpus.registry import load
from extractor.annotations import Quantity, Span
from extractor.claims.changes import is_change, is_of_other
from extractor.claims.reading import Clause, Reading
from extractor.claims.remembered import remembered
from extractor.text.patterns import pattern


@cache
def things() -> tuple[str, ...]:
    """What a percent can be a share of; of several in a clause the first in this order."""
    return tuple(dict.fromkeys(thing for programme in load().programmes for thing in programme.things))


@cache
def _share_of() -> re.Pattern[str]:
    # «۲۵ درصد از خدمات», «۲۵ درصدی خدمات», «۲۵ درصد کل مجوزها», «۹ درصد باقی‌مانده دستگاه‌ها»
    return pattern(
        r"\s*(?:از )?(?:کل |مجموع |تمام |همه |این (?!ها)|آن (?!ها)|عناوین |باقی‌مانده |سایر |تعداد )*", whole=False
    )


@remembered
def thing_counted(reading: Reading, quantity: Quantity, clause: Clause) -> str:
    """What a percent is a share of: named right after it, else in its clause; «change» of what is not users, «none»."""
    if quantity.kind == "count":
        return quantity.unit or "none"
    if is_change(reading, quantity):
        of_users = _share_in(reading, quantity, clause) == "users"
        return "users" if of_users else "change"
    return _share_in(reading, quantity, clause)


def _share_in(reading: Reading, quantity: Quantity, clause: Clause) -> str:
    named = _named_after(reading, quantity, clause)
    if named or _of_other(reading, quantity, clause) or is_of_other(reading, quantity, clause):
        return named or "other"
    headed = _headed(reading, quantity, clause)
    if headed:
        return headed
    # Agencies are who does it, so they are the thing counted only where nothing else is named. A clause that names
    # nothing and nobody goes on with the one before: «از ۱۵۰ دستگاه ۷۹ درصد متصل شده‌اند و ۸ درصد در حال اتصال‌اند».
    for one in reversed(reading.siblings(clause)[: clause.order + 1]):
        found = next((name for name in things() if reading.cues.within(name, one)), None)
        if found or reading.bodies(one):
            return found or "none"
    return "none"


def _headed(reading: Reading, quantity: Quantity, clause: Clause) -> str | None:
    """What a percent in a table is a share of: what its column's heading names, or the words over the table."""
    heading = reading.rows.heading(clause.place)
    column = reading.rows.over(clause.place, quantity) if heading else None
    if heading is None or column is None:
        return None
    for place in (column, heading):
        found = next((name for name in things() if name != "agency" and reading.cues.within(name, place)), None)
        if found:
            return found
    return None


def _named_after(reading: Reading, quantity: Quantity, clause: Clause) -> str | None:
    """What is named right after a percent: «۲۵ درصد خدمات»; «other» for what we know nothing of."""
    head = _share_of().match(reading.masked, quantity.end)
    if head:
        after = Span(head.end(), min(clause.end, head.end() + 25))
        for name in things():
            if any(cue.start == after.start for cue in reading.cues.within(name, after)):
                return name
        if any(one.start == after.start and one.type == "group" for one in reading.bodies(after)):
            return "agency"
        if _stranger(reading, after, clause):
            return "other"
    return None


def _of_other(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    """«سهم این شرکت از بازار بسته‌ها به ۱۸ درصد رسید»: a share of what we know nothing of."""
    shared = _share_from().search(reading.masked, clause.start, quantity.start)
    if shared is None or shared.end() >= quantity.start:
        return False
    after = Span(shared.end(), quantity.start)
    return not reading.counted(Span(after.start, after.start + 1)) and _stranger(reading, after, clause)


@cache
def _share_from() -> re.Pattern[str]:
    return pattern(
        r"سهم\w* [^،.؛:]{0,60}?(?<!خارج )(?<!بیرون )(?<!مانده )(?<!فراتر )(?<!گذشته )(?<!بیش )از (?=[^\W\d_■])",
        whole=False,
    )


def _stranger(reading: Reading, after: Span, clause: Clause) -> bool:
    """Whether a noun that we know nothing of follows a percent: «۶۰ درصد مدارس», «۲۰ درصد تخفیف»."""
    word = _word().match(reading.masked, after.start, clause.end)
    if word is None:
        return False
    known = reading.cues.within("after_percent", Span(after.start, word.end() + 12))
    return not any(cue.start == after.start for cue in known)


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[^\W\d_]{2,}", whole=False)
