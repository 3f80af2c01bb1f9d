"""What stands before or after the words of a date and shows that they are none, or that they are one."""

import re

from extractor.dates.words import CARDINAL, ORDINAL, WORDS, choice
from extractor.text.patterns import any_of, expression


def _before(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\A|\W){expression(any_of(WORDS[kind]), whole=False)} \Z")


NAME_BEFORE, PLACE_BEFORE, LEADING = (_before(kind) for kind in ("not_before_month", "not_before_day", "leading"))
NOT_TODAY, NOT_WEEKDAY, NOT_OCCASION = (
    _before(kind) for kind in ("not_before_today", "not_before_weekday", "not_before_occasion")
)
WITHIN, DURING = _before("within"), _before("during")
NAME_AFTER, AFTER_DAY, AFTER_TODAY, AFTER_WEEKDAY, AFTER_GREGORIAN = (
    re.compile(expression(rf"~{any_of(WORDS[kind])}{{end}}", whole=False))
    for kind in ("not_after_month", "after_a_day", "not_after_today", "not_after_weekday", "not_after_gregorian")
)
# «دو روز گذشته» is no «روز گذشته».
COUNTED_BEFORE = re.compile(rf"(?:(?<!\d)\d{{1,3}}|(?:\A|\W)(?:چند|چندین|{expression(CARDINAL, whole=False)})) \Z")
AFTER_WEEK = re.compile(
    expression(rf"~(?:ها|های|ای|نامه)|  ?(?:{ORDINAL}|دولت|{any_of(WORDS['months'][1])}|از|بعد|قبل|\d)", whole=False)
)
# «ظرف سه ماه از تاریخ ابلاغ».
COUNTED_FROM = re.compile(expression(rf"{{start}}{any_of(WORDS['counted_from'])}{{end}}", whole=False))


_MONTHS = any_of(name for kind in ("months", "gregorian_months") for names in WORDS[kind].values() for name in names)
# «تیر تا بیستم مرداد», «مارس و آوریل ۲۰۲۴»: a month is one where another goes on from it.
MONTH_AFTER = re.compile(
    expression(
        rf" (?:(?:تا|الی|لغایت) (?:پایان |اواخر |اواسط |نیمه )?(?:(?:\d{{1,2}}|{ORDINAL}) )?(?:{_MONTHS}){{end}}"
        rf"(?:~ماه|(?: سال)? \d{{4}})?|و (?:{_MONTHS})(?:~ماه|(?: سال)? \d{{4}}| امسال))",
        whole=False,
    )
)
# «هر سال ۷۰ کارگر», «یک سال گذشته».
EACH = re.compile(r"(?:^|\W)(?:\d+|یک|هر|چند|آن|همان) \Z")
NO_SEASON = re.compile(r" ?(?:تحصیلی|لیگ|مسابقات|سریال|رقابت)")
# «بهار و تابستان ۱۴۰۲»: the first has the year of the second.
AND_SEASON = re.compile(
    expression(
        rf"[ ،]*(?:و|تا|الی|یا)? ?(?:فصل )?{choice('seasons')} (?:{choice('years')}|سال |1[34]\d\d)", whole=False
    )
)
# «آذر برگزار خواهد شد».
HAPPENS = re.compile(r" (?:برگزار|آغاز|شروع|اعلام|منتشر|انجام|افتتاح|اجرا|رونمایی) (?:خواهد|خواهند|می|شد)")
# «پانزدهم آذر هر سال».
EVERY_YEAR = re.compile(expression(r" (?:در )?(?:هر~سال|هر~ساله|همه~ساله){end}", whole=False))
LONGEST_TITLE = 50
WORK = re.compile(
    r"(?:^|\W)(?:فیلم|کتاب|رمان|نمایشگاه|مستند|سریال|نمایش|ترانه|آلبوم|شعر|داستان|مجله|مجموعه|تیاتر|اثر|سرود|قطعه|تابلوی)"
    r"(?: [^\W\d]+)?(?: [^\W\d]+)? ?\Z"
)
# Before figures that are a date by this word alone.
DATED = re.compile(expression(r"(?:مورخه?|تاریخ|مصوب|ابلاغیه|مورخ:|تاریخ:) \Z", whole=False))
# «یک هفته دیگر هم», «یک ماه دیگر تمدید شد»: so much more, and no day.
MORE = re.compile(r" (?:هم|تمدید|به مهلت|نیز|اضافه)(?!\w)")
OFFICE_HOURS = re.compile(r"ساعت کار|ساعات کار|ساعت اداری|هر هفته|روزهای کاری|همه روزه")
# To Dushanbe.
FLIGHT = re.compile(r"(?:پرواز|پروازهای)(?: [^\W\d]+){0,3} ?\Z")
IDIOM = re.compile(r"امروز و فردا ?(?:کردن|کرد|می ?کن)|امروز و دیروز نیست")
