"""The stages whose speed is measured: the peers' and ours."""

from collections.abc import Callable
from datetime import date

from benchmarks import peers
from benchmarks.cases import Case
from benchmarks.readers import dateparser_dates
from benchmarks.texts import Text
from benchmarks.timing import Stage
from corpus.schema import Article, Record
from extractor import extract
from extractor.dates import find_dates
from extractor.entities import find_bodies
from extractor.quantities import find_quantities
from extractor.text.sentences import sentences
from extractor.text.view import View

YARDSTICK = "hazm Normalizer"
AIM = "view and all recognisers"


def _normaliser(make: Callable[[], peers.Normaliser]) -> Callable[[], Stage]:
    def stage() -> Stage:
        normalize = make()
        return lambda one: normalize(one.text)

    return stage


def _parstdex() -> Stage:
    spans = peers.parstdex()
    return lambda one: spans(one.text)


def _dateparser() -> Stage:
    read = dateparser_dates()
    return lambda one: read(Case(one.text, _day(one), None, []))


def _day(one: Text) -> date | None:
    return one.published.date() if one.published else None


def _view(one: Text) -> object:
    return View(one.text)


def _sentences(one: Text) -> object:
    return sentences(View(one.text))


def _quantities(one: Text) -> object:
    return find_quantities(View(one.text).folded)


def _dates(one: Text) -> object:
    return find_dates(View(one.text).folded, _day(one))


def recognise(one: Text) -> object:
    """The view, its sentences without furniture, figures and dates."""
    view = View(one.text)
    return sentences(view), find_quantities(view.folded), find_dates(view.folded, _day(one))


def _bodies(one: Text) -> object:
    return find_bodies(View(one.text).folded)


def extract_records(one: Text) -> list[Record]:
    """The article's records."""
    return extract(Article(id="bench", text=one.text, published=one.published))


PEERS: dict[str, Callable[[], Stage]] = {
    YARDSTICK: _normaliser(peers.hazm),
    "parsivar Normalizer": _normaliser(peers.parsivar),
    "parsivar Normalizer with dates": _normaliser(peers.parsivar_dates),
    "parstdex spans": _parstdex,
    "dateparser search_dates": _dateparser,
}
OURS: dict[str, Stage] = {
    "view": _view,
    "view, sentences and furniture": _sentences,
    "view, quantities": _quantities,
    "view, dates": _dates,
    AIM: recognise,
    "view, bodies": _bodies,
    "article to records": extract_records,
}
