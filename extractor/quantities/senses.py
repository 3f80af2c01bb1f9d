"""Words that are numbers in one place and something else in another: «نه», «ده», «نیم», «اول», «چند هزار»."""

from extractor.quantities import grammar
from extractor.quantities.before import lead
from extractor.quantities.grammar import LISTS, bare

_FIRST_NOT_AFTER = frozenset(map(bare, LISTS["first_not_after"]))
_VAGUE = frozenset(map(bare, LISTS["vague_before"]))
_VERB_BEFORE = frozenset(map(bare, LISTS["verb_before"]))
_MULTIPLE_NOT_AFTER = frozenset(map(bare, LISTS["multiple_not_after"]))
_NTH = frozenset(map(bare, LISTS["nth_after"]))
_OF_HUNDREDS = frozenset(("سی", "چهار", "شش", "هفت", "هشت", "نه"))
_REACH = 40


def is_number(folded: str, start: int, end: int) -> bool:
    """Whether the number word at `start:end` is meant as a number."""
    written = folded[start:end]
    if written == "نه":
        return _is_nine(folded, start, end)
    if written == "نیم":
        return _is_half(folded, start, end)
    return written not in grammar.HOMONYMS or not _is_other_word(folded, start, end)


def _is_nine(folded: str, start: int, end: int) -> bool:
    """Its noun follows, and no other «نه» makes it «neither»."""
    if not grammar.NINE.match(folded, end) or grammar.NEITHER.match(folded, end):
        return False
    return not grammar.NEITHER.match(folded, max(0, start - _REACH), start)


def _is_half(folded: str, start: int, end: int) -> bool:
    """«نیم ساعت», «دو سال و نیم»; not «نیم‌فصل»."""
    if grammar.HALF.match(folded, end):
        return True
    return folded.endswith("و ", 0, start) and not grammar.HALF_OF_WORD.match(folded, end)


def _is_other_word(folded: str, start: int, end: int) -> bool:
    """«کدخدای ده», «ماه صفر», «سی‌ان‌ان»."""
    after, before = grammar.HOMONYMS[folded[start:end]]
    if after and lead(folded, start).is_in(after):
        return True
    return before is not None and before.match(folded, end) is not None


def is_first(folded: str, start: int, end: int) -> bool:
    """Whether «اول» or «نخست» tells which one of a thing before it: «مرحله اول», not «اول باید»."""
    before = lead(folded, start)
    if not before.keys or before.keys[0] in _FIRST_NOT_AFTER:
        return False
    return before.is_in(_NTH) or grammar.FIRST_NOT_BEFORE.match(folded, end) is None


def is_vague(folded: str, start: int) -> bool:
    """«چند ۱۰۰», «ده‌ها هزار»."""
    return folded.endswith(("د ", "ن ", "ها "), 0, start) and lead(folded, start).is_in(_VAGUE)


def is_verb(folded: str, start: int) -> bool:
    """«می‌دهم», «می‌نهم»."""
    return folded.endswith("می ", 0, start) and lead(folded, start).is_in(_VERB_BEFORE)


def is_hundredth(folded: str, start: int, part: int) -> bool:
    """«چهارصدم» in one word is the 400th, save of a second or a percent; «یکصدم» only after «رتبه» and the like."""
    if folded[part - 1] == " " or not folded.startswith(("صدم", "هزارم"), part):
        return False
    if lead(folded, start).is_in(_NTH):
        return True
    return folded[start:part] in _OF_HUNDREDS and not grammar.HUNDREDTHS.match(folded, part)


def is_each(folded: str, start: int) -> bool:
    """«هر دو سوم شدند»: no two thirds."""
    return folded.endswith("هر ", 0, start)


def is_times(folded: str, start: int) -> bool:
    """Whether «برابر» after the number at `start` is «times»; not in «هر دو برابر قانون», «۳ بر ۲ برابر لهستان»."""
    before = lead(folded, start)
    score = before.keys[1].removesuffix("بر") if before.keys[:1] == ("بر",) and len(before.keys) > 1 else ""
    return not (before.is_in(_MULTIPLE_NOT_AFTER) or score.isdigit() or score in grammar.VALUES)
