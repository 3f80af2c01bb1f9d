"""Laws as articles cite them: «بند «و» تبصره ۷ قانون بودجه سال ۱۴۰۱», «قانون مدیریت خدمات کشوری»."""

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from corpus.folding import fold_characters, skeleton
from corpus.registry import Law, load
from extractor.annotations import LawMention
from extractor.entities.citations import citation_start
from extractor.entities.lexicon import ends_name, lexicon
from extractor.entities.skeletons import ends_word, skeleton_of, starts_word
from extractor.entities.taken import Taken, apart

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_YEAR = r"(?:1[34])?\d\d"
_RELATIVE = {"امسال": 0, "جاری": 0, "گذشته": -1, "قبل": -1, "آینده": 1, "آتی": 1}
_BUDGET = re.compile(
    fold_characters(
        r"(?<![^\W_])(?P<law>قانون )?بودجه(?: کل کشور)?"
        rf"(?:(?: در| برای)?(?: سال(?:های)?| سالهای)? (?P<year>{_YEAR})(?!\d)(?: ?کل کشور)?"
        rf"(?P<more>(?:(?: و |، ?| تا )(?:سال )?{_YEAR}(?!\d))*)"
        r"|(?:(?: در)? سال)? ?(?P<relative>جاری|گذشته|قبل|آینده|آتی|امسال)(?: کشور)?)?(?:(?<=\d)|(?![^\W_]))"
    )
)
_MORE_YEAR = re.compile(rf"(?:سال )?({_YEAR})")
_BREAKS = re.compile(r"[\n:;؛!?؟]|\.(?: |$)")
_UNKNOWN = re.compile(r"(?<![^\W_])قانون(?= [^\W\d_])")
_WORD = re.compile(r"(?:،? ?)([^\W\d_]+)")


def find_laws(folded: str, year: int | None = None) -> list[LawMention]:
    """Laws cited in `folded` (`View.folded`), sorted, with the article, note and clause before the name in the span.

    `year` is the Jalali year of publication: «قانون بودجه» without a year is read as that year's, «سال گذشته» as the
    year before; without it such a mention has id None under the text's own words.
    """
    found = [*_budgets(folded, year), *_named(folded)]
    known = apart(found)
    return apart([*known, *_unknown(folded, known)])


def _budgets(folded: str, published: int | None) -> Iterator[LawMention]:
    for match in _BUDGET.finditer(folded):
        start = citation_start(folded, match.start())
        if not match["law"] and start == match.start():
            continue
        year = _year(match, published)
        end = match.end("more") if match["more"] else match.end()
        first_end = match.start("more") if match["more"] else end
        yield _budget(folded, start, first_end, year)
        if match["more"]:
            for more in _MORE_YEAR.finditer(folded, match.start("more"), match.end("more")):
                yield _budget(folded, more.start(), more.end(), _full(more[1]))


def _budget(folded: str, start: int, end: int, year: int | None) -> LawMention:
    law = _budget_law(year)
    if law:
        return LawMention(start, end, law.id, law.name)
    name = f"قانون بودجه {year}".translate(_PERSIAN_DIGITS) if year else "قانون بودجه"
    return LawMention(start, end, None, name)


@cache
def _budget_law(year: int | None) -> Law | None:
    return next((one for one in load().laws if one.year == year and one.id.startswith("law:budget-")), None)


def _year(match: re.Match[str], published: int | None) -> int | None:
    if match["year"]:
        return _full(match["year"])
    return published + _RELATIVE.get(match["relative"] or "جاری", 0) if published else None


def _full(written: str) -> int:
    """«۹۹» is 1399, «۰۲» is 1402: no other century has had budget laws of two digits in the news."""
    number = int(written)
    if number >= 100:
        return number
    return number + (1300 if number >= 50 else 1400)


@cache
def _automaton() -> tuple[AhoCorasick, list[Law]]:
    pairs = [(skeleton(text), law) for law in load().laws if not law.year for text in (law.name, *law.aliases)]
    automaton = AhoCorasick([text for text, _ in pairs], matchkind=MatchKind.Standard, store_patterns=False)
    return automaton, [law for _, law in pairs]


def _named(folded: str) -> Iterator[LawMention]:
    automaton, laws = _automaton()
    spelt = skeleton_of(folded)
    for number, first, last in automaton.find_matches_as_indexes(spelt.text, overlapping=True):
        start, end = spelt.span(first, last)
        if starts_word(folded, start) and ends_word(folded, end) and not _BREAKS.search(folded[start:end]):
            yield LawMention(citation_start(folded, start), end, laws[number].id, laws[number].name)


def _unknown(folded: str, known: list[LawMention]) -> Iterator[LawMention]:
    """Laws that the registry does not have: only those cited by article, or with «مصوب» behind their name."""
    taken = Taken(known)
    for match in _UNKNOWN.finditer(folded):
        if taken.overlaps(match.start(), match.end()):
            continue
        start = citation_start(folded, match.start())
        end = _name_end(folded, match.end())
        if end and (start < match.start() or folded.startswith(" مصوب", end)):
            yield LawMention(start, end, None, folded[match.start() : end])


def _name_end(folded: str, at: int) -> int | None:
    end = None
    for _ in range(14):
        word = _WORD.match(folded, at)
        if word is None or word[1] == "مصوب":
            break
        spelt = skeleton(word[1])
        if spelt not in lexicon().joins_law:
            if ends_name(spelt):
                break
            end = word.end()
        at = word.end()
    return end
