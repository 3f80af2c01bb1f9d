"""robots.txt as RFC 9309 has it: a site whose robots.txt cannot be had for now is left alone, not crawled freely.

Scrapy's own middleware takes every answer for rules and no answer for leave, and of several requests that wait for one
robots.txt it lets the third and later ones pass whatever the rules say.
"""

import asyncio
import logging
from typing import Self
from urllib.parse import urlsplit

from parsel import Selector
from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.pages.outcomes import NotAnArticle
from crawler.pages.refusals import refuse

_FORBID_ALL = "User-agent: *\nDisallow: /"
_TOO_MANY_REQUESTS = 429
_FIRST = 1000  # priority of the request for robots.txt
_EXEMPT = "is_robots_txt"
_logger = logging.getLogger(__name__)


class ForbiddenByRobots(IgnoreRequest):
    """The site's robots.txt forbids this address, or could not be had."""


class Robots:
    """Downloader middleware: asks each site for its rules once in a run, and holds everything to them."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._rules: dict[str, asyncio.Task[Protego]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass, or raise ForbiddenByRobots."""
        if request.meta.get(_EXEMPT):
            return
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            slot = request.meta.get("download_slot")
            self._rules[site] = asyncio.create_task(self._ask(site, slot))
        rules = await asyncio.shield(self._rules[site])
        if not rules.can_fetch(request.url, self._agent):
            raise ForbiddenByRobots("forbidden by robots.txt")

    async def _ask(self, site: str, slot: str | None) -> Protego:
        meta = {_EXEMPT: True, **({"download_slot": slot} if slot else {})}
        request = Request(f"{site}/robots.txt", priority=_FIRST, meta=meta, callback=NO_CALLBACK)
        try:
            text = _text(await self._crawler.engine.download_async(request))
        except Exception as fault:
            # Whatever the reason, without its rules the site is not crawled.
            _logger.warning("%s/robots.txt cannot be had: %r", site, fault)
            text = _FORBID_ALL
        return Protego.parse(text)


def _text(response: Response) -> str:
    """The rules that an answer stands for: none after 404, all forbidden while the server is unwell or guarded."""
    if response.status >= 500 or response.status == _TOO_MANY_REQUESTS:
        return _FORBID_ALL
    text = response.body.decode("utf-8-sig", errors="ignore")
    if text.lstrip().startswith("<"):
        return _FORBID_ALL if _is_guarded(text) else ""
    return "" if response.status >= 400 else text


def _is_guarded(text: str) -> bool:
    try:
        refuse(Selector(text=text))
    except NotAnArticle as stand_in:
        return stand_in.reason in ("challenge", "captcha")
    return False
