"""Lists that nothing names: sitemaps by year, archives by day, tag pages. They are made from patterns, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Literal
from urllib.parse import quote

from persiantools.jdatetime import JalaliDate

from crawler.discovery.limits import MOST_ARCHIVE_DAYS
from crawler.discovery.periods import Period
from crawler.discovery.topic import Topic
from crawler.publishers.publisher import Publisher

# No site has news on the web of before.
_FIRST_YEAR = 1376
_A_DAY = timedelta(days=1)
Group = Literal["years", "days", "tags"]


@dataclass(frozen=True)
class Step:
    """A list to ask for, and the last day that it covers."""

    group: Group
    url: str
    day: date | None = None


def walk(publisher: type[Publisher], asked: Period, topic: Topic | None) -> Iterator[Step]:
    """The lists of the asked days: sitemaps of years always, archives only of a time with a beginning."""
    today = datetime.now(UTC).date() + _A_DAY
    last = min(asked.last or today, today)
    yield from _years(publisher, asked.first, last)
    if asked.first:
        yield from islice(_days(publisher, asked.first, last), MOST_ARCHIVE_DAYS)
    if asked.first or topic:
        yield from _tags(publisher, topic)


def _years(publisher: type[Publisher], first: date | None, last: date) -> Iterator[Step]:
    if publisher.yearly_sitemap is None:
        return
    for year in range(_jalali_year(last), (_jalali_year(first) if first else _FIRST_YEAR) - 1, -1):
        end: date = JalaliDate(year + 1, 1, 1).to_gregorian() - _A_DAY  # type: ignore[no-untyped-call]  # typed in part
        yield Step("years", publisher.home() + publisher.yearly_sitemap.format(jy=year), end)


def _days(publisher: type[Publisher], first: date, last: date) -> Iterator[Step]:
    day = last
    while day >= first and (path := publisher.archive_path(day, publisher.first_page)):
        yield Step("days", publisher.home() + path, day)
        day -= _A_DAY


def _tags(publisher: type[Publisher], topic: Topic | None) -> Iterator[Step]:
    for path in publisher.tag_pages:
        # Sites write a tag's spaces as underscores or percent signs; they know both.
        words = [quote(word, safe="") for word in topic.words] if topic and "{word" in path else [""]
        if "{word" not in path or topic:
            for word in words:
                yield Step("tags", publisher.home() + path.format(word=word, page=publisher.first_page))


def _jalali_year(day: date) -> int:
    year: int = JalaliDate.to_jalali(day).year  # type: ignore[no-untyped-call]  # typed in part
    return year
