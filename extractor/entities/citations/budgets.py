"""Budget laws by their year: «قانون بودجه سال ۱۴۰۱», «تبصره ۷ بودجه ۹۹», «قانون بودجه سال گذشته»."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.folding import fold_characters
from corpus.registry import Law, load
from extractor.annotations import LawMention
from extractor.entities.citations.anchors import Anchor
from extractor.entities.citations.lexicon import citation_words
from extractor.entities.citations.numbers import number_words, numbers_in
from extractor.entities.citations.parts import start_of_parts

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_TITLES = ("قانون ", "قوانین ")


@cache
def _year_pattern() -> str:
    return rf"(?:(?:1[34])?\d\d(?!\d)|(?=هزار و ){number_words()})"


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"(?:سال )?({_year_pattern()})")


@cache
def _budget() -> re.Pattern[str]:
    year = _year_pattern()
    relative = "|".join(map(fold_characters, citation_words().relative_years))
    return re.compile(
        r"بودجه(?: ?ی(?![^\W_]))?(?: کل کشور)?"
        rf"(?:(?: در| برای)?(?: سال(?: ?های)?)? (?P<year>{year})(?: ?کل کشور| کشور(?![^\W_]))?"
        rf"(?P<more>(?:(?: و |، ?| تا )(?:سال )?{year})*)"
        rf"|(?:(?: در)? سال)? ?(?P<relative>{relative})(?: کشور)?)?(?:(?<=\d)|(?![^\W_]))"
    )


def budgets(folded: str, found: Sequence[Anchor], published: int | None) -> Iterator[LawMention]:
    """The budget laws that stand at `found`; without «قانون» only those cited by their parts."""
    for anchor in found:
        match = _budget().match(folded, anchor.start)
        if match is None:
            continue
        title = next((word for word in _TITLES if folded.endswith(word, 0, anchor.start)), None)
        if title is None and start_of_parts(folded, anchor.start) == anchor.start:
            continue
        start = anchor.start - len(title or "")
        if title == _TITLES[1] and not match["year"]:
            continue
        year = _year(match, published)
        if not match["more"]:
            yield _mention(start, match.end(), year)
            continue
        yield _mention(start, match.start("more"), year)
        for more in _more().finditer(folded, match.start("more"), match.end("more")):
            yield _mention(more.start(), more.end(), _full(more[1]))


def _mention(start: int, end: int, year: int | None) -> LawMention:
    law = _law(year)
    if law:
        return LawMention(start, end, law.id, law.name)
    name = f"قانون بودجه {year}".translate(_PERSIAN_DIGITS) if year else "قانون بودجه"
    return LawMention(start, end, None, name)


@cache
def _law(year: int | None) -> Law | None:
    return next((one for one in load().laws if one.year == year and one.id.startswith("law:budget-")), None)


def _year(match: re.Match[str], published: int | None) -> int | None:
    if match["year"]:
        return _full(match["year"])
    distance = citation_words().relative_years.get(match["relative"] or "جاری", 0)
    return published + distance if published else None


def _full(written: str) -> int:
    """«۹۹» is 1399, «۰۲» is 1402: no other century has had budget laws of two digits in the news."""
    number = int(written) if written.isdigit() else sum(numbers_in(written))
    if number >= 100:
        return number
    return number + (1300 if number >= 50 else 1400)
