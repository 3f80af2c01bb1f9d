"""Figures that are no number of anything: dates, times, telephone numbers, codes, versions, addresses."""

import re

from extractor.quantities import words
from extractor.quantities.before import Lead, lead
from extractor.quantities.grammar import LISTS, SPELT, VALUES, bare

# Dates, versions, sections («۲-۳-۱», «۱۹۲.۱۶۸.۱.۱»); times; what begins with a zero; «۸۸۱۱-۲۲۳۳»; «۵۴۳۲۱/ت۶۰۱۲۳»; «5G».
_OTHER = re.compile(
    r"\d+(?:[/.-]\d+){2,}|\d{1,2}:\d\d(?::\d\d)?|0\d[\d-]*(?![./٫]\d)(?:\) ?[\d-]{4,})?|\d{3,}-\d{3,}[\d-]*"
    r"|\d+/[^\W\d_]\w*|\d+[A-Za-z_][\w-]*"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.]\d{3}){2,}(?![\d.])")
# A word or address in Latin letters, with its digits: «COVID-19», «my.gov.ir/12», «info2@x.ir».
_LATIN = re.compile(r"[A-Za-z@_][^\s\u0600-\u06ff]*")
_JOINING = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-./@:=?&#%+~0123456789")
# «+98 21 8877 6655», «*500*3#».
_DIALLED = re.compile(r"[\d-]+(?: \d{2,4}){0,5}|[\d*]+#?")
# No count in the news has so many digits in a row.
_TOO_LONG = re.compile(r"\d{16,}")
_SLASHED = re.compile(r"\d+/\d+")
_ONE_TO = re.compile(r"1/\d\d")
_ROUND_THE_CLOCK = frozenset({"24/7", "7/24"})
# Codes in a row («۳۳۴۱۵۵۰۰ و ۳۳۴۱۵۵۰۱»), hours in a row («۷ تا ۱۳», «۱۷ و ۵۳ دقیقه», «۵: ۳۸»).
_CODE = re.compile(r"[\d*#/-]+(?:\.\d+)*(?:(?: و |، ?| تا )\d{3,}(?![\d ]*(?:هزار|میلیون|نفر)))*")
_MINUTES = (
    rf"(?:: ?\d\d(?::\d\d)?| و (?:\d{{1,2}}(?= دقیقه)|نیم|ربع|{SPELT}(?= دقیقه))"
    r"(?: دقیقه و \d{1,2}(?= ثانیه))?)"
)
_HOUR = rf"(?:\d{{1,2}}|{SPELT})(?!\d|[.,/]\d){_MINUTES}?(?: دقیقه)?"
_CLOCK = re.compile(
    rf"{_HOUR}(?:(?: صبح| عصر| شب| بعد ?از ?ظهر| ظهر)? (?:تا|الی) (?:ساعت )?{_HOUR}(?! ?(?:نفر|درصد|هزار)))?"
)
_CODES = frozenset(map(bare, LISTS["codes"]))
_HINTS = _CODES | {"شماره", "طبقه"}
_NO_DECIMAL = frozenset(map(bare, LISTS["slashed"]))
_CODE_HINT = re.compile("|".join(LISTS["code_hints"]))
_ADDRESS_HINT = re.compile("|".join(LISTS["address_hints"]))
_LONG, _NEAR, _FAR = 7, 40, 60
_FIRST_YEAR, _LAST_YEAR = 1300, 1450


def no_number(folded: str, start: int) -> int:
    """Where what begins at `start` ends if it is no number of anything; 0 if it may be one."""
    if folded.endswith(("ساعت ", "ساعت"), 0, start) and (clock := _CLOCK.match(folded, start)):
        before = lead(folded, start)
        if before.keys[:1] == ("ساعت",) and not _after_number(before):
            return clock.end()
    return _no_digits(folded, start) if folded[start].isdigit() else 0


def _after_number(before: Lead) -> bool:
    """«در ۲۴ ساعت ۵ نفر»: a stretch of hours."""
    if len(before.keys) < 2:
        return False
    number = before.keys[1].removesuffix("ساعت")
    return number.isdigit() or number in VALUES or number in ("چند", "این", "هر", "آن", "همین")


def _no_digits(folded: str, start: int) -> int:
    if end := _latin_end(folded, start) or _dialled_end(folded, start):
        return end
    if too_long := _TOO_LONG.match(folded, start):
        return too_long.end()
    match = _OTHER.match(folded, start)
    if match and not _GROUPED.fullmatch(match.group()) and not _is_range(folded, match):
        return match.end()
    if code := _code_end(folded, start):
        return code
    slashed = _SLASHED.match(folded, start) if "/" in folded[start : start + _LONG] else None
    if slashed is None:
        return 0
    ratio = _ONE_TO.fullmatch(slashed.group()) and "نسبت" in folded[max(0, start - _FAR) : start]
    return (
        slashed.end() if ratio or slashed.group() in _ROUND_THE_CLOCK or lead(folded, start).is_in(_NO_DECIMAL) else 0
    )


def _is_range(folded: str, match: re.Match[str]) -> bool:
    """«۳۰۰-۵۰۰ نفر»: with something counted after it no telephone number."""
    low, _, high = match.group().partition("-")
    if low.startswith("0") or not (low.isdigit() and high.isdigit()) or int(low) >= int(high):
        return False
    if int(low) >= _FIRST_YEAR and int(high) <= _LAST_YEAR:
        return False
    return (words.COUNTED.match(folded, match.end()) or words.PERCENT.match(folded, match.end())) is not None


def _code_end(folded: str, start: int) -> int:
    """Where the code, telephone number or part of an address at `start` ends; 0 where it is none."""
    colon = folded.endswith((": ", ":"), 0, start)
    before = lead(folded, folded.rindex(":", 0, start) if colon else start)
    if not before.is_in(_HINTS) and not folded[start : start + _LONG].isdigit():
        return 0
    whole = _CODE.match(folded, start)
    return whole.end() if whole and _is_code(folded, whole, before) else 0


def _is_code(folded: str, code: re.Match[str], before: Lead) -> bool:
    start, end = code.span()
    if before.is_in(_CODES) or ("شماره" in before.keys and folded.startswith(" تماس", end)):
        return True
    digits = code.group()
    if digits.isdigit() and len(digits) >= _LONG and _CODE_HINT.search(folded, max(0, start - _NEAR), start):
        return True
    return "طبقه" in before.keys and _ADDRESS_HINT.search(folded, max(0, start - _FAR), start) is not None


def _dialled_end(folded: str, start: int) -> int:
    if start == 0 or folded[start - 1] not in "+*":
        return 0
    match = _DIALLED.match(folded, start)
    # «+۲۵ درصد» dials nobody.
    short = match is not None and folded[start - 1] == "+" and len(match.group()) < _LONG
    return match.end() if match and not short else 0


def _latin_end(folded: str, start: int) -> int:
    """Where the Latin word ends that the digits at `start` are inside of; 0 where they are in none."""
    if start == 0 or folded[start - 1] not in _JOINING:
        return 0
    reach = max(0, start - _FAR)
    begin = max(reach, folded.rfind(" ", reach, start) + 1, folded.rfind("\n", reach, start) + 1)
    match = _LATIN.search(folded, begin, start)
    if match is None:
        return 0
    whole = _LATIN.match(folded, match.start())
    return whole.end() if whole and whole.end() > start else 0
