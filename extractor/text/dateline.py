"""The date of publication that a page prints in its own text, and visible Jalali dates with their time.

Never the page clock («Updated in», «به‌روزرسانی») and never a date in a sentence of the news. The forms are those
seen on Iranian sites: «۱۹ بهمن ۱۴۰۲، ۹:۳۰», «تاریخ انتشار: ۱۴:۳۰ - ۰۱ دی ۱۴۰۲», «۱۴۰۱/۰۸/۱۲ - ۱۳:۵۴:۳۷»,
«مهر ۱۲, ۱۴۰۵ ۱۹:۲۴», «شنبه / ۶ آبان ۱۳۹۱ / ۱۰:۳۹», «شنبه, ۳ آذر ۱۳۹۷، ۰۴:۲۲ ب.ظ».
"""

import re
from dataclasses import dataclass
from datetime import date, time

from extractor.dates import calendar
from extractor.dates.words import MONTH_NAMES, MONTHS
from extractor.quantities.numbers import bare
from extractor.text.patterns import expression
from extractor.text.view import View, fold

_MONTH = MONTH_NAMES
_LONGEST = 120
_NOON = 12
# No line without one is a dateline; looked for first, for it costs nothing.
_YEAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")
_WEEKDAY = expression("(?:یک|دو|سه|چهار|پنج)~شنبه|شنبه|جمعه|آدینه", whole=False)
_WEEKDAYS = re.compile(_WEEKDAY)
_HALF = r"(?: ?(?P<{0}half>[بق]\.ظ\.?))?"
_CLOCK = r"(?:ساعت ?:? ?)?(?P<{0}hour>[01]?\d|2[0-3]):(?P<{0}minute>[0-5]\d)(?::[0-5]\d)?" + _HALF
_DAY_MONTH_YEAR = rf"(?P<d1>\d{{1,2}}) ?(?P<m1>{_MONTH})(?: ?ماه)?,? ?(?P<y1>1[34]\d\d)"
_MONTH_DAY_YEAR = rf"(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}) ?[,،]? ?(?P<y2>1[34]\d\d)"
_NUMERIC = r"(?P<y3>1[34]\d\d)[/.-](?P<m3>\d{1,2})[/.-](?P<d3>\d{1,2})"
_SEPARATOR = r" ?[-–,،/|]? ?"
_STAMP = (
    rf"(?:{_CLOCK.format('a')}{_SEPARATOR})?(?:(?:{_WEEKDAY})[ ,،/]+)?"
    rf"(?:{_DAY_MONTH_YEAR}|{_MONTH_DAY_YEAR}|{_NUMERIC})(?!\d)(?:{_SEPARATOR}{_CLOCK.format('b')}(?!\d))?"
)
_FIND = re.compile(rf"(?<![\d/]){_STAMP}")
_LABEL = r"(?:تاریخ ?(?:انتشار|خبر|درج|مخابره|نشر)?|(?:زمان|ساعت) ?(?:انتشار|مخابره)|منتشر ?شده(?: در)?|انتشار)"
_CODE = r"(?:(?:کد|شماره|شناسه) ?خبر ?:? ?\d+)"
_LABELLED = re.compile(rf"{_CODE}?[ *•|,،-]*+{_LABEL} ?:? ?(?P<stamp>{_STAMP})(?: Asia/Tehran)?[ |./-]*+{_CODE}?")
# «صدا و سیما جمعه 01 دی 1402 - 11:31»: at most six words, then the date, and nothing after. A word is taken whole, so
# that a line of letters is no labour.
_AGENCY_LINE = re.compile(
    rf"[•* ]*+(?P<agency>(?:[^\W\d_]++ ?){{0,6}}[ ,،:|/-]*)(?P<stamp>{_STAMP})(?: Asia/Tehran)?[ |./-]*+{_CODE}?"
)
_PAGE_CLOCK = re.compile(
    expression(
        "(?:به~روز|بروز)~رسانی|امروز|اکنون|آخرین|ویرایش|اصلاح|مهلت|فرصت|پایان|آغاز|تا|برگزاری|شروع|مراسم|آزمون|ثبت~نام",
        whole=True,
    )
    + "|[Uu]pdate"
)


@dataclass(frozen=True, slots=True)
class Publication:
    """A printed date of publication: the Gregorian day, the time where printed, and its characters (folded offsets)."""

    date: date
    time: time | None
    start: int
    end: int


def parse_jalali_datetime(text: str) -> tuple[date, time | None] | None:
    """The first visible Jalali date in `text`, as a Gregorian day, with its time of day in Tehran; None without one.

    Order of time and date, weekday, month name or number, and the digits' script do not matter.
    """
    match = _FIND.search(fold(text))
    return _read(match) if match else None


def publication(view: View) -> Publication | None:
    """When the page says it was published; None where it says nothing or contradicts itself."""
    labelled: list[Publication] = []
    others: list[Publication] = []
    start = 0
    for line in view.folded.split("\n"):
        if len(line) <= _LONGEST and _YEAR.search(line) and not _PAGE_CLOCK.search(line):
            for pattern, into in ((_LABELLED, labelled), (_AGENCY_LINE, others)):
                found = _printed(pattern.fullmatch(line.strip()), start + len(line) - len(line.lstrip()))
                if found:
                    into.append(found)
                    break
        start += len(line) + 1
    if labelled:
        return labelled[0]
    return others[0] if len({one.date for one in others}) == 1 else None


def is_dateline(line: str) -> bool:
    """Whether `line` (folded, stripped) holds nothing but a date of publication and the agency's name."""
    if len(line) > _LONGEST or not _YEAR.search(line):
        return False
    match = _LABELLED.fullmatch(line) or _AGENCY_LINE.fullmatch(line)
    if match is None or _PAGE_CLOCK.search(line):
        return False
    agency = match.groupdict().get("agency") or ""
    return not _WEEKDAYS.sub("", agency).strip(" ،,") or _clock(match) is not None


def _printed(match: re.Match[str] | None, offset: int) -> Publication | None:
    if match is None or (read := _read(match)) is None:
        return None
    if "agency" in match.groupdict() and read[1] is None:
        # A bare day is as often the page's own calendar.
        return None
    return Publication(*read, offset + match.start("stamp"), offset + match.end("stamp"))


def _read(match: re.Match[str]) -> tuple[date, time | None] | None:
    for form in "123":
        if match[f"y{form}"]:
            month = match[f"m{form}"]
            number = int(month) if month.isdigit() else MONTHS[bare(month)]
            day = calendar.day(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
            days = day.days() if day else None
            return (days[0], _clock(match)) if days else None
    return None


def _clock(match: re.Match[str]) -> time | None:
    for side in "ab":
        if match[f"{side}hour"]:
            hour, half = int(match[f"{side}hour"]), match[f"{side}half"]
            if half and hour <= _NOON:
                hour = hour % _NOON + (_NOON if half.startswith("ب") else 0)
            return time(hour, int(match[f"{side}minute"]))
    return None
