"""The parts that a law is cited by: «جزء ۱ بند «و» تبصره ۷», «مواد ۳ و ۴», «ماده (۶۷)», «، ماده ۹، تبصره ۳»."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.entities.citations.lexicon import citation_words
from extractor.entities.citations.numbers import number_words, numbers_in
from extractor.entities.skeletons import key

type Parts = tuple[tuple[str, str], ...]
REACH = 160
_OPEN, _CLOSE = r"(?:[«\"(']+ ?)", r"(?: ?[»\")']+)"
_LETTER = r"(?:الف|[آ-ی])(?![^\W_])"
_AGAIN = r"(?: مکرر(?: ?\(? ?\d{1,2} ?\)?(?!\d))?)?"
_AMENDED = r"(?: (?:الحاقی|اصلاحی)(?: \d{4})?)?"
_LINK = r"(?: ?، ?(?:و )?| و | تا | الی | ?- ?)"
_JOINT = r"(?:،| و|،? و)?(?: از| ذیل| در| به| موضوع){0,2} ?"


def _mark() -> str:
    quoted = rf"{_OPEN}(?:\d{{1,4}}|{number_words()}|واحده|{_LETTER}|[آ-ی]{{2}}){_CLOSE}"
    plain = rf"\d{{1,4}}(?!\d)(?!/\d)|{number_words()}(?: ?\(\d{{1,4}}\))?|واحده(?![^\W_])|{_LETTER}"
    return rf"(?>(?:{quoted}|{plain}){_AGAIN}{_AMENDED})"


def _place() -> str:
    words = [word for spellings in citation_words().parts.values() for word in spellings]
    part = "|".join(sorted(words, key=len, reverse=True))
    sole = "|".join(sorted(citation_words().sole))
    marks = rf"(?>{_mark()}(?:{_LINK}{_mark()})*)"
    alone = rf"(?:{sole})(?= (?:ذیل |از )?(?:{part})(?![^\W\d_]))"
    return rf"(?:(?P<part>{part}) ?(?P<marks>{marks})|(?P<sole>{alone}))"


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?>(?:{_unnamed(_place())}{_JOINT})+)(?:ذیل |از |این |همین )*\Z")


@cache
def _behind() -> re.Pattern[str]:
    one = _unnamed(_place())
    more = rf"{one}(?:(?:،? | و | از ){one})*"
    return re.compile(rf" ?(?:، ?|\()({more})(?P<close>\)?)(?! ?(?:و )?(?:قانون|ایین|این|همان|همین|آیین))")


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){_place()}")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"(?P<link>{_LINK})?(?P<mark>{_mark()})")


@cache
def _canonical() -> dict[str, str]:
    return {key(s.replace(" ?", "")): word for word, spellings in citation_words().parts.items() for s in spellings}


@dataclass(slots=True)
class _Group:
    word: str
    values: list[str]


def start_of_parts(folded: str, at: int, floor: int = 0) -> int:
    """Where the parts begin, not before `floor`, that run up to the law's name at `at`; `at` where there are none."""
    if folded[at - 1 : at] != " ":
        return at
    match = _before().search(folded, max(floor, at - REACH), at)
    return match.start() if match else at


def parts_before(folded: str, start: int, end: int) -> Parts:
    """The parts that stand before a law's name, from the outer to the inner, place by place."""
    places: list[list[_Group]] = []
    last = start
    for match in _places().finditer(folded, start, end):
        group = _group(match)
        joined = folded[last : match.start()].strip(" ،").startswith("و") and last > start
        last = match.end()
        if joined and len(places[-1]) == 1 and places[-1][0].word == group.word:
            places[-1][0].values += group.values
        elif joined or not places:
            places.append([group])
        else:
            places[-1].append(group)
    return tuple(pair for place in places for group in reversed(place) for pair in _pairs(group))


def parts_behind(folded: str, at: int) -> tuple[int, Parts]:
    """The parts behind a law's name that ends at `at`, and where they end: «قانون کار (ماده ۱۴۸)»."""
    match = _behind().match(folded, at)
    if match is None or (match["close"] == ")") != ("(" in folded[at : match.start(1)]):
        return at, ()
    groups = [_group(one) for one in _places().finditer(folded, match.start(1), match.end(1))]
    if "،" not in match[1]:
        groups.reverse()
    return match.end(), tuple(pair for group in groups for pair in _pairs(group))


def _group(match: re.Match[str]) -> _Group:
    if match["sole"]:
        return _Group(_canonical()[key(match["sole"])], [""])
    return _Group(_canonical()[key(match["part"])], _values(match["marks"]))


def _pairs(group: _Group) -> list[tuple[str, str]]:
    return [(group.word, value) for value in group.values]


def _values(written: str) -> list[str]:
    found: list[str] = []
    for one in _marks().finditer(written):
        values = _value(one["mark"])
        if one["link"] and one["link"].strip() in ("تا", "الی", "-") and found and values:
            values[0] = f"{found.pop()}-{values[0]}"
        found += values
    return found


_AGAIN_PARTS = re.compile(r"(.*?) مکرر(?: ?\(? ?(\d{1,2}))?.*", re.DOTALL)
_SIGNS = re.compile(r"[«»\"()' ]+")


def _value(mark: str) -> list[str]:
    again = _AGAIN_PARTS.fullmatch(mark)
    tail = "" if again is None else f" مکرر {again[2]}" if again[2] else " مکرر"
    plain = re.sub(r" (?:الحاقی|اصلاحی).*", "", again[1] if again else mark)
    digits = re.search(r"\d+", plain)
    if digits:
        return [f"{int(digits[0])}{tail}"]
    words = _SIGNS.sub(" ", plain).strip()
    numbers = [str(number) for number in numbers_in(words)] or [words]
    return [*numbers[:-1], f"{numbers[-1]}{tail}"]
