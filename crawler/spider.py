"""The one spider: asks for what the frontier gives, reads lists into it, and keeps the articles of pages."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure as ScrapyFailure

from crawler.discovery import UnreadableList, last_day, read_list
from crawler.failures import name_failure
from crawler.frontier import Answer, Listed, Source, digest
from crawler.pagework import PageOutcome, read_page
from crawler.report import CrawlEvent
from crawler.work import Job, Work

_NOT_MODIFIED = 304
_logger = logging.getLogger(__name__)


class NewsSpider(Spider):
    """Crawls the publishers of a job. Lists and pages come from the frontier one by one, so memory stays flat."""

    name = "news"

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job
        self.allowed_domains = [
            host for work in job.works for host in (work.publisher.hosts if work.publisher else (work.code,))
        ]
        # One thread, so that articles are kept one at a time and by the same database connection.
        self._saver = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")

    async def start(self) -> AsyncIterator[Any]:
        """Begin every publisher's work."""
        for work in self.job.works:
            work.begin()
            for request in self._more(work):
                yield request

    def closed(self, reason: str) -> None:
        """Scrapy has ended."""
        self.job.ended_by = reason
        self._saver.shutdown()

    def _more(self, work: Work) -> Iterator[Request]:
        while self.job.fault is None and (taken := work.take()):
            yield self._request(work, taken)

    def _request(self, work: Work, taken: Listed | Source) -> Request:
        meta: dict[str, Any] = {"download_slot": work.code}
        headers = {}
        if isinstance(taken, Source):
            meta["handle_httpstatus_list"] = [_NOT_MODIFIED]
            asked = {"If-None-Match": taken.etag, "If-Modified-Since": taken.last_modified}
            headers = {name: value for name, value in asked.items() if value}
        return Request(
            taken.url if isinstance(taken, Source) else taken.address,
            callback=self.read_list if isinstance(taken, Source) else self.read_page,
            errback=self.note_failure,
            headers=headers,
            meta=meta,
            cb_kwargs={"work": work, "taken": taken},
            dont_filter=True,
        )

    def read_list(self, response: Response, work: Work, taken: Source) -> Iterator[Request]:
        """Put what a feed or sitemap names into the frontier."""
        work.counts.lists += 1
        if response.status == _NOT_MODIFIED:
            outcome = "list unchanged"
            self.job.frontier.mark_list(taken.url, "read")
        else:
            outcome = self._read_list(response, work, taken)
        work.note(outcome)
        work.give_back(taken)
        self.job.tell(CrawlEvent(work.code, taken.url, "list", outcome))
        yield from self._more(work)

    def _read_list(self, response: Response, work: Work, taken: Source) -> str:
        frontier, publisher = self.job.frontier, work.publisher
        try:
            listing = read_list(response.body)
        except UnreadableList as fault:
            _logger.warning("%s: %s", taken.url, fault)
            frontier.mark_list(taken.url, "failed")
            return "list unreadable"
        pages = [
            (Listed(canonical, publisher.address(link.url)), link.day or publisher.day(link.url))
            for link in listing.pages
            if publisher and (canonical := publisher.canonical(link.url))
        ]
        # An index is asked for in full each time: it may stay the same while what it names has changed.
        answer = Answer() if listing.lists else _answer(response)
        with frontier.together():
            frontier.add_pages(work.code, pages)
            for link in listing.lists:
                if publisher and publisher.owns(link.url):
                    frontier.add_list(work.code, link.url, taken.depth + 1, last_day(link.url) or link.day)
            frontier.mark_list(taken.url, "read", answer)
        return "list read"

    async def read_page(self, response: Response, work: Work, taken: Listed) -> AsyncIterator[Request]:
        """Keep the article of a page, then mark the page as done: in this order, so that no kill loses one."""
        read = read_page(response, work.publisher, taken)
        known = False
        if read.article is not None:
            try:
                saved = asyncio.get_running_loop().run_in_executor(self._saver, self.job.save, read.article)
                known = not await saved
            except Exception as fault:
                _logger.exception("keeping %s", taken.url)
                self.job.fault = fault
                work.give_back(taken)
                return
        self._note_page(work, taken, read, known=known, answer=_answer(response))
        for request in self._more(work):
            yield request

    def _note_page(self, work: Work, taken: Listed, read: PageOutcome, *, known: bool, answer: Answer) -> None:
        self.job.frontier.mark_page(taken.url, read.outcome, read.detail, again=read.again, answer=answer)
        outcome = "known" if known else read.name
        work.counts.pages += 1
        work.counts.new += read.article is not None and not known
        work.note(outcome, refused=read.outcome == "blocked")
        work.give_back(taken)
        title = read.article.title if read.article else None
        self.job.tell(CrawlEvent(work.code, taken.url, "page", outcome, title))

    def note_failure(self, failure: ScrapyFailure) -> Iterator[Request]:
        """Record what a request failed of and go on."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        work, taken = request.cb_kwargs["work"], request.cb_kwargs["taken"]
        failed = name_failure(failure.value or RuntimeError("no reason given"))
        _logger.info("%s: %s (%s)", taken.url, failed.name, failure.value)
        is_list = isinstance(taken, Source)
        outcome = f"list {failed.name}" if is_list else failed.name
        if is_list:
            self.job.frontier.mark_list(taken.url, "failed")
            work.counts.lists += 1
        else:
            self.job.frontier.mark_page(taken.url, failed.outcome, failed.detail, again=failed.again)
            work.counts.pages += 1
        work.note(outcome, refused=failed.refused)
        work.give_back(taken)
        self.job.tell(CrawlEvent(work.code, taken.url, "list" if is_list else "page", outcome))
        yield from self._more(work)


def _answer(response: Response) -> Answer:
    def header(name: str) -> str | None:
        value = response.headers.get(name)
        return value.decode("latin-1") if value else None

    return Answer(header("ETag"), header("Last-Modified"), digest(response.body))
