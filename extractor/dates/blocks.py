"""What the forms of dates are made of: pieces of patterns over folded text, and what their words mean."""

from extractor.dates.words import CARDINAL, NUMBERS, ORDINAL, WORDS, choice, values
from extractor.text.patterns import any_of

PARTS, PIECES = values("parts"), values("pieces")
YEARS, NEAR, RELATIVE_MONTHS, WEEKS, DAYS = (
    values(kind) for kind in ("years", "near", "relative_months", "weeks", "days")
)
SEASONS, SEASON_NUMBERS, HALVES, LATER = (
    values(kind) for kind in ("seasons", "season_numbers", "halves", "later_months")
)
WEEKDAYS = {word.replace("~", ""): at for at, word in enumerate(WORDS["weekdays"])}
FIRST_MONTHS = {word.replace("~", "").replace(" ", "") for word in WORDS["first_months"]}

# A number goes on where digits or a sign before digits follow.
GUARD = r"(?!\d|[/.٫]\d|-\d(?!\d{3}))"
# «آبان ۱۴۰۰ میلیارد تومان» is a sum of money.
_SUM = r"(?! ?(?:%|درصد|هزار|میلیون|میلیارد|ساعت کار ن?می))"
STATED_YEAR = rf"(?P<year>1[34]\d\d){GUARD}{_SUM}"
COUNTED = any_of(WORDS["counted"])
NOT_COUNTED = rf"(?![,٬/.٫%]\d|\d| ?%|~{COUNTED}{{end}})"
_FOLLOWS = rf"(?= ?(?:[^\w\s/.,٬٫%-]|[.,](?!\d)|\n|\Z)| {any_of(WORDS['after_short_year'])}{{end}})"
# After a day «۹۸» is a year unless it counts; after a month alone only where nothing can be counted.
SHORT_YEAR = rf"(?P<short>0\d(?!\d)|9\d{NOT_COUNTED}|[4-8]\d(?(day){NOT_COUNTED}|{_FOLLOWS}))"
YEAR_IN_WORDS = rf"(?P<words>(?:یک~)?هزار~و~(?:سی~?صد|چهار~?صد)(?:~و~{CARDINAL})?)"
YEAR_WORD = rf"(?P<year_word>{choice('years')})"
NEAR_WORD = rf"(?P<near>{choice('near')})"
AGO = rf"(?:\d{{1,3}}|{CARDINAL}) سال {choice('ago')}"
# The name of the calendar after a year.
CALENDAR = "(?: (?:هجری )?(?:شمسی|خورشیدی|میلادی|قمری))?"
PART = f"(?:(?!{choice('pieces')} )(?P<part>{choice('parts')})(?:~ی)? )?"
PIECE = f"(?:(?P<piece>{choice('pieces')})(?:~ی)? (?:از )?)?"
WEEKDAY_NAME = any_of(WORDS["weekdays"])
WEEKDAY_BEFORE = rf"(?:(?P<weekday>(?:روز )?{WEEKDAY_NAME})(?:[ ،]+| ?- ?)(?:مورخه? |به تاریخ )?)?"
DAY = rf"(?:\d{{1,2}}(?: ?ا?م{{end}})?|{ORDINAL}|{CARDINAL})"
TO = "(?:تا|الی|ا?لغایت|-)"
OF_YEAR = r"(?:(?:در |از )?سال )?"
MONTH_NAME = r"(?P<before_month>{before} )?(?P<month>{months})(?P<mah>~ماه)?(?!{letter})"


def year_in_words(written: str) -> int:
    """«هزار و چهارصد و دو» is 1402."""
    rest = written.replace(" ", "").partition("هزارو")[2]
    century = "سیصد" if rest.startswith("سیصد") else "چهارصد"
    below = rest.removeprefix(century).removeprefix("و")
    return (1300 if century == "سیصد" else 1400) + NUMBERS.get(below, 0)
