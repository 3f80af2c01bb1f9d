"""robots.txt as RFC 9309 has it: a site whose robots.txt cannot be had for now is left alone, not crawled freely."""

from parsel import Selector
from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.misc import build_from_crawler

from crawler.pages.outcomes import NotAnArticle
from crawler.pages.refusals import refuse

_FORBID_ALL = b"User-agent: *\nDisallow: /"
_TOO_MANY_REQUESTS = 429


class ForbiddenByRobots(IgnoreRequest):
    """The site's robots.txt forbids this address, or could not be had."""


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware, which takes every answer for rules and no answer for leave."""

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Let the request pass, or raise ForbiddenByRobots."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as forbidden:
            raise ForbiddenByRobots(str(forbidden)) from forbidden

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        await super()._parse_robots(response.replace(body=_rules(response)), netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        waiting = self._parsers[netloc]
        rules = build_from_crawler(self._parserimpl, self.crawler, _FORBID_ALL)
        self._parsers[netloc] = rules
        if waiting is not None and not isinstance(waiting, RobotParser):
            waiting.callback(rules)


def _rules(response: Response) -> bytes:
    """The rules that an answer stands for: none after 404, all forbidden while the server is unwell or guarded."""
    if response.status >= 500 or response.status == _TOO_MANY_REQUESTS:
        return _FORBID_ALL
    page = response.body.lstrip().startswith(b"<")
    if page and _is_guarded(response.body):
        return _FORBID_ALL
    return b"" if page or response.status >= 400 else response.body


def _is_guarded(body: bytes) -> bool:
    try:
        refuse(Selector(text=body.decode("utf-8", errors="replace")))
    except NotAnArticle as stand_in:
        return stand_in.reason in ("challenge", "captcha")
    return False
