"""One publisher's discovery in one run: which lists are worth asking for, and when to leave off."""

from collections import Counter
from collections.abc import Collection, Iterator

from crawler.discovery.limits import MOST_ARCHIVE_FAILURES, MOST_BARREN_LISTS
from crawler.discovery.periods import Period, period_of
from crawler.discovery.shelves import Shelf, shelf_of
from crawler.discovery.topic import Topic
from crawler.discovery.walk import Group, Step, walk
from crawler.publishers.publisher import Publisher


class Course:
    """Lists of a publisher (None for a site that nobody has described) that concern the days and the topic asked."""

    def __init__(self, publisher: type[Publisher] | None, asked: Period, topic: Topic | None) -> None:
        self._publisher = publisher
        self._asked = asked
        self._walk = walk(publisher, asked, topic) if publisher else iter(())
        self._groups: dict[str, Group] = {}
        self._failures: Counter[Group] = Counter()
        self._barren = 0
        self._named: dict[str, set[str]] = {}

    def concerns(self, url: str, depth: int) -> bool:
        """Whether to ask for the list: its days are asked for, and lists like it are of use."""
        shelf = self.shelf(url)
        if shelf and shelf.day:
            return Period(shelf.day, shelf.day).overlaps(self._asked)
        if depth and not shelf and self._barren >= MOST_BARREN_LISTS:
            return False
        period = period_of(url)
        return period is None or period.overlaps(self._asked)

    def shelf(self, url: str) -> Shelf | None:
        """What page of which web list the address is; None for a feed or sitemap."""
        return shelf_of(self._publisher, url) if self._publisher else None

    def steps(self) -> Iterator[Step]:
        """Lists that no other list names, one after the other over the whole run; kinds that keep failing are left."""
        for step in self._walk:
            if self._failures[step.group] < MOST_ARCHIVE_FAILURES:
                self._groups[step.url] = step.group
                yield step

    def failed(self, url: str) -> None:
        """A list could not be had or read."""
        if group := self._groups.pop(url, None):
            self._failures[group] += 1

    def was_read(self, url: str, new: int, lists: int) -> None:
        """A list was read; it named `new` pages that were not known, and so many further lists."""
        if group := self._groups.pop(url, None):
            self._failures[group] = 0
        elif self.shelf(url) is None and not lists:
            self._barren = 0 if new else self._barren + 1

    def following(self, url: str, named: Collection[str], new: int) -> str | None:
        """The page after this one of a web list; None where it is the last or of no use.

        `named`: the articles it names. Lists of a day go on until a page names none that the day's pages before did
        not; tags and searches, which have no end, also end where nothing is new.
        """
        shelf = self.shelf(url)
        if shelf is None:
            return None
        before = self._named.setdefault(shelf.first, set())
        more = not before.issuperset(named) and (shelf.day is not None or new > 0 or shelf.page == 1)
        before.update(named)
        if more and shelf.following and shelf.page < shelf.most:
            return shelf.following
        del self._named[shelf.first]
        return None
