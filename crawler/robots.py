"""robots.txt as RFC 9309 has it: a site whose robots.txt cannot be had for now is left alone, not crawled freely.

Scrapy's own middleware takes every answer for rules and no answer for leave, and of several requests that wait for one
robots.txt it lets the third and later ones pass whatever the rules say.
"""

import asyncio
import logging
from typing import Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.pages.outcomes import NotAnArticle
from crawler.pages.refusals import refuse
from crawler.pages.tree import grow

_TOO_MANY_REQUESTS = 429
_FIRST = 1000  # priority of the request for robots.txt
_EXEMPT = "is_robots_txt"
# A site that asks for longer pauses gets these: one page a minute is no burden to anybody.
_LONGEST_PAUSE = 60.0  # seconds
_logger = logging.getLogger(__name__)


class ForbiddenByRobots(IgnoreRequest):
    """The site's robots.txt forbids this address."""


class RobotsUnavailable(IgnoreRequest):
    """The site's robots.txt could not be had; the cause says why, if it was not the answer itself."""


class Robots:
    """Downloader middleware: asks each site for its rules once in a run, and holds everything to them.

    A Crawl-delay, which is no part of the RFC but which many sites write, is kept too.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._rules: dict[str, asyncio.Task[Protego | RobotsUnavailable]] = {}
        self._free: dict[str, float] = {}  # when each site may be asked next, by the loop's clock

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass, or raise ForbiddenByRobots or RobotsUnavailable."""
        if request.meta.get(_EXEMPT):
            return
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            slot = request.meta.get("download_slot")
            self._rules[site] = asyncio.create_task(self._ask(site, slot))
        rules = await asyncio.shield(self._rules[site])
        if isinstance(rules, RobotsUnavailable):
            raise rules
        if not rules.can_fetch(request.url, self._agent):
            raise ForbiddenByRobots("forbidden by robots.txt")
        await self._pause(site, min(rules.crawl_delay(self._agent) or 0.0, _LONGEST_PAUSE))

    async def _pause(self, site: str, pause: float) -> None:
        """Wait for this request's turn where robots.txt has a Crawl-delay; Scrapy's own delay comes on top."""
        now = asyncio.get_running_loop().time()
        turn = max(now, self._free.get(site, now))
        self._free[site] = turn + pause
        if turn > now:
            await asyncio.sleep(turn - now)

    async def _ask(self, site: str, slot: str | None) -> Protego | RobotsUnavailable:
        meta = {_EXEMPT: True, **({"download_slot": slot} if slot else {})}
        request = Request(f"{site}/robots.txt", priority=_FIRST, meta=meta, callback=NO_CALLBACK)
        try:
            response = await self._crawler.engine.download_async(request)
        except Exception as fault:
            # Whatever the reason, without its rules the site is not crawled.
            _logger.warning("%s/robots.txt cannot be had: %r", site, fault)
            unavailable = RobotsUnavailable("robots.txt cannot be had")
            unavailable.__cause__ = fault
            return unavailable
        text = _text(response)
        return RobotsUnavailable("robots.txt cannot be had") if text is None else Protego.parse(text)


def _text(response: Response) -> str | None:
    """The rules that an answer stands for: empty after 404, None while the server is unwell or guarded."""
    if response.status >= 500 or response.status == _TOO_MANY_REQUESTS:
        return None
    text = response.body.decode("utf-8-sig", errors="ignore")
    if text.lstrip().startswith("<"):
        return None if _is_guarded(text) else ""
    return "" if response.status >= 400 else text


def _is_guarded(text: str) -> bool:
    try:
        refuse(grow(text))
    except NotAnArticle as stand_in:
        return stand_in.reason in ("challenge", "captcha")
    return False
