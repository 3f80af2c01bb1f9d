"""The work of one run: what each publisher still has to give, and how much of it is under way."""

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from corpus.schema import Article
from crawler.archive import Archive
from crawler.discovery.course import Course
from crawler.discovery.limits import DEEPEST_LIST
from crawler.discovery.periods import Period
from crawler.discovery.topic import Topic
from crawler.frontier import Frontier, Listed, Source
from crawler.health.seen import Times
from crawler.publishers.publisher import Publisher
from crawler.report import CrawlEvent, PublisherCounts
from crawler.visits import FRESH_HOURS

# Requests of one publisher under way at once. The host is asked one at a time all the same; the others wait in line
# while an article is being kept. So many requests at most are repeated after a kill.
_WINDOW = 3
# So many refusals one after the other mean that the site does not want us now.
_REFUSALS = 5
# A site that asks by Retry-After for no more than this is not left alone for it.
_BEARABLE = timedelta(seconds=60)

Save = Callable[[Article], bool]
Progress = Callable[[CrawlEvent], None]


@dataclass
class Work:
    """One publisher's share of a run. `publisher` is None for a site that nobody has described."""

    code: str
    publisher: type[Publisher] | None
    frontier: Frontier
    since: date | None = None
    limit: int | None = None
    discover: bool = True
    until: date | None = None
    topic: Topic | None = None
    asked: deque[Listed] = field(default_factory=deque)  # by the caller
    counts: PublisherCounts = field(default_factory=PublisherCounts)
    times: Times = field(default_factory=Times)
    under_way: int = 0
    pages_under_way: int = 0
    refusals: int = 0
    course: Course = field(init=False)
    _lifted: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.course = Course(self.publisher, Period(self.since, self.until), self.topic)
        self.counts.whole = self.discover and not (self.limit or self.until or self.topic)

    def ask_for(self, pages: Collection[Listed]) -> None:
        """Fetch these pages first, whether the frontier has them as done or not."""
        self.frontier.add_pages(self.code, [(page, None) for page in pages])
        self.asked.extend(pages)

    def begin(self) -> None:
        """Make the publisher's feeds and sitemaps due, unless it is to be left alone."""
        if until := self.frontier.paused_until(self.code):
            self._paused(until)
        if self.discover and self.publisher:
            with self.frontier.together():
                for url in self.publisher.lists():
                    self.frontier.add_list(self.code, url, 0, None)

    def take(self) -> Listed | Source | None:
        """What to ask for next; None while enough is under way and when nothing is left.

        First what the caller asked for, then feeds and first sitemaps, then pages, newest first, and further sitemaps
        only when the pages found so far are done: a limit is reached without reading years of lists.
        """
        if self.under_way >= _WINDOW or self.counts.paused:
            return None
        taken: Listed | Source | None = self.asked.popleft() if self.asked else self._found()
        if taken:
            self.under_way += 1
            self.pages_under_way += isinstance(taken, Listed)
        return taken

    def _found(self) -> Listed | Source | None:
        if not self.discover or (self.limit is not None and self.counts.new + self.pages_under_way >= self.limit):
            return None
        if first := self._list(range(1)):
            return first
        if self.under_way > self.pages_under_way and not self.counts.pages:
            # Which pages are the newest is known only when feeds and first sitemaps are read.
            return None
        topic = self.topic.name if self.topic else None
        return (
            self.frontier.next_visit(self.code)
            or self.frontier.next_page(self.code, self.since, self.until, topic)
            or self._list(range(1, DEEPEST_LIST + 1))
            or self._made_list()
        )

    def _list(self, depths: range) -> Source | None:
        """The next list whose period, if it has one, concerns the run."""
        while found := self.frontier.next_list(self.code, self.since, depths):
            if self.course.concerns(found.url, found.depth):
                return found
        return None

    def _made_list(self) -> Source | None:
        """The next list that no other list names and that falls due."""
        for step in self.course.steps():
            self.frontier.add_list(self.code, step.url, 1, step.day)
            if found := self._list(range(1, DEEPEST_LIST + 1)):
                return found
        return None

    def give_back(self, taken: Listed | Source) -> None:
        """What was taken is dealt with."""
        self.under_way -= 1
        self.pages_under_way -= isinstance(taken, Listed)

    def finish(self) -> PublisherCounts:
        """The counts, with all that was seen."""
        self.times.tell(self.counts.seen)
        return self.counts

    def count(self, outcome: str, times: int = 1) -> None:
        """Add to what the report says of an outcome."""
        self.counts.outcomes[outcome] = self.counts.outcomes.get(outcome, 0) + times

    def note(self, outcome: str, *, refused: bool = False, asked: timedelta | None = None) -> None:
        """Count an outcome; the publisher is paused after too many refusals on end, or where it `asked` for a wait."""
        self.count(outcome)
        if refused:
            self.refusals += 1
        elif not outcome.startswith("list"):
            self.refusals = 0
        if not self.counts.paused and (self.refusals >= _REFUSALS or (asked or timedelta()) > _BEARABLE):
            self._paused(self.frontier.pause(self.code, asked))

    @property
    def revisits(self) -> tuple[float, ...]:
        """Hours after publication at which the publisher's articles are read again."""
        return self.publisher.revisits if self.publisher else FRESH_HOURS

    def answered(self) -> None:
        """A page was had: whatever pause there was is forgotten."""
        if not self._lifted:
            self._lifted = True
            self.frontier.lift(self.code)

    def _paused(self, until: datetime) -> None:
        self.counts.paused = True
        self.counts.paused_until = until.astimezone(UTC).isoformat(timespec="seconds")


@dataclass
class Job:
    """One run: the shares of the publishers and where results go."""

    works: list[Work]
    frontier: Frontier
    archive: Archive
    save: Save
    progress: Progress | None = None
    ended_by: str = ""  # Scrapy's reason
    fault: Exception | None = None  # what ended the run before its time

    def tell(self, event: CrawlEvent) -> None:
        """Pass an event to whoever watches."""
        if self.progress:
            self.progress(event)
