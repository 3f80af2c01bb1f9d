"""Answers with a fault."""

from collections.abc import Callable, Mapping
from functools import partial

from corpus.newsroom import answer_faults, article_faults
from corpus.newsroom.answers import Answer
from corpus.newsroom.faults import Fault, Kind
from corpus.newsroom.markup import fill
from corpus.newsroom.request import Request
from corpus.newsroom.site import Site


def spoilt(fault: Fault, site: Site, path: str, headers: Mapping[str, str]) -> Answer:
    """What `site` says to a request that meets `fault`; as without where the fault is no matter of such a page."""
    return _SPOILERS[fault.kind](Request(fault, site, path, headers))


def _guard(template: str, status: int, asked: Request) -> Answer:
    told = asked.page(fill(template), status)
    server = {"Server": "cloudflare", "cf-mitigated": "challenge"} if template == "cloudflare.html" else {}
    return Answer(told.status, {**told.headers, "Cache-Control": "no-store", **server}, told.body)


_SPOILERS: dict[Kind, Callable[[Request], Answer]] = {
    Kind.TOO_MANY: answer_faults.too_many,
    Kind.UNAVAILABLE: answer_faults.unavailable,
    Kind.SLOW: answer_faults.slow,
    Kind.RESET: answer_faults.reset,
    Kind.TRUNCATED_GZIP: answer_faults.truncated,
    Kind.REDIRECT_LOOP: answer_faults.redirect_loop,
    Kind.WRONG_CHARSET: answer_faults.wrong_charset,
    Kind.WINDOWS_1256: answer_faults.windows_1256,
    Kind.HUGE: answer_faults.huge,
    Kind.ENDLESS_SITEMAP: answer_faults.endless,
    Kind.ROBOTS_FORBID: answer_faults.robots,
    Kind.ROBOTS_MISSING: answer_faults.robots,
    Kind.ROBOTS_DOWN: answer_faults.robots,
    Kind.ARVANCLOUD: partial(_guard, "interstitial.html", 200),
    Kind.CLOUDFLARE: partial(_guard, "cloudflare.html", 403),
    Kind.CAPTCHA: partial(_guard, "captcha.html", 200),
    Kind.LOGIN: partial(_guard, "login.html", 200),
    Kind.SOFT_404: partial(article_faults.missing, 200),
    Kind.EMPTY_BODY: article_faults.empty,
    Kind.PHOTO: article_faults.photo,
    Kind.VIDEO: article_faults.video,
    Kind.DRIFT: article_faults.drift,
    Kind.EDITED: article_faults.edited_later,
    Kind.DELETED: partial(article_faults.missing, 404),
    Kind.GONE: partial(article_faults.missing, 410),
    Kind.FUTURE: article_faults.future,
    Kind.CLOCK_ONLY: article_faults.clock_only,
}
