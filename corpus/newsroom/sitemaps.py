"""Sitemaps in the forms that the sites have."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise

from corpus.newsroom import feeds
from corpus.newsroom.addresses import Entry
from corpus.newsroom.edition import Edition
from corpus.newsroom.jalali import jalali, parts
from corpus.newsroom.outlets import Outlet, Sitemaps
from corpus.newsroom.page import Page

_XML = "application/xml"
_RECENT = 30
_PER_PAGE = 40


def sitemaps(edition: Edition, listed: Sequence[Entry]) -> dict[str, Page]:
    """All sitemaps of a site by path; `listed` are the pages that they name, newest first."""
    form = edition.outlet.sitemaps
    return _FORMS[form.form](edition.outlet, form, listed, edition.newest) if form else {}


def roots(edition: Edition, listed: Iterable[Entry]) -> list[str]:
    """Paths that robots.txt names: those of the outlet and, where a site has one for each year, those too."""
    form = edition.outlet.sitemaps
    if not form or form.form != "years":
        return list(form.roots) if form else []
    years = sorted({int(parts(entry.moment)["year"]) for entry in listed}, reverse=True)
    return [*form.roots, *(f"/sitemap/{year}/sitemap.xml" for year in years)]


def _monthly(outlet: Outlet, form: Sitemaps, listed: Sequence[Entry], newest: datetime) -> dict[str, Page]:
    """An index of months, and for IranSamaneh a list of the newest beside it."""
    root = form.roots[-1]
    end = ".gz" if form.packed else ""
    months = _grouped(listed, lambda entry: f"{root.removesuffix('.xml')}/{entry.moment:%Y-%m}{end}")
    pages = {path: _leaf(entries, packed=form.packed) for path, entries in months.items()}
    pages[root] = _index(outlet, months, newest)
    if len(form.roots) > 1:
        pages[form.roots[0]] = _news(outlet, listed, newest)
    return pages


def _years(outlet: Outlet, form: Sitemaps, listed: Sequence[Entry], newest: datetime) -> dict[str, Page]:
    """A list of the newest, and an index of days for the current year and for each: /sitemap/1402/10/01/sitemap.xml."""
    days = _grouped(listed, lambda entry: jalali(entry.moment, "/sitemap/%Y/%m/%d/sitemap.xml", "en"))
    end = ".gz" if form.packed else ""
    pages, years = {}, defaultdict(list)
    for path, entries in days.items():
        year = path.split("/")[2]
        as_json = int(year) < form.json_before
        pages[path + end] = _json_leaf(entries) if as_json else _leaf(entries, packed=form.packed)
        years[year].append(path + end)
    for year, leaves in years.items():
        pages[f"/sitemap/{year}/sitemap.xml"] = _index(outlet, leaves, newest)
    current = years[max(years)] if years else []
    return pages | {form.roots[0]: _news(outlet, listed, newest), form.roots[1]: _index(outlet, current, newest)}


def _dated(outlet: Outlet, form: Sitemaps, listed: Sequence[Entry], newest: datetime) -> dict[str, Page]:
    """All -> year -> month -> day, as Tasnim has it; the numbers are Gregorian and unpadded."""
    days: dict[str, list[Entry]] = defaultdict(list)
    parents: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in listed:
        date = (entry.moment.year, entry.moment.month, entry.moment.day)
        steps = [form.roots[0], *(_dated_path(*date[:depth]) for depth in (1, 2, 3))]
        for parent, child in pairwise(steps):
            parents[parent][child] = None
        days[steps[-1]].append(entry)
    leaves = {path: _leaf(entries) for path, entries in days.items()}
    return leaves | {path: _index(outlet, children, newest) for path, children in parents.items()}


def _dated_path(*date: int) -> str:
    numbers = [str(number) for number in date]
    return f"/fa/{'/'.join(numbers)}/fa_{'_'.join(numbers)}_sitemap.xml"


def _paged(outlet: Outlet, form: Sitemaps, listed: Sequence[Entry], newest: datetime) -> dict[str, Page]:
    """An index of numbered pages, as Drupal has it: /sitemap.xml?page=1."""
    starts = range(0, len(listed), _PER_PAGE)
    leaves = {
        f"{form.roots[0]}?page={number}": _leaf(listed[start : start + _PER_PAGE])
        for number, start in enumerate(starts, start=1)
    }
    return leaves | {form.roots[0]: _index(outlet, leaves, newest)}


def _flat(outlet: Outlet, form: Sitemaps, listed: Sequence[Entry], newest: datetime) -> dict[str, Page]:
    """All in one."""
    return {form.roots[0]: Page(partial(feeds.urlset, listed), newest, _XML)}


_FORMS: dict[str, Callable[[Outlet, Sitemaps, Sequence[Entry], datetime], dict[str, Page]]] = {
    "monthly": _monthly,
    "years": _years,
    "dated": _dated,
    "paged": _paged,
    "flat": _flat,
}


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return groups


def _leaf(entries: Sequence[Entry], *, packed: bool = False) -> Page:
    render = partial(feeds.urlset, entries)
    return Page(render, entries[0].moment, "application/gzip" if packed else _XML, packed=packed)


def _json_leaf(entries: Sequence[Entry]) -> Page:
    return Page(partial(feeds.json_leaf, entries), entries[0].moment, "application/json")


def _index(outlet: Outlet, paths: Iterable[str], newest: datetime) -> Page:
    return Page(partial(feeds.index, [f"https://{outlet.host}{path}" for path in paths]), newest, _XML)


def _news(outlet: Outlet, listed: Sequence[Entry], newest: datetime) -> Page:
    return Page(partial(feeds.news_urlset, listed[:_RECENT], outlet.name), newest, _XML)
