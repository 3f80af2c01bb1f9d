"""A fetched list to what the crawler does with it: links into the frontier, and an outcome with a name."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from crawler.discovery import Link, Listing, UnreadableList, last_day, read_list, read_shelf, tidy
from crawler.frontier import Answer, Listed, Source
from crawler.pages.outcomes import NotAnArticle, UndecodablePage
from crawler.publishers.publisher import Publisher
from crawler.work import Work

_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Named:
    """An article that a list names: how the frontier keeps it, and what the list says of it."""

    page: Listed
    link: Link
    day: date | None


def deal_with_list(body: bytes, headers: Mapping[str, str], answer: Answer, work: Work, taken: Source) -> str:
    """Read a list of `work` that answered 200, put what it names into the frontier and return the outcome's name.

    What a damaged list names is kept, and the list is asked for again in later runs.
    """
    try:
        listing = _read(body, headers, work, taken)
    except NotAnArticle as found:
        return _failed(work, taken, f"list blocked:{found.reason}")
    except (UnreadableList, UndecodablePage) as fault:
        _logger.warning("%s: %s", taken.url, fault)
        return _failed(work, taken, "list unreadable")
    # An index is asked for in full each time: it may stay the same while what it names has changed.
    return _enter(listing, Answer() if listing.lists else answer, work, taken)


def _failed(work: Work, taken: Source, outcome: str) -> str:
    work.frontier.mark_list(taken.url, "failed")
    work.course.failed(taken.url)
    return outcome


def _read(body: bytes, headers: Mapping[str, str], work: Work, taken: Source) -> Listing:
    shelf = work.course.shelf(taken.url)
    return read_shelf(body, headers, work.publisher, shelf) if shelf and work.publisher else read_list(body)


def _enter(listing: Listing, answer: Answer, work: Work, taken: Source) -> str:
    frontier, publisher = work.frontier, work.publisher
    if publisher is None:
        return _failed(work, taken, "list unreadable")
    shelf = work.course.shelf(taken.url)
    named = list(_named(listing.pages, publisher, taken.url, shelf=shelf is not None))
    with frontier.together():
        new = frontier.add_pages(work.code, ((one.page, one.day) for one in named))
        passed_over = _by_topic(named, work)
        for url, day in _lists(listing.lists, publisher, taken.url):
            frontier.add_list(work.code, url, taken.depth + 1, day)
        if following := work.course.following(taken.url, {one.page.url for one in named}, new):
            frontier.add_list(work.code, following, taken.depth, shelf.day if shelf else None)
        frontier.mark_list(taken.url, "failed" if listing.damage else "read", None if listing.damage else answer)
    work.course.was_read(taken.url, new, len(listing.lists))
    if passed_over:
        work.count("off_topic", passed_over)
    if listing.damage:
        _logger.warning("%s: %s; %d links were read", taken.url, listing.damage, len(named))
    return "list damaged" if listing.damage else "list read"


def _named(links: Iterable[Link], publisher: type[Publisher], base: str, *, shelf: bool) -> Iterable[_Named]:
    for link in links:
        url = tidy(link.url, base)
        if url and (canonical := publisher.canonical(url)):
            # A web list's own day is the weaker sign: other links stand around it.
            days = (publisher.day(url), link.day) if shelf else (link.day, publisher.day(url))
            yield _Named(Listed(canonical, publisher.address(url)), link, days[0] or days[1])


def _lists(links: Iterable[Link], publisher: type[Publisher], base: str) -> Iterable[tuple[str, date | None]]:
    """Further lists on the publisher's hosts, at the host that answers now: one list under two names is one."""
    for link in links:
        url = tidy(link.url, base)
        if url and publisher.owns(url):
            yield publisher.address(url), last_day(url) or link.day


def _by_topic(named: Iterable[_Named], work: Work) -> int:
    """Pass over pages whose titles show that they are about something else; how many that were not yet."""
    if work.topic is None:
        return 0
    fits: dict[str, bool] = {}
    for one in named:
        if one.link.title:
            about = work.topic.fits(one.link.title, one.link.lead)
            fits[one.page.url] = fits.get(one.page.url, False) or about
    work.frontier.take_up(url for url, about in fits.items() if about)
    return work.frontier.pass_over((url for url, about in fits.items() if not about), work.topic.name)
