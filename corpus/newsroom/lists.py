"""Front pages, sections, tags and archives: lists of articles, in pages of so many."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from urllib.parse import urlencode

from persiantools.jdatetime import JalaliDate

from corpus.newsroom.addresses import Entry
from corpus.newsroom.edition import Edition
from corpus.newsroom.markup import Markup, element, joined
from corpus.newsroom.page import Page

Query = Mapping[str, str]
Lookup = Callable[[Query], Page | None]

PER_PAGE = 20
_ON_FRONT = 500
# What the sites call the number of a page.
_PAGE_NAMES = ("page", "p", "pi")


def fixed(edition: Edition) -> dict[str, Page]:
    """Home pages, which list all that is not very old."""
    front = partial(_front, edition, edition.entries[:_ON_FRONT])
    return {path: Page(front, edition.newest) for path in edition.outlet.homes}


def lookups(edition: Edition) -> dict[str, Lookup]:
    """Paths whose pages depend on the query: sections and tags by page, archives by Jalali date and page."""
    found: dict[str, Lookup] = {}
    for section, entries in edition.sections.items():
        path = edition.section_path(section)
        found[path] = partial(_paged, edition, path, section, entries)
    for path, (tag, entries) in _under_tags(edition).items():
        found[path] = partial(_paged, edition, path, tag, entries)
    return found | {path: partial(_archive, edition, path) for path in edition.outlet.archive}


def _under_tags(edition: Edition) -> dict[str, tuple[str, list[Entry]]]:
    """A tag and its entries by path: tags that only half-spaces tell apart share one."""
    found: dict[str, tuple[str, list[Entry]]] = {}
    for tag, entries in edition.tags.items():
        path = edition.tag_path(tag)
        first, others = found.get(path, (tag, []))
        merged = {entry.stem: entry for entry in (*others, *entries)}
        found[path] = first, sorted(merged.values(), key=lambda entry: entry.moment, reverse=True)
    return found


def days_of(query: Query) -> tuple[date, date] | None:
    """First and last day that an archive is asked for, by any of the sites' ways to ask; None where by none.

    date=1402/1/5 (Tasnim, Fars), from_date and to_date (IranSamaneh), yr, mn and dy (NewsStudio). ValueError where it
    is no day.
    """
    if "yr" in query:
        day = _day(f"{query['yr']}/{query.get('mn', '1')}/{query.get('dy', '1')}")
        return day, day
    if "from_date" in query:
        return _day(query["from_date"]), _day(query.get("to_date", query["from_date"]))
    if "date" in query:
        return _day(query["date"]), _day(query["date"])
    return None


def _day(text: str) -> date:
    year, month, day = (int(part) for part in text.split("/"))
    found = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return date.fromordinal(found.toordinal())


def _archive(edition: Edition, path: str, query: Query) -> Page | None:
    try:
        asked = days_of(query)
    except ValueError:
        return None
    entries: Sequence[Entry] = edition.entries
    if asked:
        first, last = asked
        entries = [entry for entry in entries if first <= entry.moment.date() <= last]
    return _paged(edition, path, "آرشیو", entries, query)


def _paged(edition: Edition, path: str, title: str, entries: Sequence[Entry], query: Query) -> Page:
    """The page of `entries` that `query` asks for; one without entries is past the last."""
    name = next((one for one in _PAGE_NAMES if one in query), "page")
    number = int(query.get(name, "1")) if query.get(name, "1").isdecimal() else 1
    size = int(query["rpp"]) if query.get("rpp", "").isdecimal() else PER_PAGE
    start = (max(number, 1) - 1) * size
    part = entries[start : start + size]
    pager = Markup()
    if start + size < len(entries):
        following = f"{path}?{urlencode({**query, name: str(number + 1)})}"
        pager = element("div", element("a", "صفحه بعد", rel="next", href=following), class_="pagination")
    return Page(partial(_front, edition, part, title, pager), part[0].moment if part else edition.newest)


def _front(edition: Edition, entries: Sequence[Entry], title: str = "صفحه نخست", pager: Markup = Markup()) -> Markup:  # noqa: B008 - immutable
    return edition.page(title, joined((edition.listed(entries), pager), "\n"))
