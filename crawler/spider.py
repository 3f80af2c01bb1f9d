"""The one spider: asks for what the frontier gives, reads lists into it, and keeps the articles of pages."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure as ScrapyFailure

from corpus.schema import Article
from crawler.discovery.limits import LARGEST_LIST
from crawler.failures import Failure, name_failure
from crawler.frontier import Answer, Listed, Source, digest
from crawler.listwork import deal_with_list
from crawler.pagework import PageOutcome, read_page
from crawler.report import CrawlEvent
from crawler.work import Job, Work

_NOT_MODIFIED = 304
_GONE = (404, 410)
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
        if isinstance(taken, Listed) and taken.again:
            meta["handle_httpstatus_list"] = [_NOT_MODIFIED, *_GONE]
            headers = _conditions(taken)
        if isinstance(taken, Source):
            meta |= {"handle_httpstatus_list": [_NOT_MODIFIED], "download_maxsize": LARGEST_LIST}
            # For a topic the titles of an unchanged list count again.
            headers = _conditions(taken) if work.topic is None else {}
        return Request(
            taken.url if isinstance(taken, Source) else taken.address,
            callback=self.read_list if isinstance(taken, Source) else self.read_page,
            errback=self.note_failure,
            headers=headers,
            meta=meta,
            cb_kwargs={"work": work, "taken": taken},
            dont_filter=True,
        )

    @contextmanager
    def _dealing_with(self, work: Work, taken: Listed | Source) -> Iterator[None]:
        """Gives back what was taken. A fault here is one of the store or the program, and ends the run."""
        try:
            yield
        except Exception as fault:
            _logger.exception("dealing with %s", taken.url)
            self.job.fault = fault
        finally:
            work.give_back(taken)

    def read_list(self, response: Response, work: Work, taken: Source) -> Iterator[Request]:
        """Put what a feed or sitemap names into the frontier."""
        with self._dealing_with(work, taken):
            work.counts.lists += 1
            work.times.add(response.meta.get("download_latency"))
            if response.status == _NOT_MODIFIED:
                outcome = "list unchanged"
                self.job.frontier.mark_list(taken.url, "read")
            else:
                outcome = deal_with_list(response.body, _headers(response), _answer(response), work, taken)
            work.note(outcome, refused=outcome.startswith("list blocked"))
            self.job.tell(CrawlEvent(work.code, taken.url, "list", outcome))
        yield from self._more(work)

    async def read_page(self, response: Response, work: Work, taken: Listed) -> AsyncIterator[Request]:
        """Keep the article of a page, then mark the page as done: in this order, so that no kill loses one."""
        with self._dealing_with(work, taken):
            work.times.add(response.meta.get("download_latency"))
            if response.status in (_NOT_MODIFIED, *_GONE):
                self._same_or_gone(response.status, work, taken)
            else:
                await self._read_page(response, work, taken)
        for request in self._more(work):
            yield request

    def _same_or_gone(self, status: int, work: Work, taken: Listed) -> None:
        """A visit to a stored article that was not sent again: the store keeps it either way."""
        if status == _NOT_MODIFIED:
            self.job.frontier.put_off(taken.url, work.revisits)
        else:
            self.job.frontier.mark_page(taken.url, "gone", str(status))
        outcome = "unchanged" if status == _NOT_MODIFIED else f"gone:{status}"
        work.counts.pages += 1
        work.note(outcome)
        self.job.tell(CrawlEvent(work.code, taken.url, "page", outcome))

    async def _read_page(self, response: Response, work: Work, taken: Listed) -> None:
        read = _read(response)
        new = read.article is not None and await self._keep(read.article)
        if read.article is None and taken.again:
            self.job.frontier.put_off(taken.url, work.revisits)
        else:
            self.job.frontier.mark_page(
                taken.url,
                read.outcome,
                read.detail,
                again=read.again,
                answer=_answer(response),
                published=read.article.published if read.article else None,
                hours=work.revisits,
            )
        if read.article:
            work.counts.seen.read(read.article)
        outcome = "known" if read.article and not new else read.name
        work.counts.pages += 1
        work.counts.new += new
        work.note(outcome, refused=read.outcome == "blocked")
        if read.outcome != "blocked":
            work.answered()
        title = read.article.title if read.article else None
        self.job.tell(CrawlEvent(work.code, taken.url, "page", outcome, title))

    async def _keep(self, article: Article) -> bool:
        return await asyncio.get_running_loop().run_in_executor(self._saver, self.job.save, article)

    def note_failure(self, failure: ScrapyFailure) -> Iterator[Request]:
        """Record what a request failed of and go on."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        work, taken = request.cb_kwargs["work"], request.cb_kwargs["taken"]
        with self._dealing_with(work, taken):
            failed = name_failure(failure.value or RuntimeError("no reason given"))
            _logger.info("%s: %s (%s)", taken.url, failed.name, failure.value)
            if isinstance(taken, Source):
                self.job.frontier.mark_list(taken.url, "failed")
                work.course.failed(taken.url)
                work.counts.lists += 1
                event = CrawlEvent(work.code, taken.url, "list", f"list {failed.name}")
            else:
                self._note_failed_page(failed, work, taken)
                event = CrawlEvent(work.code, taken.url, "page", failed.name)
            work.note(event.outcome, refused=failed.refused, asked=failed.wait)
            self.job.tell(event)
        yield from self._more(work)

    def _note_failed_page(self, failed: Failure, work: Work, taken: Listed) -> None:
        work.counts.pages += 1
        if taken.again:
            self.job.frontier.put_off(taken.url, work.revisits)
        else:
            self.job.frontier.mark_page(taken.url, failed.outcome, failed.detail, again=failed.again, asked=failed.wait)


def _conditions(taken: Listed | Source) -> dict[str, str]:
    asked = {"If-None-Match": taken.etag, "If-Modified-Since": taken.last_modified}
    return {name: value for name, value in asked.items() if value}


def _read(response: Response) -> PageOutcome:
    meta = response.meta
    return read_page(response.body, response.url, _headers(response), fetched=meta["fetched"], warc=meta["warc"])


def _headers(response: Response) -> dict[str, str]:
    declared = response.headers.get("Content-Type") or b""
    return {"Content-Type": declared.decode("latin-1")}


def _answer(response: Response) -> Answer:
    def header(name: str) -> str | None:
        value = response.headers.get(name)
        return value.decode("latin-1") if value else None

    return Answer(header("ETag"), header("Last-Modified"), digest(response.body))
