"""The readers that are scored: ours and each peer, in the form that `scoring` takes."""

import re
from datetime import datetime

from benchmarks import peers
from benchmarks.cases import Case, Found, When
from benchmarks.scoring import Reader
from corpus.folding import fold_characters
from extractor.dates import find_dates
from extractor.quantities import find_numbers
from extractor.text.view import View

_NUMBER = re.compile(r"\d{1,3}(?:[,٬،]\d{3})+(?:[./٫]\d+)?|\d+(?:[./٫]\d+)?")
_LATE = 31


def our_dates(case: Case) -> list[Found]:
    """Ours."""
    view = View(case.text)
    found = find_dates(view.folded, case.published, case.year)
    return [Found(view.to_raw(one.start, one.end), When(one.jalali, one.first, one.last)) for one in found]


def our_numbers(case: Case) -> list[Found]:
    """Ours."""
    view = View(case.text)
    return [Found(view.to_raw(one.start, one.end), float(one.value)) for one in find_numbers(view.folded)]


def given_spans(case: Case) -> list[Found]:
    """Ours on the words of each expected date alone, without the sentence."""
    found = []
    for words, span in _words(case):
        found += [one._replace(span=span) for one in our_dates(case._replace(text=words))[:1]]
    return found


def parstdex_dates() -> Reader:
    """Spans of parstdex; it gives no values."""
    spans = peers.parstdex()
    return lambda case: [Found(span, None) for span in spans(case.text)]


def dateparser_dates() -> Reader:
    """What dateparser's search finds, put back where it stands in the text."""
    search = peers.dateparser_search()

    def read(case: Case) -> list[Found]:
        found, end = [], 0
        for words, day in search(case.text, case.base):
            start = max(case.text.find(words, end), end)
            end = start + len(words)
            found.append(Found((start, end), _day(day)))
        return found

    return read


def dateparser_words() -> Reader:
    """dateparser.parse on the words of each expected date."""
    parse = peers.dateparser_parse()
    return lambda case: [Found(span, _day(day)) for words, span in _words(case) if (day := parse(words, case.base))]


def dateparser_jalali() -> Reader:
    """dateparser's Jalali calendar on the words of each expected date."""
    parse = peers.dateparser_jalali()
    return lambda case: [Found(span, _day(day)) for words, span in _words(case) if (day := parse(words))]


def parsivar_dates() -> Reader:
    """The dates that parsivar has written into its output; where they stood cannot be told."""
    normalize = peers.parsivar_dates()
    return lambda case: [Found(None, _parsivar(*found)) for found in peers.PARSIVAR_DATE.findall(normalize(case.text))]


def figures_of(normalize: peers.Normaliser) -> Reader:
    """Every figure in a normaliser's output, taken for a number."""
    return lambda case: [Found(None, _value(one)) for one in _NUMBER.findall(fold_characters(normalize(case.text)))]


def _value(figure: str) -> float:
    return float(re.sub("[/٫]", ".", re.sub("[,٬،]", "", figure)))


def _words(case: Case) -> list[tuple[str, tuple[int, int]]]:
    return [(case.text[slice(*one.span)], one.span) for one in case.expected if one.span]


def _day(moment: datetime) -> When:
    return When(None, moment.date(), moment.date())


def _parsivar(year: str, month: str, day: str) -> When:
    """y1402m10d1 as 1402-10-01; of «۱۴۰۲/۱۰/۰۱» and «سال ۱۴۰۲» it makes d1402, which is taken for the year it is."""
    if int(day) > _LATE >= int(year):
        year, day = day, year
    parts = [f"{int(one):02}" for one in (month, day) if int(one)]
    return When("-".join([f"{int(year):04}" if int(year) else "-", *parts]))
