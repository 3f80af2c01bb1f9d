"""Years and their parts: «سال ۱۴۰۲», «سه‌ماهه نخست امسال», «سال‌های ۱۴۰۱ و ۱۴۰۲», «دهه ۹۰»."""

import re
from collections.abc import Iterator

from extractor.dates import blocks, calendar, context, foreign, forms, seasons, told, words
from extractor.dates.calendar import Period
from extractor.dates.found import Found, Kind
from extractor.dates.parts import cut

# «سال میلادی گذشته», from the article's own.
_NEAR = {"last": -1, "this": 0, "next": 1}


def year(folded: str, at: int) -> list[Found]:
    """A year or a part of it, and further years joined to it («سال‌های ۱۴۰۱ و ۱۴۰۲»)."""
    head = forms.YEAR_HEAD.match(folded, at)
    if head is None:
        return []
    tail = forms.YEAR_TAIL.match(folded, head.end())
    if tail is None:
        found = seasons.yearless(folded, head)
    elif not _fits(folded, head, tail):
        found = None
    else:
        found = _foreign(head, tail) if _is_foreign(tail) else _found(head, tail)
    if found is None:
        return []
    if tail is None or found.calendar != "jalali" or not (tail["year"] or tail["short"]):
        return [found]
    return [found, *_more(folded, tail.end(), plural=bool(tail["plural"]))]


def _fits(folded: str, head: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether the words after a part or season are its year, and no other use of them."""
    core = seasons.named(head)
    if head["count"] and tail["plain"] and not (head["which"] or head["he"]):
        return False
    if tail["plain"] or tail["bare"] or tail["bare_gregorian"]:
        return bool(head["part"] or core) and not (tail["plain"] and head["season"])
    if tail["near"]:
        return bool(head["season"])
    if core is None and head["part"] is None and (tail["year_word"] or tail["short"]):
        start = head.start()
        return context.EACH.search(folded, max(0, start - 8), start) is None
    return True


def _found(head: re.Match[str], tail: re.Match[str]) -> Found | None:
    build = seasons.build_of(head)
    if build is None:
        return None
    part = told.part(head)
    build = cut(build, told.piece(head), part)
    kind: Kind = "ago" if tail["years_ago"] else ""
    return Found(head.start(), tail.end(), build, *told.year_of(tail), part=part, kind=kind)


def _is_foreign(tail: re.Match[str]) -> bool:
    stated = tail["gregorian"] or tail["bare_gregorian"] or tail["milady"]
    return bool(stated) or tail["calendar"].endswith(("میلادی", "قمری"))


def _foreign(head: re.Match[str], tail: re.Match[str]) -> Found | None:
    start, end = head.start(), tail.end()
    if tail["calendar"].endswith("قمری"):
        return foreign.lunar_year(start, end, int(tail["year"])) if tail["year"] else None
    stated = tail["gregorian"] or tail["bare_gregorian"]
    if seasons.named(head) or not (stated or tail["milady"] or tail["year_word"] or tail["plain"]):
        return None
    year_told = told.Year(int(stated)) if stated else told.year_of(tail)
    if tail["milady"]:
        year_told = told.Year(shift=_NEAR[words.meaning(blocks.NEAR, tail["milady"])])
    return foreign.gregorian_year(start, end, year_told, told.part(head))


def _more(folded: str, at: int, *, plural: bool) -> Iterator[Found]:
    while match := forms.YEAR_MORE.match(folded, at):
        if not plural and (len(match["year"]) < 4 or folded[at] == "،"):
            return
        yield Found(match.start("year"), match.end("year"), calendar.whole_year, told.full_year(match["year"]))
        at = match.end()


def decade(folded: str, at: int) -> Found | None:
    """«دهه ۹۰» is 1390 to 1399; «دهه ۱۹۹۰» and «دهه ۹۰ میلادی» are Gregorian."""
    match = forms.DECADE.match(folded, at)
    if match is None:
        return None
    written, part = match["decade"], told.part(match)
    first = int(written) if written.isdigit() else int(words.WORDS["decades"][written])
    if first >= 1900 or match["milady"]:
        first += 0 if first >= 1900 else 1900 if first >= 30 else 2000
        return foreign.gregorian_decade(match.start(), match.end(), first, part)
    first = first if first > 99 else told.full_year(f"{first:02}")
    period = Period((first, 1, 1), (first + 9, 12, calendar.month_length(first + 9, 12)), "period")
    return Found(match.start(), match.end(), cut(lambda _: period, None, part), first, part=part)
