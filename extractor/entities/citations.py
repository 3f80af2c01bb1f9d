"""The part of a law that is cited before its name: «جزء ۱ بند «و» تبصره ۷», «مواد ۳ و ۴», «ماده (۶۷)»."""

import re

_PART = r"(?:جزءهای|جزء?|اجزای|بندهای|بند های|بند|تبصره های|تبصرههای|تبصره|مواد|ماده|فصل)"
_ORDINAL = r"(?:یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|واحده|الف|[آ-ی]{1,2})"
_MARK = rf"(?:[«\"(']+ ?(?:\d{{1,3}}|{_ORDINAL}) ?[»\")']+|\d{{1,3}}|{_ORDINAL})(?: مکرر)?(?: الحاقی)?"
_ONE = rf"{_PART} ?{_MARK}(?:(?: و |، ?| تا ){_MARK})*"
_CITED = re.compile(rf"(?<![^\W_])(?:{_ONE},?،?(?: و)?(?: از| ذیل| در)? )+(?:ذیل |از |این |همین )*\Z")
_REACH = 120


def citation_start(folded: str, at: int) -> int:
    """Where the citation begins that runs up to the law's name at `at`; `at` itself where there is none."""
    match = _CITED.search(folded, max(0, at - _REACH), at)
    return match.start() if match else at
